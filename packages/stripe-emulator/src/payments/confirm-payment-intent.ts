import type { Stripe } from 'stripe';
import { authenticationRequired, type Decline } from '../cards.ts';
import type { Context } from '../context.ts';
import { refused, StripeError } from '../errors.ts';
import { idOf } from '../ids.ts';
import { createCharge, type ChargeAttempt } from './create-charge.ts';
import { cardOf, usePaymentMethod } from './payment-methods.ts';

export interface Confirmation {
  paymentMethod?: string;
  returnUrl?: string;
  offSession?: boolean;
}

/** The statuses of a payment intent that nothing has been paid on yet. */
export const unpaidStatuses = new Set<string>([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
]);

/**
 * Charges the payment method, or stops at `requires_action` when the card wants 3-D Secure.
 * @throws card_error 402 on a decline, with the payment intent left at `requires_payment_method`
 */
export function confirmPaymentIntent(
  ctx: Context,
  paymentIntent: Stripe.PaymentIntent,
  confirmation: Confirmation,
): Stripe.PaymentIntent {
  assertConfirmable(paymentIntent);
  const id = confirmation.paymentMethod ?? idOf(paymentIntent.payment_method);
  if (!id)
    throw unexpectedState(
      paymentIntent,
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
    );
  const paymentMethod = usePaymentMethod(ctx, id);
  const { outcome } = cardOf(ctx, paymentMethod);
  paymentIntent.payment_method = paymentMethod.id;
  paymentIntent.last_payment_error = null;
  paymentIntent.next_action = null;
  if (outcome === 'approved') return approve(ctx, { paymentIntent, paymentMethod });
  if (outcome !== 'authentication_required')
    return decline(ctx, { paymentIntent, paymentMethod, decline: outcome });
  if (confirmation.offSession)
    return decline(ctx, { paymentIntent, paymentMethod, decline: authenticationRequired });
  return requireAction(ctx, paymentIntent, confirmation.returnUrl);
}

/** The shopper has come through 3-D Secure: the bank approves. */
export function approveAuthentication(ctx: Context, paymentIntent: Stripe.PaymentIntent): void {
  const paymentMethod = usePaymentMethod(ctx, idOf(paymentIntent.payment_method) ?? '');
  paymentIntent.next_action = null;
  approve(ctx, { paymentIntent, paymentMethod });
}

export function failAuthentication(ctx: Context, paymentIntent: Stripe.PaymentIntent): void {
  const paymentMethod = usePaymentMethod(ctx, idOf(paymentIntent.payment_method) ?? '');
  paymentIntent.last_payment_error = {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    payment_method: structuredClone(paymentMethod),
  };
  needAnotherMethod(ctx, paymentIntent);
}

export function unexpectedState(paymentIntent: Stripe.PaymentIntent, message: string): StripeError {
  return refused(message, {
    code: 'payment_intent_unexpected_state',
    payment_intent: structuredClone(paymentIntent),
  });
}

function assertConfirmable(paymentIntent: Stripe.PaymentIntent): void {
  if (unpaidStatuses.has(paymentIntent.status)) return;
  const message = `You cannot confirm this PaymentIntent because it has a status of ${paymentIntent.status}.`;
  throw unexpectedState(paymentIntent, message);
}

function approve(ctx: Context, attempt: ChargeAttempt): Stripe.PaymentIntent {
  const { paymentIntent } = attempt;
  createCharge(ctx, attempt);
  if (paymentIntent.capture_method === 'manual') {
    paymentIntent.status = 'requires_capture';
    paymentIntent.amount_capturable = paymentIntent.amount;
    ctx.emit('payment_intent.amount_capturable_updated', paymentIntent);
  } else {
    paymentIntent.status = 'succeeded';
    paymentIntent.amount_received = paymentIntent.amount;
    ctx.emit('payment_intent.succeeded', paymentIntent);
  }
  return paymentIntent;
}

function decline(ctx: Context, attempt: ChargeAttempt & { decline: Decline }): never {
  const { paymentIntent, paymentMethod } = attempt;
  const charge = createCharge(ctx, attempt);
  const { code, declineCode, message } = attempt.decline;
  const error = {
    type: 'card_error' as const,
    charge: charge.id,
    code,
    decline_code: declineCode,
    doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
    message,
    payment_method: structuredClone(paymentMethod),
  };
  paymentIntent.last_payment_error = error;
  needAnotherMethod(ctx, paymentIntent);
  throw new StripeError(402, { ...error, payment_intent: structuredClone(paymentIntent) });
}

function needAnotherMethod(ctx: Context, paymentIntent: Stripe.PaymentIntent): void {
  paymentIntent.status = 'requires_payment_method';
  paymentIntent.payment_method = null;
  paymentIntent.next_action = null;
  ctx.emit('payment_intent.payment_failed', paymentIntent);
}

function requireAction(
  ctx: Context,
  paymentIntent: Stripe.PaymentIntent,
  returnUrl?: string,
): Stripe.PaymentIntent {
  paymentIntent.status = 'requires_action';
  paymentIntent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: {
      url: `${ctx.publicUrl()}/c/authenticate/${paymentIntent.id}`,
      return_url: returnUrl ?? null,
    },
  };
  ctx.emit('payment_intent.requires_action', paymentIntent);
  return paymentIntent;
}
