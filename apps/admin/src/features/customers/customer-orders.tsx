'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { Outdated } from '../../components/outdated.tsx';
import { Pager } from '../../components/pager.tsx';
import { Price } from '../../components/price.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { OrderStatus } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import classes from './customers.module.css';

export function CustomerOrders({ id }: { id: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const orders = useQuery(
    trpc.customers.staff.accounts.orders.queryOptions(
      { id, limit: 10, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Section title="Orders" flush>
      {orders.isPending && <RowSkeletons rows={3} />}
      {orders.isError && <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.data?.items.length === 0 && (
        <Text size="sm" c="dimmed" p="md" pt={0}>
          Nothing bought yet.
        </Text>
      )}
      <Outdated when={orders.isPlaceholderData}>
        {orders.data?.items.map((order) => (
          <Group key={order.id} justify="space-between" wrap="nowrap" className={classes.row}>
            <div>
              <Anchor component={Link} href={`/orders/${order.id}`} fw={600} size="sm" className="tabular">
                #{order.number}
              </Anchor>
              <Text size="xs" c="dimmed">
                {formatDateTime(order.placedAt)}
              </Text>
            </div>
            <Group gap="md" wrap="nowrap">
              <OrderStatus status={order.status} />
              <Text size="sm" fw={500}>
                <Price amountMinor={order.totalMinor} currency={order.currency} />
              </Text>
            </Group>
          </Group>
        ))}
      </Outdated>
      <Pager
        cursors={cursors}
        nextCursor={orders.data?.nextCursor ?? null}
        busy={orders.isPlaceholderData}
        onTurn={setCursors}
      />
    </Section>
  );
}
