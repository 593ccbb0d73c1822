'use client';

import { Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { describeRules } from '@turing/domain';
import { ErrorState } from '../../components/error-state.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { type Choices, countProducts } from './collection.ts';
import { MemberSummary } from './member-summary.tsx';
import { type RulesDraft, toRules } from './rule-draft.ts';
import classes from './rules.module.css';

/** What the rules would gather now, while they are written. */
export function RulePreview({ rules, choices }: { rules: RulesDraft; choices: Choices }) {
  const trpc = useTRPC();
  const whole = toRules(rules);
  const [asked] = useDebouncedValue(JSON.stringify(whole), 300);
  const isCurrent = asked === JSON.stringify(whole);
  const preview = useQuery(
    trpc.products.staff.collections.preview.queryOptions(
      whole === null || !isCurrent ? skipToken : { rules: whole },
      {
        placeholderData: keepPreviousData,
      },
    ),
  );
  return (
    <Section
      title="Preview"
      aside={
        preview.data && whole !== null ? (
          <Text size="sm" c="dimmed" role="status">
            {countProducts(preview.data.count)}
          </Text>
        ) : undefined
      }
    >
      {whole === null ? (
        <Text size="sm" c="dimmed">
          Fill in every condition to see what it gathers.
        </Text>
      ) : (
        <Stack gap="md">
          <Text size="sm">{describeRules(whole, namesOf(choices))}.</Text>
          {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data === undefined && !preview.isError && <Skeleton h={120} />}
          {preview.data && <Found found={preview.data} stale={preview.isPlaceholderData || !isCurrent} />}
        </Stack>
      )}
    </Section>
  );
}

type Preview = {
  readonly count: number;
  readonly publicCount: number;
  readonly items: readonly Parameters<typeof MemberSummary>[0]['product'][];
};

function Found({ found: { count, publicCount, items }, stale }: { found: Preview; stale: boolean }) {
  if (count === 0) {
    return (
      <Text size="sm" c="dimmed">
        No product keeps these rules today.
      </Text>
    );
  }
  const hidden = count - publicCount;
  return (
    <>
      <ul className={classes.grid} data-stale={stale || undefined} aria-label="The best sellers among them">
        {items.map((product) => (
          <li key={product.id} className={classes.product}>
            <MemberSummary product={product} />
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {count > items.length && `The best sellers of ${countProducts(count)}. `}
        {hidden > 0 &&
          `${hidden.toLocaleString('en-US')} of them ${hidden === 1 ? 'is' : 'are'} hidden from shoppers today.`}
      </Text>
    </>
  );
}

function namesOf({ categories, attributes }: Choices) {
  const names = new Map<string, string>();
  for (const { id, label } of categories) names.set(id, label);
  for (const { id, name, values } of attributes) {
    names.set(id, name);
    for (const value of values) names.set(value.id, `${name}: ${value.label}`);
  }
  return (id: string) => names.get(id);
}
