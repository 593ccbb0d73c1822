'use client';

import { ActionIcon, Group, NumberInput, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { countries, type Currency } from '@turing/domain';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { countryName } from './country-name.ts';
import { PreviewTotals } from './preview-totals.tsx';
import type { PromotionTerms } from './promotion.ts';

interface SampleLine {
  readonly variantId: string;
  readonly name: string;
  readonly quantity: number;
}

const countryOptions = Object.keys(countries).map((value) => ({ value, label: countryName(value) }));

/** A cart of one's own making, priced with what is typed. */
export function CartPreview({ terms }: { terms: PromotionTerms | null }) {
  const trpc = useTRPC();
  const [lines, setLines] = useState<readonly SampleLine[]>([]);
  const [country, setCountry] = useState('US');
  const currency: Currency = terms?.currency ?? 'USD';
  const cart = {
    currency,
    lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    country,
    isFirstOrder: true,
    inGroups: true,
    shippingMinor: 500,
  };
  const [asked] = useDebouncedValue(JSON.stringify({ ...terms, cart }), 300);
  const isAskable = terms !== null && lines.length > 0;
  const preview = useQuery(
    trpc.orders.staff.promotions.preview.queryOptions(
      isAskable ? { ...terms, name: terms.name, cart } : skipToken,
      { placeholderData: keepPreviousData, enabled: asked === JSON.stringify({ ...terms, cart }) },
    ),
  );
  const set = (next: SampleLine) =>
    setLines(lines.map((line) => (line.variantId === next.variantId ? next : line)));
  return (
    <Section title="On a cart">
      <Stack gap="sm">
        {lines.map((line) => (
          <Group key={line.variantId} wrap="nowrap" gap="xs">
            <Text size="sm" flex={1} lineClamp={2}>
              {line.name}
            </Text>
            <NumberInput
              aria-label={`Quantity of ${line.name}`}
              min={1}
              max={99}
              w={72}
              value={line.quantity}
              onChange={(value) => typeof value === 'number' && set({ ...line, quantity: value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${line.name}`}
              onClick={() => setLines(lines.filter(({ variantId }) => variantId !== line.variantId))}
            >
              <X size={16} />
            </ActionIcon>
          </Group>
        ))}
        <ItemSelect
          taken={lines.map(({ variantId }) => variantId)}
          onPick={(variantId, name) => setLines([...lines, { variantId, name, quantity: 1 }])}
        />
        {terms !== null && terms.countries.length > 0 && (
          <Select
            label="Sent to"
            data={countryOptions}
            searchable
            allowDeselect={false}
            value={country}
            onChange={(value) => value !== null && setCountry(value)}
          />
        )}
        {preview.isError && (
          <Text size="sm" c="red">
            {sentenceFor(preview.error)}
          </Text>
        )}
        {isAskable && preview.isPending && <Skeleton h={96} />}
        {isAskable && preview.data && <PreviewTotals preview={preview.data} currency={currency} />}
      </Stack>
    </Section>
  );
}

interface ItemSelectProps {
  readonly taken: readonly string[];
  readonly onPick: (variantId: string, name: string) => void;
}

function ItemSelect({ taken, onPick }: ItemSelectProps) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 250);
  const levels = useQuery(
    trpc.products.staff.stock.levels.queryOptions(
      { limit: 30, ...(query === '' ? {} : { query }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const options = new Map(
    (levels.data?.items ?? [])
      .filter(({ variantId }) => !taken.includes(variantId))
      .map(({ variantId, productName, variantName }) => [
        variantId,
        variantName === '' ? productName : `${productName} · ${variantName}`,
      ]),
  );
  return (
    <Select
      aria-label="Add an item to the cart"
      placeholder={taken.length === 0 ? 'Add an item to try it' : 'Add another item'}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      onChange={(id) => {
        if (id !== null) onPick(id, options.get(id) ?? '');
        setTyped('');
      }}
      nothingFoundMessage="Nothing is called that."
    />
  );
}
