import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { invalidParameter } from '../errors.ts';
import { idOf } from '../ids.ts';
import { unexpectedState } from './confirm-payment-intent.ts';
import { getCharge } from './find.ts';

/** Takes the money that was authorized, all of it by default; what is left over is released. */
export function capturePaymentIntent(
  ctx: Context,
  paymentIntent: Stripe.PaymentIntent,
  amount?: number,
): void {
  if (paymentIntent.status !== 'requires_capture') {
    const message = `This PaymentIntent could not be captured because it has a status of ${paymentIntent.status}.`;
    throw unexpectedState(paymentIntent, message);
  }
  const captured = amount ?? paymentIntent.amount_capturable;
  if (captured > paymentIntent.amount_capturable) {
    const message = 'The amount_to_capture is greater than the amount_capturable.';
    throw invalidParameter('amount_to_capture', message, 'amount_too_large');
  }
  const charge = getCharge(ctx.state, idOf(paymentIntent.latest_charge) ?? '');
  charge.captured = true;
  charge.amount_captured = captured;
  paymentIntent.amount_received = captured;
  paymentIntent.amount_capturable = 0;
  paymentIntent.status = 'succeeded';
  ctx.emit('charge.captured', charge);
  ctx.emit('payment_intent.succeeded', paymentIntent);
}

export function cancelPaymentIntent(
  ctx: Context,
  paymentIntent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  if (paymentIntent.status === 'succeeded' || paymentIntent.status === 'canceled') {
    const message = `You cannot cancel this PaymentIntent because it has a status of ${paymentIntent.status}.`;
    throw unexpectedState(paymentIntent, message);
  }
  const charge = ctx.state.charges.get(idOf(paymentIntent.latest_charge) ?? '');
  if (paymentIntent.status === 'requires_capture' && charge) {
    charge.refunded = true;
    charge.amount_refunded = charge.amount;
  }
  paymentIntent.status = 'canceled';
  paymentIntent.canceled_at = ctx.now();
  paymentIntent.cancellation_reason = reason;
  paymentIntent.amount_capturable = 0;
  paymentIntent.next_action = null;
  ctx.emit('payment_intent.canceled', paymentIntent);
}
