'use client';

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { OptionCard } from './option-card.tsx';
import {
  isChanged,
  moved,
  newKey,
  type OptionDraft,
  problemOf,
  removedValueIds,
  saysTheSame,
  toDrafts,
  toOptionsInput,
} from './option-drafts.ts';
import type { StaffProduct } from './product.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { useProductWrite } from './use-product-write.ts';
import { useUnsavedGuard } from './use-unsaved-guard.tsx';
import type { StaffVariant } from './variant-grid-state.ts';

interface OptionsSectionProps {
  readonly product: StaffProduct;
  readonly variants: readonly StaffVariant[];
  readonly onUnsaved: (unsaved: boolean) => void;
}

const mostOptions = 5;

/** What shoppers choose by: sizes, colours. Saved apart from the grid, as it makes and takes variants. */
export function OptionsSection({ product, variants, onUnsaved }: OptionsSectionProps) {
  const { drafts, setDrafts, unsaved, moves, discard } = useOptionDrafts(product);
  const { save, saving, problem } = useSaveOptions(product, drafts);
  const [opened, setOpened] = useState(variants.length === 0);
  useUnsavedGuard(unsaved);
  useEffect(() => onUnsaved(unsaved), [onUnsaved, unsaved]);
  const removed = removedValueIds(drafts, product.options);
  const going = variants.filter(({ optionValueIds }) => optionValueIds.some((id) => removed.has(id))).length;

  function ask(): void {
    if (going === 0 || problemOf(drafts) !== null) return save();
    modals.openConfirmModal({
      title: 'Variants will go',
      children: (
        <Text size="sm">
          {count(going, 'variant')} {going === 1 ? 'has' : 'have'} what you removed and will go with it,
          unless the rest tells them apart. Nothing changes when one of them was ordered or stocked.
        </Text>
      ),
      labels: { confirm: 'Save options', cancel: 'Not now' },
      onConfirm: save,
    });
  }

  if (!opened && !unsaved) {
    return (
      <Section
        title="Options"
        aside={
          <Button variant="default" size="xs" onClick={() => setOpened(true)}>
            Edit options
          </Button>
        }
      >
        <OptionsSummary options={product.options} />
      </Section>
    );
  }

  return (
    <Section title="Options">
      <Stack>
        {moves && (
          <Alert color="orange" role="alert" title="Somebody else changed the options">
            <Text size="sm" mb="xs">
              What you typed is still below. To go on, start again from what is saved by now.
            </Text>
            <Button variant="default" onClick={discard}>
              Show the saved options
            </Button>
          </Alert>
        )}
        <Problem sentence={problem} />
        {drafts.length === 0 && (
          <Text size="sm" c="dimmed">
            Without options the product is one variant. Add an option when shoppers choose a size, a colour or
            the like.
          </Text>
        )}
        {drafts.map((option, index) => (
          <OptionCard
            key={option.key}
            option={option}
            place={index}
            last={index === drafts.length - 1}
            onChange={(next) => setDrafts(drafts.with(index, next))}
            onMove={(by) => setDrafts(moved(drafts, index, by))}
            onRemove={() => setDrafts(drafts.filter((_option, each) => each !== index))}
          />
        ))}
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            disabled={drafts.length >= mostOptions}
            onClick={() => setDrafts([...drafts, { key: newKey(), name: '', values: [] }])}
          >
            Add option
          </Button>
          {unsaved && (
            <Group gap="xs">
              <Button variant="default" onClick={discard}>
                Discard
              </Button>
              <Button onClick={ask} loading={saving} disabled={moves}>
                Save options
              </Button>
            </Group>
          )}
        </Group>
      </Stack>
    </Section>
  );
}

function OptionsSummary({ options }: Pick<StaffProduct, 'options'>) {
  if (options.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        None: the product is one variant.
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      {options.map(({ id, name, values }) => (
        <Text key={id} size="sm" lineClamp={2}>
          <Text span inherit fw={500}>
            {name}
          </Text>{' '}
          {values.map(({ value }) => value).join(', ')}
        </Text>
      ))}
    </Stack>
  );
}

function useOptionDrafts(product: StaffProduct) {
  const [base, setBase] = useState(product.options);
  const [drafts, setDrafts] = useState<readonly OptionDraft[]>(() => toDrafts(product.options));
  const unsaved = isChanged(drafts, base);
  const differs = JSON.stringify(base) !== JSON.stringify(product.options);

  function discard(): void {
    setBase(product.options);
    setDrafts(toDrafts(product.options));
  }

  useEffect(() => {
    if (differs && (!unsaved || saysTheSame(drafts, product.options))) discard();
    // oxlint-disable-next-line react/exhaustive-deps -- only a new state of the product is news
  }, [product.options]);

  return { drafts, setDrafts, unsaved, moves: differs && unsaved, discard };
}

function useSaveOptions(product: StaffProduct, drafts: readonly OptionDraft[]) {
  const trpc = useTRPC();
  const { reload } = useProductWrite();
  const keyFor = useIntentKey();
  const [problem, setProblem] = useState<string | null>(null);
  const mutation = useMutation(
    trpc.products.staff.variants.setOptions.mutationOptions({
      onSuccess: async ({ removed }) => {
        await reload(product.id);
        setProblem(null);
        toastDone('Options saved', removed === 0 ? product.name : `${count(removed, 'variant')} went along.`);
      },
      onError: (error) => {
        const { code, details } = failureFor(error);
        const skus = Array.isArray(details['skus']) ? details['skus'].join(', ') : '';
        setProblem(
          code === 'VARIANT_IN_USE'
            ? `${messages.VARIANT_IN_USE} Keep the values of ${skus}.`
            : sentenceFor(error),
        );
        if (code === 'VERSION_CONFLICT') void reload(product.id);
      },
    }),
  );

  function save(): void {
    const reason = problemOf(drafts);
    setProblem(reason);
    if (reason !== null) return;
    const input = { id: product.id, version: product.version, options: toOptionsInput(drafts) };
    mutation.mutate({ ...input, idempotencyKey: keyFor(input) });
  }

  return { save, saving: mutation.isPending, problem };
}
