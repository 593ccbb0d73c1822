'use client';

import { Group, Text } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { ShoppingBag } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Price } from '../../components/price.tsx';
import { OrderStatus } from '../../components/status.tsx';
import classes from './palette.module.css';
import type { FoundOrder } from './use-order-search.ts';

export function OrderResults({ orders }: { orders: readonly FoundOrder[] }) {
  const router = useRouter();
  if (orders.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label="Orders">
      {orders.map((order) => (
        <Spotlight.Action key={order.id} onClick={() => router.push(`/orders/${order.id}`)}>
          <Group gap="sm" wrap="nowrap" w="100%">
            <ShoppingBag size={18} aria-hidden />
            <div className={classes.order}>
              <Text size="sm" fw={500} truncate>
                #{order.number} · {order.name}
              </Text>
              <Text size="xs" truncate>
                {order.email}
              </Text>
            </div>
            <Group gap="sm" wrap="nowrap" className={classes.amount}>
              <Text size="sm" visibleFrom="xs">
                <Price amountMinor={order.totalMinor} currency={order.currency} />
              </Text>
              <OrderStatus status={order.status} />
            </Group>
          </Group>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}
