import { day, later, minutes } from './calendar.ts';
import type { History, PastOrder } from './history.ts';

const letters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz');

interface Moments {
  paidAt: Date;
  endedAt: Date;
}

/** The payment of an order, the session it was made in and the refund, if there was one. */
export function addMoney(history: History, order: PastOrder, { paidAt, endedAt }: Moments): void {
  const { newId } = history.context;
  const { fate, composed } = order;
  const total = composed.pricing.totalMinor;
  const taken = fate.paid ? total : 0;
  const returned = refundOf(order);
  const paymentId = newId(order.placedAt);
  history.rows.payment.push({
    id: paymentId,
    order_id: order.id,
    status: statusOf(order),
    currency: composed.currency,
    amount_minor: total,
    authorised_minor: taken,
    captured_minor: taken,
    refunded_minor: returned,
    // The emulator reads the amount from the id, so that a seeded order can be refunded.
    gateway_ref: fate.paid
      ? `pi_past_${composed.currency.toLowerCase()}_${total}_${reference(history)}`
      : null,
    created_at: order.placedAt,
    updated_at: fate.paid ? paidAt : endedAt,
  });
  if (fate.status === 'pending') return;
  history.rows.payment_attempt.push({
    id: newId(order.placedAt),
    payment_id: paymentId,
    active_key: null,
    status: fate.paid ? 'succeeded' : 'expired',
    session_ref: `cs_test_${reference(history)}`,
    session_url: null,
    expires_at: new Date(order.placedAt.getTime() + minutes(60)),
    created_at: order.placedAt,
  });
  if (returned > 0) addRefund(history, order, { paymentId, amountMinor: returned, endedAt });
}

function addRefund(
  history: History,
  order: PastOrder,
  refund: { paymentId: string; amountMinor: number; endedAt: Date },
): void {
  const { random, newId, now } = history.context;
  const cancelled = order.fate.status === 'cancelled';
  const wait = cancelled ? minutes(random.int(1, 4)) : random.int(9, 24) * day;
  const at = later(refund.endedAt, wait, now);
  const id = newId(at);
  history.rows.refund.push({
    id,
    payment_id: refund.paymentId,
    amount_minor: refund.amountMinor,
    status: 'succeeded',
    reason: cancelled
      ? 'order_cancelled'
      : random.pick(['Arrived damaged', 'Did not fit', 'Not as expected']),
    gateway_ref: `re_${reference(history)}`,
    created_at: at,
  });
  history.rows.order_timeline.push({
    id: newId(at),
    order_id: order.id,
    kind: 'refunded',
    from_status: null,
    to_status: null,
    actor_kind: 'system',
    actor_id: null,
    data: { refundId: id, amountMinor: refund.amountMinor, currency: order.composed.currency },
    created_at: at,
  });
}

function refundOf({ fate, composed }: PastOrder): number {
  const { totalMinor, lines } = composed.pricing;
  if (fate.refund === 'all') return totalMinor;
  if (fate.refund === 'none') return 0;
  // One line, or half of an order that has no other.
  const first = lines[0]?.totalMinor ?? 0;
  return lines.length > 1 && first > 0 ? first : Math.floor(totalMinor / 2);
}

function statusOf({
  fate,
  composed,
}: PastOrder): 'pending' | 'captured' | 'partially_refunded' | 'refunded' | 'cancelled' {
  if (!fate.paid) return fate.status === 'pending' ? 'pending' : 'cancelled';
  if (fate.refund === 'none' || composed.pricing.totalMinor === 0) return 'captured';
  return fate.refund === 'all' ? 'refunded' : 'partially_refunded';
}

function reference(history: History): string {
  return Array.from({ length: 24 }, () => history.context.random.pick(letters)).join('');
}
