import { addJob, type Transaction } from '@turing/db';
import { insertRefund, sumRefunds } from './refund-store.ts';
import { lockPaymentOfOrder } from './payment-store.ts';

/**
 * Asks for everything captured and not yet given back, once: what was asked for before counts. The worker makes the
 * call. Lock order: payment after order.
 */
export async function requestFullRefund(
  tx: Transaction,
  refund: { readonly orderId: string; readonly reason: string },
): Promise<void> {
  const payment = await lockPaymentOfOrder(tx, refund.orderId);
  const amountMinor = payment.capturedMinor - (await sumRefunds(tx, payment.id));
  if (amountMinor <= 0) return;
  const refundId = await insertRefund(tx, { paymentId: payment.id, amountMinor, reason: refund.reason });
  await addJob(tx, { task: 'execute-refund', payload: { refundId } }, { key: `refund:${refundId}` });
}
