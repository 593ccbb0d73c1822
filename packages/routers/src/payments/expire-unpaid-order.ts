import type { Services } from '../context.ts';
import {
  endAttempts,
  expireOrder,
  isOpen,
  lockOrder,
  lockOrderPayment,
  updatePayment,
} from '../orders/index.ts';
import { findLiveAttempt } from './attempt-store.ts';
import { findDueOrder, listDueOrderIds } from './due-order-store.ts';
import { syncPayment } from './sync-payment.ts';

type ExpiryServices = Pick<Services, 'db' | 'now' | 'gateway'>;

/**
 * Ends an order that was not paid in time. Its payment page is closed at the gateway first and asked once more, so that
 * money which arrived at the last moment confirms the order instead. Idempotent.
 * @throws PAYMENT_GATEWAY_UNAVAILABLE, to be retried
 */
export async function expireUnpaidOrder(services: ExpiryServices, orderId: string): Promise<void> {
  const due = await findDueOrder(services.db.reader, orderId, services.now());
  if (due === null) return;
  const attempt = await findLiveAttempt(services.db.reader, due.paymentId);
  if (attempt?.sessionRef != null) {
    await services.gateway.closeCheckout(attempt.sessionRef);
    await syncPayment(services, { orderToken: due.token });
  }
  await services.db.transaction(async (tx) => {
    await lockOrder(tx, { id: orderId });
    const payment = await lockOrderPayment(tx, orderId);
    // Money that arrived, even another amount than asked, keeps the order and its stock.
    if (!isOpen(payment)) return;
    if (!(await expireOrder(tx, { orderId, now: services.now() }))) return;
    await endAttempts(tx, payment.id, 'expired');
    await updatePayment(tx, payment, { status: 'cancelled' });
  });
}

/**
 * The sweep behind the timers: ends every overdue order, oldest first, at most `limit`; how many it looked at. One that
 * fails is logged and left to the next sweep, so that it does not hold up the rest.
 */
export async function expireOverdueOrders(
  services: ExpiryServices & Pick<Services, 'logger'>,
  limit: number,
): Promise<number> {
  const ids = await listDueOrderIds(services.db.reader, services.now(), limit);
  for (const orderId of ids) {
    try {
      await expireUnpaidOrder(services, orderId);
    } catch (cause) {
      services.logger.error('an overdue order could not be expired', { orderId, cause });
    }
  }
  return ids.length;
}
