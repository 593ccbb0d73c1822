import { Badge } from '@mantine/core';
import type { FulfilmentState, OrderState, PaymentState } from '@turing/domain';
import classes from './status.module.css';

interface Appearance {
  readonly label: string;
  readonly color: string;
}

export const orderStatuses: Readonly<Record<OrderState, Appearance>> = {
  pending: { label: 'Awaiting payment', color: 'yellow' },
  confirmed: { label: 'Confirmed', color: 'brand' },
  shipped: { label: 'Shipped', color: 'cyan' },
  delivered: { label: 'Delivered', color: 'teal' },
  cancelled: { label: 'Cancelled', color: 'gray' },
  expired: { label: 'Expired', color: 'gray' },
};

export const paymentStatuses: Readonly<Record<PaymentState, Appearance>> = {
  pending: { label: 'Unpaid', color: 'yellow' },
  authorised: { label: 'Authorised', color: 'blue' },
  partially_captured: { label: 'Partly paid', color: 'orange' },
  captured: { label: 'Paid', color: 'teal' },
  partially_refunded: { label: 'Partly refunded', color: 'grape' },
  refunded: { label: 'Refunded', color: 'grape' },
  failed: { label: 'Failed', color: 'red' },
  cancelled: { label: 'Voided', color: 'gray' },
  review: { label: 'In review', color: 'pink' },
};

export const fulfilmentStatuses: Readonly<Record<FulfilmentState, Appearance>> = {
  unfulfilled: { label: 'Unfulfilled', color: 'gray' },
  partially_fulfilled: { label: 'Partly fulfilled', color: 'blue' },
  fulfilled: { label: 'Fulfilled', color: 'teal' },
};

export function OrderStatus({ status }: { status: OrderState }) {
  return <StatusBadge {...orderStatuses[status]} />;
}

export function PaymentStatus({ status }: { status: PaymentState }) {
  return <StatusBadge {...paymentStatuses[status]} />;
}

export function FulfilmentStatus({ status }: { status: FulfilmentState }) {
  return <StatusBadge {...fulfilmentStatuses[status]} />;
}

export function StatusBadge({ label, color }: Appearance) {
  return (
    <Badge color={color} className={classes.badge} leftSection={<span className={classes.dot} aria-hidden />}>
      {label}
    </Badge>
  );
}

/** Choices of a filter, in the order of the states. */
export function statusOptions<State extends string>(
  appearances: Readonly<Record<State, Appearance>>,
): { value: State; label: string }[] {
  return (Object.entries(appearances) as [State, Appearance][]).map(([value, { label }]) => ({
    value,
    label,
  }));
}
