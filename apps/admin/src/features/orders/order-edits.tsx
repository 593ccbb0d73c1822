'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@turing/domain';
import { Ago } from '../../components/moment.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import classes from './order-payments.module.css';
import type { StaffOrder } from './order.ts';

/** What was changed after the order was placed, with the totals before and after; nothing where nothing was. */
export function OrderEdits({ order }: { order: StaffOrder }) {
  const trpc = useTRPC();
  const edits = useQuery(trpc.orders.staff.edits.list.queryOptions({ id: order.id }));
  const items = edits.data?.items ?? [];
  if (items.length === 0) return null;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: order.currency });
  return (
    <Section title="Changes">
      <ul className={classes.payments}>
        {items.map((edit) => (
          <li key={edit.id} className={classes.payment}>
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={500} className="tabular">
                {money(edit.before.totalMinor)} → {money(edit.after.totalMinor)}
              </Text>
              <Text size="xs" c="dimmed">
                {edit.staffName ?? 'Staff'} · <Ago at={edit.createdAt} />
              </Text>
            </Group>
            <Stack gap={2}>
              {edit.changes.map(({ name, from, to }) => (
                <Text key={name} size="sm" c="dimmed">
                  {name}: {from} → {to}
                </Text>
              ))}
              {edit.note !== null && <Text size="sm">“{edit.note}”</Text>}
            </Stack>
          </li>
        ))}
      </ul>
    </Section>
  );
}
