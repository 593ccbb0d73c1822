import type { Transaction } from '@turing/db';
import { endAttempt } from './attempt-store.ts';
import { lockPaymentOfOrder, updatePayment } from './payment-store.ts';
import { requestFullRefund } from './request-refund.ts';

/**
 * What a cancelled order means for its money: captured money is asked back, a payment that was never made is cancelled.
 * A shopper who pays on a page still open is refunded when the capture is applied. Lock order: payment.
 */
export async function settleCancelledOrder(tx: Transaction, orderId: string): Promise<void> {
  const payment = await lockPaymentOfOrder(tx, orderId);
  if (payment.capturedMinor > 0) return requestFullRefund(tx, { orderId, reason: 'order_cancelled' });
  if (payment.status !== 'pending' && payment.status !== 'failed') return;
  await updatePayment(tx, payment, { status: 'cancelled' });
  await endAttempt(tx, payment.id, 'expired');
}
