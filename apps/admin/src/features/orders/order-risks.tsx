'use client';

import { Alert, Button, Group, List, Text } from '@mantine/core';
import { currencies, formatMoney } from '@turing/domain';
import { ShieldAlert } from 'lucide-react';
import { Ago } from '../../components/moment.tsx';
import { useStaff } from '../../lib/staff.tsx';
import { openReleaseRisks } from './flag-risk-form.tsx';
import { type Aftercare, useAftercare } from './use-aftercare.ts';

type Risk = Aftercare['risks'][number];

/** What looks wrong with the order, until somebody says why it is fine. */
export function OrderRisks({ orderId }: { orderId: string }) {
  const mayRelease = useStaff().permissions.includes('orders:write');
  const open = useAftercare(orderId).data?.risks.filter(({ releasedAt }) => releasedAt === null) ?? [];
  if (open.length === 0) return null;
  const held = open.some(({ holds }) => holds);
  return (
    <Alert
      mb="lg"
      color={held ? 'red' : 'orange'}
      icon={<ShieldAlert size={18} />}
      title={held ? 'Held: look at this order before it is shipped' : 'Something to look at'}
    >
      <Group justify="space-between" align="flex-end" gap="md">
        <List size="sm" spacing={4}>
          {open.map((risk) => (
            <List.Item key={risk.id}>
              {sentenceOf(risk)}{' '}
              <Text span size="xs" c="dimmed">
                {risk.flaggedBy === null ? '' : `${risk.flaggedBy} · `}
                <Ago at={risk.createdAt} />
              </Text>
            </List.Item>
          ))}
        </List>
        {mayRelease && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              openReleaseRisks(
                orderId,
                open.map(({ id }) => id),
              )
            }
          >
            {held ? 'Release…' : 'Dismiss…'}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function sentenceOf({ rule, facts, note }: Risk): string {
  switch (rule) {
    case 'country_mismatch':
      return `Ordered from ${facts['requestCountry']}, to be sent to ${facts['country']}.`;
    case 'high_first_order':
      return `The first order of this customer, for ${amountOf(facts)}.`;
    case 'many_orders':
      return `${facts['orders']} orders of this address within an hour.`;
    case 'failed_payments':
      return `${facts['declined']} payments were declined before one went through.`;
    case 'manual':
      return note ?? 'Flagged by hand.';
    default:
      return rule satisfies never;
  }
}

function amountOf({ totalMinor, currency }: Risk['facts']): string {
  const known = currencies.find((each) => each === currency);
  return typeof totalMinor === 'number' && known !== undefined
    ? formatMoney({ amountMinor: totalMinor, currency: known })
    : 'a high amount';
}
