import { appendEvent, type Transaction } from '@turing/db';
import { quoteRefund, type RefundQuote, type RefundWish, ShopError } from '@turing/domain';
import { issueStoreCredit, returnToAccounts } from '../credit/index.ts';
import { lockPayments } from '../money/payment-store.ts';
import { requestRefund } from '../money/request-refund.ts';
import { type Actor, appendTimeline } from '../order-store.ts';
import { insertOrderRefund, type NewOrderRefund, tieRefunds } from './order-refund-store.ts';
import { loadRefundable, type RefundState } from './refundable-store.ts';

export interface GiveBack extends Omit<NewOrderRefund, 'staffId'> {
  readonly wish: RefundWish;
  /** The sum that was shown. */
  readonly expectedTotalMinor: number;
  readonly staffId: string;
  /** Of an exchange: what the new things take of the sum. The rest goes to the payment. */
  readonly exchangedMinor?: number;
}

export interface GivenBack {
  readonly orderRefundId: string;
  readonly quote: RefundQuote;
}

/**
 * Gives money back for units, shipping or an amount of a locked order: to its payments first and to the credit it was paid
 * with for the rest, or as store credit. What goes to payments is asked for here and given by the worker. Lock order:
 * payments, then credit accounts, after the order.
 * @throws REFUND_INVALID, REFUND_EXCEEDS_CAPTURE, REFUND_TOTAL_CHANGED with `totalMinor`, STORE_CREDIT_NEEDS_ACCOUNT
 */
export async function giveBack(tx: Transaction, back: GiveBack): Promise<GivenBack> {
  await lockPayments(tx, back.orderId);
  const state = await loadRefundable(tx, back.orderId);
  const quote = quoteRefund(state, back.wish);
  const { totalMinor } = quote;
  if (totalMinor !== back.expectedTotalMinor) throw new ShopError('REFUND_TOTAL_CHANGED', { totalMinor });
  const orderRefundId = await insertOrderRefund(tx, back, quote);
  const paidBackMinor = back.destination === 'store_credit' ? 0 : totalMinor - (back.exchangedMinor ?? 0);
  if (paidBackMinor > 0) await payBack(tx, back, { orderRefundId, totalMinor: paidBackMinor, state });
  if (totalMinor > 0 && back.destination === 'store_credit')
    await credit(tx, back, { orderRefundId, totalMinor, state });
  await tell(tx, back, { orderRefundId, totalMinor, state });
  return { orderRefundId, quote };
}

interface Booking {
  readonly orderRefundId: string;
  readonly totalMinor: number;
  readonly state: RefundState;
}

async function payBack(
  tx: Transaction,
  { orderId, reason, staffId }: GiveBack,
  { orderRefundId, totalMinor, state }: Booking,
): Promise<void> {
  const key = `order-refund:${orderRefundId}`;
  const cardMinor = Math.min(totalMinor, state.paymentsLeftMinor);
  if (cardMinor > 0) {
    const refunds = await requestRefund(tx, { orderId, amountMinor: cardMinor, reason, key });
    await tieRefunds(
      tx,
      refunds.map(({ id }) => id),
      orderRefundId,
    );
  }
  const creditMinor = totalMinor - cardMinor;
  if (creditMinor > 0)
    await returnToAccounts(tx, { orderId, amountMinor: creditMinor, key, reason, staffId });
}

async function credit(
  tx: Transaction,
  { orderId, reason, staffId, note }: GiveBack,
  { orderRefundId, totalMinor, state }: Booking,
): Promise<void> {
  const { customerId, currency } = state;
  if (customerId === null) throw new ShopError('STORE_CREDIT_NEEDS_ACCOUNT');
  const key = `order-refund:${orderRefundId}`;
  await issueStoreCredit(tx, {
    customerId,
    currency,
    amountMinor: totalMinor,
    key,
    reason,
    orderId,
    staffId,
    note,
  });
}

async function tell(
  tx: Transaction,
  { orderId, destination, returnId, staffId }: GiveBack,
  { orderRefundId, totalMinor, state }: Booking,
): Promise<void> {
  const actor: Actor = { kind: 'staff', id: staffId };
  const { currency } = state;
  const data = { orderRefundId, amountMinor: totalMinor, currency, destination, returnId };
  await appendTimeline(tx, { orderId, kind: 'refund_decided', from: null, to: null, actor, data });
  // Money to a card has its own letter once the gateway has sent it.
  if (destination === 'store_credit')
    await appendEvent(tx, { type: 'order.credited', entityId: orderId, payload: data });
}
