import { appendEvent, type Transaction } from '@turing/db';
import { nextOrderState, type OrderEvent } from '@turing/domain';
import {
  type Actor,
  appendTimeline,
  type LockedOrder,
  type OrderChange,
  updateOrder,
} from './order-store.ts';

export interface OrderStep {
  readonly event: OrderEvent;
  readonly actor: Actor;
  readonly change?: OrderChange;
  readonly data?: Record<string, unknown>;
  /** What the rest of the shop is told where it is not what the event is called. */
  readonly message?: string;
}

const messages = {
  paid: 'order.confirmed',
  accepted: 'order.confirmed',
  cancelled: 'order.cancelled',
  expired: 'order.expired',
  shipped: 'order.shipped',
  delivered: 'order.delivered',
  unshipped: 'order.unshipped',
} as const satisfies Record<OrderEvent, string>;

/**
 * Moves a locked order along one edge of its state machine: status, one timeline row and one event, or nothing.
 * @throws ORDER_TRANSITION_REFUSED when there is no such edge, VERSION_CONFLICT
 */
export async function changeOrder(tx: Transaction, order: LockedOrder, step: OrderStep): Promise<void> {
  const to = nextOrderState(order.status, step.event);
  await updateOrder(tx, order, { ...step.change, status: to });
  await appendTimeline(tx, {
    orderId: order.id,
    kind: step.event,
    from: order.status,
    to,
    actor: step.actor,
    ...(step.data === undefined ? {} : { data: step.data }),
  });
  await appendEvent(tx, {
    type: step.message ?? messages[step.event],
    entityId: order.id,
    payload: step.data ?? {},
  });
}
