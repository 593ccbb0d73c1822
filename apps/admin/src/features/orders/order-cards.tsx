import { Badge, Checkbox, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { Price } from '../../components/price.tsx';
import { OrderStatus, PaymentStatus } from '../../components/status.tsx';
import { count, formatRelative } from '../../lib/format.ts';
import type { OrderRow } from './order.ts';
import classes from './order-list.module.css';
import type { OrderSelection } from './use-order-selection.ts';

interface OrderCardsProps {
  readonly orders: readonly OrderRow[];
  readonly selection: OrderSelection;
}

/** The list on a phone. */
export function OrderCards({ orders, selection }: OrderCardsProps) {
  return orders.map((order) => (
    <article key={order.id} className={classes.entry} aria-label={`Order ${order.number}`}>
      <Checkbox
        aria-label={`Select order ${order.number}`}
        checked={selection.has(order.id)}
        onChange={() => selection.toggle(order)}
      />
      <Link href={`/orders/${order.id}`} className={classes.card}>
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
          {order.held && <Badge color="red">On hold</Badge>}
          {order.openReturn && <Badge color="orange">Return</Badge>}
          {order.tags.map((tag) => (
            <Badge key={tag} variant="default">
              {tag}
            </Badge>
          ))}
        </Group>
      </Link>
    </article>
  ));
}
