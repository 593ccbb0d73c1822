import type { Stripe } from 'stripe';
import { readShipping } from '../addresses.ts';
import { invalidParameter } from '../errors.ts';
import { isCurrency } from '../money.ts';
import type { Params } from '../params.ts';

export const paymentIntentParameters = [
  'capture_method',
  'description',
  'metadata',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'statement_descriptor',
  'statement_descriptor_suffix',
  'transfer_group',
] as const;

type Fields = Partial<Stripe.PaymentIntent>;

/** The fields that a payment intent and a Checkout session's `payment_intent_data` have in common. */
export function readPaymentIntentFields(params: Params): Fields {
  const fields: Fields = {
    capture_method: params.choice('capture_method', ['automatic', 'automatic_async', 'manual']),
    description: params.text('description'),
    metadata: params.has('metadata') ? params.metadata() : undefined,
    receipt_email: params.text('receipt_email'),
    setup_future_usage: params.choice('setup_future_usage', ['off_session', 'on_session']),
    shipping: readShipping(params) ?? undefined,
    statement_descriptor: params.text('statement_descriptor'),
    statement_descriptor_suffix: params.text('statement_descriptor_suffix'),
    transfer_group: params.text('transfer_group'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function readCurrency(params: Params): string {
  const currency = params.requiredText('currency').toLowerCase();
  if (isCurrency(currency)) return currency;
  throw invalidParameter(params.path('currency'), `Invalid currency: ${currency}.`);
}
