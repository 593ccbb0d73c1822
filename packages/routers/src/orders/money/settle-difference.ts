import { appendEvent, type Transaction } from '@turing/db';
import { releaseHeldUnits } from '../edits/edit-store.ts';
import { type Actor, appendTimeline, type LockedOrder } from '../order-store.ts';
import type { Payment } from './payment-store.ts';

/** What it means that a difference was paid: what waited for it can be shipped. Called once, when its money was captured. */
export async function settleDifference(
  tx: Transaction,
  paid: { readonly order: LockedOrder; readonly payment: Payment; readonly actor: Actor },
): Promise<void> {
  const { order, payment, actor } = paid;
  const data = { paymentId: payment.id, amountMinor: payment.amountMinor, currency: payment.currency };
  await releaseHeldUnits(tx, order.id);
  await appendTimeline(tx, {
    orderId: order.id,
    kind: 'difference_paid',
    from: null,
    to: null,
    actor,
    data,
  });
  await appendEvent(tx, { type: 'payment.difference_paid', entityId: order.id, payload: data });
}
