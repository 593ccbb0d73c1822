import { appendEvent, type Transaction } from '@turing/db';
import { type PaymentState, refundableMinor, ShopError } from '@turing/domain';
import type { Services } from '../context.ts';
import { appendTimeline, lockOrder, systemActor } from '../orders/index.ts';
import { lockPaymentOfOrder, updatePayment } from './payment-store.ts';
import { findRefund, type Refund, settleRefund, sumSucceeded } from './refund-store.ts';

/**
 * Gives money back for a recorded refund: call, then apply. Its id is the idempotency key at the gateway, so running it
 * again after a crash at any point refunds once.
 * @throws PAYMENT_GATEWAY_UNAVAILABLE, to be retried
 */
export async function executeRefund(
  services: Pick<Services, 'db' | 'gateway' | 'logger'>,
  refundId: string,
): Promise<void> {
  const refund = await findRefund(services.db.reader, refundId);
  if (refund === null || refund.status !== 'requested') return;
  if (refund.paymentRef === null) throw new ShopError('PAYMENT_NOT_FOUND', { refundId });
  const { gatewayRef, status } = await services.gateway.refund({
    refundId,
    paymentRef: refund.paymentRef,
    amountMinor: refund.amountMinor,
  });
  if (status === 'pending') throw new ShopError('PAYMENT_GATEWAY_UNAVAILABLE', { refundId, status });
  await services.db.transaction((tx) => applyRefund(tx, refund, { gatewayRef, status }));
  if (status === 'failed') services.logger.error('refund failed at the gateway', { refundId, gatewayRef });
}

async function applyRefund(
  tx: Transaction,
  refund: Refund,
  outcome: { readonly gatewayRef: string; readonly status: 'succeeded' | 'failed' },
): Promise<void> {
  const order = await lockOrder(tx, { id: refund.orderId });
  const payment = await lockPaymentOfOrder(tx, refund.orderId);
  if (!(await settleRefund(tx, refund.id, outcome))) return;
  const data = { refundId: refund.id, amountMinor: refund.amountMinor, currency: payment.currency };
  if (outcome.status === 'failed') {
    await appendTimeline(tx, {
      orderId: order.id,
      kind: 'refund_failed',
      from: null,
      to: null,
      actor: systemActor,
      data,
    });
    return;
  }
  // The gateway's own event may have told of this refund already.
  const refundedMinor = Math.min(
    payment.capturedMinor,
    Math.max(payment.refundedMinor, await sumSucceeded(tx, payment.id)),
  );
  const status: PaymentState =
    refundableMinor({ ...payment, refundedMinor }) === 0 ? 'refunded' : 'partially_refunded';
  await updatePayment(tx, payment, { status, refunded_minor: refundedMinor });
  await appendTimeline(tx, {
    orderId: order.id,
    kind: 'refunded',
    from: null,
    to: null,
    actor: systemActor,
    data,
  });
  await appendEvent(tx, { type: 'payment.refunded', entityId: order.id, payload: data });
}
