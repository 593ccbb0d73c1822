import { addJob, reach, type Transaction } from '@turing/db';
import { type RefundSource, shareRefund } from '@turing/domain';
import { lockPayments, type Payment } from './payment-store.ts';
import {
  findRequestedRefunds,
  insertRefund,
  type RequestedRefund,
  sumRefundsByPayment,
} from './refund-request-store.ts';

export interface RefundRequest {
  readonly orderId: string;
  readonly amountMinor: number;
  /** A word of the shop's own, never about the buyer. */
  readonly reason: string;
  /** The same request again changes nothing: its key is the refunds'. */
  readonly key?: string;
}

/**
 * Asks for an amount back from the payments of a locked order: newest difference first, the order's own payment last, each
 * up to what was captured and not asked for before. The worker makes the calls at the gateway; what was paid by hand waits
 * for staff. Lock order: payments after the order.
 * @returns one refund for each payment that gives
 * @throws REFUND_EXCEEDS_CAPTURE with `leftMinor`
 */
export async function requestRefund(tx: Transaction, request: RefundRequest): Promise<RequestedRefund[]> {
  const payments = await lockPayments(tx, request.orderId);
  if (request.key !== undefined) {
    const before = await findRequestedRefunds(tx, request.key);
    if (before.length > 0) return before;
  }
  const shares = shareRefund(request.amountMinor, await sourcesOf(tx, request.orderId, payments));
  const refunds: RequestedRefund[] = [];
  for (const { id: paymentId, amountMinor } of shares) {
    const asked = { paymentId, amountMinor, reason: request.reason, key: request.key ?? null };
    const id = await insertRefund(tx, asked);
    refunds.push({ id, paymentId, amountMinor });
    const { provider } = payments.find((payment) => payment.id === paymentId) ?? {};
    if (provider === 'stripe') await queueRefund(tx, id);
  }
  return refunds;
}

/** What can still be asked back of all payments of a locked order. Lock order: payments after the order. */
export async function lockRefundable(tx: Transaction, orderId: string): Promise<number> {
  const sources = await sourcesOf(tx, orderId, await lockPayments(tx, orderId));
  return sources.reduce((sum, { leftMinor }) => sum + leftMinor, 0);
}

/** Asks for what is left of one locked payment alone. */
export async function requestRefundOf(tx: Transaction, payment: Payment, reason: string): Promise<void> {
  const asked = await sumRefundsByPayment(tx, payment.orderId);
  const amountMinor = leftOf(payment, asked);
  if (amountMinor === 0) return;
  const id = await insertRefund(tx, { paymentId: payment.id, amountMinor, reason, key: null });
  if (payment.provider === 'stripe') await queueRefund(tx, id);
}

async function queueRefund(tx: Transaction, refundId: string): Promise<void> {
  await addJob(tx, { task: 'execute-refund', payload: { refundId } }, { key: `refund:${refundId}` });
  reach('refund.recorded');
}

/** What the gateway gave back by itself counts as well; its event may have told of a refund before we settled it. */
function leftOf(payment: Payment, asked: ReadonlyMap<string, number>): number {
  return Math.max(0, payment.capturedMinor - Math.max(payment.refundedMinor, asked.get(payment.id) ?? 0));
}

async function sourcesOf(
  tx: Transaction,
  orderId: string,
  payments: readonly Payment[],
): Promise<RefundSource[]> {
  const asked = await sumRefundsByPayment(tx, orderId);
  return payments.toReversed().map((payment) => ({ id: payment.id, leftMinor: leftOf(payment, asked) }));
}
