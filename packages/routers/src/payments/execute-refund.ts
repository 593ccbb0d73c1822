import { appendEvent, reach, type Transaction } from '@turing/db';
import { isShopError, type PaymentState, refundableMinor, ShopError } from '@turing/domain';
import type { Services } from '../context.ts';
import {
  type Actor,
  appendTimeline,
  lockOrder,
  lockPayment,
  systemActor,
  updatePayment,
} from '../orders/index.ts';
import type { PaymentGateway } from './gateway.ts';
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
  if (refund === null || refund.status !== 'requested' || refund.provider !== 'stripe') return;
  if (refund.paymentRef === null) throw new ShopError('PAYMENT_NOT_FOUND', { refundId });
  reach('refund.before-call');
  const outcome = await askGateway(services.gateway, { ...refund, paymentRef: refund.paymentRef });
  reach('refund.after-call');
  await services.db.transaction((tx) => applyRefund(tx, refund, outcome));
  reach('refund.after-commit');
  if (outcome.status === 'failed')
    services.logger.error('refund failed at the gateway', { refundId, ...outcome });
}

export interface RefundOutcome {
  readonly status: 'succeeded' | 'failed';
  readonly gatewayRef: string | null;
  /** How it was made by hand. */
  readonly reference?: string | null;
  readonly actor?: Actor;
}

/** A refusal is an answer: asking again would be refused again. */
async function askGateway(
  gateway: PaymentGateway,
  refund: Refund & { paymentRef: string },
): Promise<RefundOutcome> {
  try {
    const { gatewayRef, status } = await gateway.refund({
      refundId: refund.id,
      paymentRef: refund.paymentRef,
      amountMinor: refund.amountMinor,
    });
    if (status !== 'pending') return { status, gatewayRef };
  } catch (error) {
    if (!isShopError(error) || error.code !== 'PAYMENT_GATEWAY_REFUSED') throw error;
    return { status: 'failed', gatewayRef: null };
  }
  throw new ShopError('PAYMENT_GATEWAY_UNAVAILABLE', { refundId: refund.id });
}

/** Applies what became of a refund, once. Lock order: order, payment. */
export async function applyRefund(tx: Transaction, refund: Refund, outcome: RefundOutcome): Promise<void> {
  const order = await lockOrder(tx, { id: refund.orderId });
  const payment = await lockPayment(tx, refund.paymentId);
  if (!(await settleRefund(tx, refund.id, outcome))) return;
  const data = { refundId: refund.id, amountMinor: refund.amountMinor, currency: payment.currency };
  if (outcome.status === 'failed') {
    await appendTimeline(tx, {
      orderId: order.id,
      kind: 'refund_failed',
      from: null,
      to: null,
      actor: outcome.actor ?? systemActor,
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
    actor: outcome.actor ?? systemActor,
    data,
  });
  await appendEvent(tx, { type: 'payment.refunded', entityId: order.id, payload: data });
}
