import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { invalidParameter } from '../errors.ts';
import { newId, randomText } from '../ids.ts';
import { formatMoney, minimumChargeMinor } from '../money.ts';
import { paymentIntentSkeleton } from '../skeletons/payment-intent.ts';

export interface NewPaymentIntent extends Partial<Stripe.PaymentIntent> {
  amount: number;
  currency: string;
}

export function createPaymentIntent(ctx: Context, fields: NewPaymentIntent): Stripe.PaymentIntent {
  assertChargeable(fields.amount, fields.currency);
  const id = newId('pi');
  const paymentIntent: Stripe.PaymentIntent = {
    ...structuredClone(paymentIntentSkeleton),
    capture_method: 'automatic_async',
    payment_method_types: ['card'],
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    ...structuredClone(fields),
    id,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: ctx.now(),
    status: fields.payment_method ? 'requires_confirmation' : 'requires_payment_method',
  };
  ctx.state.paymentIntents.set(id, paymentIntent);
  ctx.emit('payment_intent.created', paymentIntent);
  return paymentIntent;
}

export function assertChargeable(amount: number, currency: string): void {
  const minimum = minimumChargeMinor(currency);
  if (amount < minimum) {
    throw invalidParameter(
      'amount',
      `Amount must be at least ${formatMoney(minimum, currency)}`,
      'amount_too_small',
    );
  }
  if (amount > 99_999_999) {
    const message = `Amount must be no more than ${formatMoney(99_999_999, currency)}`;
    throw invalidParameter('amount', message, 'amount_too_large');
  }
}
