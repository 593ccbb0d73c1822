import { Alert, Group, Stack, Text } from '@mantine/core';
import type { Currency } from '@turing/domain';
import { TriangleAlert } from 'lucide-react';
import { messages } from '../lib/messages.ts';
import { Price } from './price.tsx';
import type { Quoted } from './refund-wish.ts';

interface RefundSumProps {
  readonly quoted: Quoted;
  readonly currency: Currency;
  readonly availableMinor: number;
}

/** What the refund comes to before anybody presses the button. */
export function RefundSum({ quoted, currency, availableMinor }: RefundSumProps) {
  if (quoted.quote === null) {
    return (
      <Alert color="red" role="alert" icon={<TriangleAlert size={18} />}>
        {messages[quoted.problem]}
      </Alert>
    );
  }
  const { linesMinor, shippingMinor, extraMinor, restockingFeeMinor, returnShippingMinor, totalMinor } =
    quoted.quote;
  const rows = [
    { label: 'Items', amountMinor: linesMinor },
    { label: 'Shipping', amountMinor: shippingMinor },
    { label: 'Another amount', amountMinor: extraMinor },
    { label: 'Restocking fee', amountMinor: -restockingFeeMinor },
    { label: 'Return shipping', amountMinor: -returnShippingMinor },
  ].filter(({ amountMinor }) => amountMinor !== 0);
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
        <Text fw={600}>To be refunded</Text>
        <Price amountMinor={totalMinor} currency={currency} fw={600} />
      </Group>
      <Text size="xs" c="dimmed">
        <Price amountMinor={availableMinor - totalMinor} currency={currency} /> of what was paid is left after
        that.
      </Text>
    </Stack>
  );
}
