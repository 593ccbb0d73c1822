import type { Transaction } from '@turing/db';
import {
  isOpen,
  lockPayments,
  lockRefundable,
  requestRefund,
  requestRefundOf,
  sumGivenElsewhere,
  withdrawPayment,
} from '../orders/index.ts';

/**
 * What a cancelled order means for its money: captured money is asked back, a payment that was never made is cancelled.
 * A shopper who pays on a page still open is refunded when the capture is applied. Lock order: payments.
 */
export async function settleCancelledOrder(tx: Transaction, orderId: string): Promise<void> {
  const payments = await lockPayments(tx, orderId);
  const elsewhereMinor = await sumGivenElsewhere(tx, orderId);
  if (elsewhereMinor > 0) await requestRest(tx, orderId, elsewhereMinor);
  for (const payment of payments) {
    if (payment.capturedMinor > 0 && elsewhereMinor === 0)
      await requestRefundOf(tx, payment, 'order_cancelled');
    if (!isOpen(payment)) continue;
    await withdrawPayment(tx, payment);
  }
}

/** What was given as store credit before is not given again. */
async function requestRest(tx: Transaction, orderId: string, elsewhereMinor: number): Promise<void> {
  const amountMinor = (await lockRefundable(tx, orderId)) - elsewhereMinor;
  if (amountMinor > 0) await requestRefund(tx, { orderId, amountMinor, reason: 'order_cancelled' });
}
