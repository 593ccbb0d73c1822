import type { Transaction } from '@turing/db';
import { isOpen, lockPayments, requestRefundOf, withdrawPayment } from '../orders/index.ts';

/**
 * What a cancelled order means for its money: captured money is asked back, a payment that was never made is cancelled.
 * A shopper who pays on a page still open is refunded when the capture is applied. Lock order: payments.
 */
export async function settleCancelledOrder(tx: Transaction, orderId: string): Promise<void> {
  for (const payment of await lockPayments(tx, orderId)) {
    if (payment.capturedMinor > 0) await requestRefundOf(tx, payment, 'order_cancelled');
    if (!isOpen(payment)) continue;
    await withdrawPayment(tx, payment);
  }
}
