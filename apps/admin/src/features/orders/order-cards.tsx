import { Group, Text } from '@mantine/core';
import Link from 'next/link';
import { Price } from '../../components/price.tsx';
import { OrderStatus, PaymentStatus } from '../../components/status.tsx';
import { count, formatRelative } from '../../lib/format.ts';
import type { OrderRow } from './order.ts';
import classes from './order-list.module.css';

/** The list on a phone. */
export function OrderCards({ orders }: { orders: readonly OrderRow[] }) {
  return orders.map((order) => (
    <Link key={order.id} href={`/orders/${order.id}`} className={classes.card}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} className="tabular">
          #{order.number}
        </Text>
        <Text size="sm" fw={600}>
          <Price amountMinor={order.totalMinor} currency={order.currency} />
        </Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="xs" mt={2}>
        <Text size="sm" truncate>
          {order.name}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {count(order.itemCount, 'item')} · {formatRelative(order.placedAt)}
        </Text>
      </Group>
      <Group gap={6} mt={8}>
        <OrderStatus status={order.status} />
        <PaymentStatus status={order.paymentStatus} />
      </Group>
    </Link>
  ));
}
