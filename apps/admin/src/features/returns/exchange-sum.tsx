'use client';

import { Group, Stack, Text } from '@mantine/core';
import type { Currency } from '@turing/domain';
import { Price } from '../../components/price.tsx';

interface ExchangeSumProps {
  readonly currency: Currency;
  readonly worthMinor: number;
  readonly totalMinor: number;
}

/** What an exchange comes to: even, to be paid or given back. */
export function ExchangeSum({ currency, worthMinor, totalMinor }: ExchangeSumProps) {
  const differenceMinor = totalMinor - worthMinor;
  const rows = [
    { label: 'The new items', amountMinor: totalMinor },
    { label: 'What came back', amountMinor: -worthMinor },
  ];
  return (
    <Stack gap={4} aria-live="polite">
      {rows.map(({ label, amountMinor }) => (
        <Group key={label} justify="space-between">
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Price amountMinor={amountMinor} currency={currency} />
        </Group>
      ))}
      <Group justify="space-between">
        <Text fw={600}>{sentenceOf(differenceMinor)}</Text>
        <Price amountMinor={Math.abs(differenceMinor)} currency={currency} fw={600} />
      </Group>
      {differenceMinor > 0 && (
        <Text size="xs" c="dimmed">
          The customer gets a link to pay it within seven days; the stock is kept until then.
        </Text>
      )}
    </Stack>
  );
}

function sentenceOf(differenceMinor: number): string {
  if (differenceMinor > 0) return 'To be paid';
  return differenceMinor < 0 ? 'Goes back' : 'Even';
}
