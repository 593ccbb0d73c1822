'use client';

import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { Currency } from '@turing/domain';
import { useMutation } from '@tanstack/react-query';
import { Ago } from '../../components/moment.tsx';
import { Price } from '../../components/price.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { StaffOrder } from './order.ts';
import { type Aftercare, useAftercare, useAftercareWrite } from './use-aftercare.ts';

type Refund = Aftercare['refunds'][number];

const destinations: Readonly<Record<Refund['destination'], string>> = {
  payment: 'The way it was paid',
  store_credit: 'Store credit',
  exchange: 'Exchange',
};
const reasons: Readonly<Record<string, string>> = {
  return: 'Return',
  lines_cancelled: 'Cancelled items',
  refund: 'Refund',
};
const statuses = {
  requested: { label: 'On its way', color: 'yellow' },
  succeeded: { label: 'Sent', color: 'teal' },
  failed: { label: 'Failed', color: 'red' },
} as const;

/** What was decided to be paid back, and how far the money is. */
export function OrderRefunds({ order }: { order: StaffOrder }) {
  const refunds = useAftercare(order.id).data?.refunds ?? [];
  if (refunds.length === 0) return null;
  return (
    <Section title="Refunds">
      <Stack gap="md">
        {refunds.map((refund) => (
          <div key={refund.id}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={500}>
                {reasons[refund.reason] ?? 'Refund'}
              </Text>
              <Price amountMinor={refund.totalMinor} currency={order.currency} fw={500} />
            </Group>
            <Text size="xs" c="dimmed">
              {destinations[refund.destination]}
              {refund.staffName !== null && ` · ${refund.staffName}`} · <Ago at={refund.createdAt} />
            </Text>
            {refund.note !== null && (
              <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {refund.note}
              </Text>
            )}
            {refund.payments.map((part) => (
              <Part key={part.id} part={part} order={order} currency={order.currency} />
            ))}
          </div>
        ))}
      </Stack>
    </Section>
  );
}

interface PartProps {
  readonly part: Refund['payments'][number];
  readonly order: StaffOrder;
  readonly currency: Currency;
}

function Part({ part, order, currency }: PartProps) {
  const keyOf = useIntentKey();
  const mayRefund = useStaff().permissions.includes('orders:refund');
  const { done, failed } = useAftercareWrite(order.id);
  const retry = useMutation(
    useTRPC().orders.staff.refunds.retry.mutationOptions({
      onSuccess: () => done('Asked again', 'The gateway is asked to send the money once more.'),
      onError: failed,
    }),
  );
  const input = { id: order.id, version: order.version, refundId: part.id };
  return (
    <Group justify="space-between" mt={6} wrap="nowrap">
      <Group gap="xs">
        <Badge size="sm" variant="light" color={statuses[part.status].color}>
          {statuses[part.status].label}
        </Badge>
        <Text size="xs" c="dimmed">
          <Price amountMinor={part.amountMinor} currency={currency} />
        </Text>
      </Group>
      {part.retryable && mayRefund && (
        <Button
          size="compact-xs"
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Try again
        </Button>
      )}
    </Group>
  );
}
