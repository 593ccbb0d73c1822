import { appendEvent, type Transaction } from '@turing/db';
import { canPaymentTransition, nextPaymentState, type PaymentState } from '@turing/domain';
import {
  appendTimeline,
  confirmOrder,
  endAttempts,
  type LockedOrder,
  lockOrder,
  lockPayment,
  type Payment,
  requestRefundOf,
  settleDifference,
  systemActor,
  updatePayment,
} from '../orders/index.ts';
import type { PaymentFact } from './gateway.ts';
import { findPaymentPlace, type PaymentOrigin } from './payment-store.ts';

type Fact<Kind extends PaymentFact['kind']> = Extract<PaymentFact, { kind: Kind }>;

/**
 * Applies what the gateway said happened. The webhook, the return page and the poller all come through here, in any
 * order and any number of times: a fact that changes nothing (any more) is dropped. Lock order: order, payment.
 */
export async function applyPaymentFact(tx: Transaction, fact: PaymentFact, now: Date): Promise<void> {
  const place = await findPaymentPlace(tx, originOf(fact));
  if (place === null) return;
  const order = await lockOrder(tx, { id: place.orderId });
  const payment = await lockPayment(tx, place.id);
  switch (fact.kind) {
    case 'captured':
      return applyCapture(tx, { order, payment }, { ...fact, now });
    case 'declined':
      return applyDecline(tx, payment, fact);
    case 'session_expired':
      return endAttempts(tx, payment.id, 'expired');
    case 'refunded':
      return applyOutsideRefund(tx, payment, fact);
  }
}

function originOf(fact: PaymentFact): PaymentOrigin {
  if (fact.kind === 'refunded') return { paymentRef: fact.paymentRef };
  return fact.kind === 'declined' ? { attemptId: fact.attemptId } : { sessionRef: fact.sessionRef };
}

async function applyCapture(
  tx: Transaction,
  { order, payment }: { readonly order: LockedOrder; readonly payment: Payment },
  fact: Fact<'captured'> & { now: Date },
): Promise<void> {
  await endAttempts(tx, payment.id, 'succeeded');
  const exact = fact.amountMinor === payment.amountMinor && fact.currency === payment.currency;
  if (!exact) return sendToReview(tx, payment, fact);
  if (!canPaymentTransition(payment.status, 'captured')) return;
  await updatePayment(tx, payment, {
    status: nextPaymentState(payment.status, 'captured'),
    authorised_minor: payment.amountMinor,
    captured_minor: payment.amountMinor,
    gateway_ref: fact.paymentRef,
    last_failure: null,
  });
  const captured = { ...payment, capturedMinor: payment.amountMinor };
  const outcome = await useMoney(tx, { order, payment: captured }, fact.now);
  if (outcome !== 'out_of_stock' && outcome !== 'credit_gone' && outcome !== 'cancelled') return;
  await appendTimeline(tx, {
    orderId: order.id,
    kind: 'paid_too_late',
    from: null,
    to: null,
    actor: systemActor,
    data: { outcome },
  });
  await requestRefundOf(tx, captured, outcome);
}

/** What captured money does: the order's own confirms it, a difference is settled unless nobody owes it any more. */
async function useMoney(
  tx: Transaction,
  { order, payment }: { readonly order: LockedOrder; readonly payment: Payment },
  now: Date,
) {
  if (payment.purpose === 'order') return confirmOrder(tx, { orderId: order.id, now });
  if (payment.status === 'cancelled' || order.status === 'cancelled') return 'cancelled';
  await settleDifference(tx, { order, payment, actor: systemActor });
  return 'settled';
}

async function sendToReview(tx: Transaction, payment: Payment, fact: Fact<'captured'>): Promise<void> {
  if (!canPaymentTransition(payment.status, 'review')) return;
  await updatePayment(tx, payment, {
    status: nextPaymentState(payment.status, 'mismatched'),
    gateway_ref: fact.paymentRef,
  });
  await appendTimeline(tx, {
    orderId: payment.orderId,
    kind: 'payment_in_review',
    from: null,
    to: null,
    actor: systemActor,
    data: {
      expectedMinor: payment.amountMinor,
      expectedCurrency: payment.currency,
      receivedMinor: fact.amountMinor,
      receivedCurrency: fact.currency,
    },
  });
}

async function applyDecline(tx: Transaction, payment: Payment, fact: Fact<'declined'>): Promise<void> {
  if (payment.status !== 'failed' && !canPaymentTransition(payment.status, 'failed')) return;
  await updatePayment(tx, payment, { status: 'failed', last_failure: fact.failure });
  await appendTimeline(tx, {
    orderId: payment.orderId,
    kind: 'payment_declined',
    from: null,
    to: null,
    actor: systemActor,
    data: { failure: fact.failure },
  });
  // One event for each time it begins to fail: the page of the gateway may refuse several cards in a row.
  if (payment.status === 'failed' || payment.purpose !== 'order') return;
  const payload = { paymentId: payment.id, failure: fact.failure };
  await appendEvent(tx, { type: 'payment.failed', entityId: payment.orderId, payload });
}

async function applyOutsideRefund(tx: Transaction, payment: Payment, fact: Fact<'refunded'>): Promise<void> {
  const refundedMinor = Math.min(fact.refundedMinor, payment.capturedMinor);
  if (refundedMinor <= payment.refundedMinor) return;
  const status: PaymentState = refundedMinor === payment.capturedMinor ? 'refunded' : 'partially_refunded';
  await updatePayment(tx, payment, { status, refunded_minor: refundedMinor });
}
