import type { Stripe } from 'stripe';
import { sessionOf } from '../checkout/finish-session.ts';
import type { Context } from '../context.ts';
import { invalidParameter } from '../errors.ts';
import { listNewestFirst, pageParameters } from '../pagination.ts';
import type { Params } from '../params.ts';
import {
  confirmPaymentIntent,
  unexpectedState,
  unpaidStatuses,
  type Confirmation,
} from '../payments/confirm-payment-intent.ts';
import { assertChargeable, createPaymentIntent } from '../payments/create-payment-intent.ts';
import { getCustomer, getPaymentIntent } from '../payments/find.ts';
import {
  paymentIntentParameters,
  readCurrency,
  readPaymentIntentFields,
} from '../payments/payment-intent-fields.ts';
import { usePaymentMethod } from '../payments/payment-methods.ts';
import { cancelPaymentIntent, capturePaymentIntent } from '../payments/settle-payment-intent.ts';
import { mergeMetadata } from './metadata.ts';
import type { ApiRequest, Route } from './route.ts';

export const paymentIntentRoutes: Route[] = [
  { method: 'POST', path: '/v1/payment_intents', handle: create },
  { method: 'GET', path: '/v1/payment_intents', handle: list },
  {
    method: 'GET',
    path: '/v1/payment_intents/:id',
    handle: (ctx, { id }) => getPaymentIntent(ctx.state, id),
  },
  { method: 'POST', path: '/v1/payment_intents/:id', handle: update },
  { method: 'POST', path: '/v1/payment_intents/:id/confirm', handle: confirm },
  { method: 'POST', path: '/v1/payment_intents/:id/capture', handle: capture },
  { method: 'POST', path: '/v1/payment_intents/:id/cancel', handle: cancel },
];

const confirmationParameters = ['off_session', 'payment_method', 'return_url'];

function create(ctx: Context, { params }: ApiRequest): Stripe.PaymentIntent {
  const own = [
    'amount',
    'automatic_payment_methods',
    'confirm',
    'confirmation_method',
    'currency',
    'customer',
    'payment_method_types',
  ];
  params.only(...own, ...confirmationParameters, ...paymentIntentParameters);
  const customer = params.text('customer');
  const paymentMethod = params.text('payment_method');
  const amount = params.requiredInteger('amount', 1);
  const currency = readCurrency(params);
  assertChargeable(amount, currency);
  const paymentIntent = createPaymentIntent(ctx, {
    ...readPaymentIntentFields(params),
    amount,
    automatic_payment_methods: readAutomaticMethods(params),
    confirmation_method: params.choice('confirmation_method', ['automatic', 'manual']) ?? 'automatic',
    currency,
    customer: customer ? getCustomer(ctx.state, customer, 'customer').id : null,
    payment_method: paymentMethod ? usePaymentMethod(ctx, paymentMethod).id : null,
    payment_method_types: params.texts('payment_method_types') ?? ['card'],
  });
  if (!params.flag('confirm')) return paymentIntent;
  return confirmPaymentIntent(ctx, paymentIntent, { ...readConfirmation(params), paymentMethod: undefined });
}

function readAutomaticMethods(params: Params): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  const group = params.group('automatic_payment_methods')?.only('allow_redirects', 'enabled');
  if (!group) return null;
  return {
    enabled: group.flag('enabled') ?? false,
    allow_redirects: group.choice('allow_redirects', ['always', 'never']),
  };
}

function readConfirmation(params: Params): Confirmation {
  return {
    offSession: params.flag('off_session'),
    paymentMethod: params.text('payment_method'),
    returnUrl: params.webAddress('return_url'),
  };
}

function list(ctx: Context, { params }: ApiRequest): object {
  const customer = params.only('customer', ...pageParameters).text('customer');
  const all = [...ctx.state.paymentIntents.values()].filter((one) => !customer || one.customer === customer);
  return listNewestFirst(all, params, '/v1/payment_intents');
}

function update(ctx: Context, { id, params }: ApiRequest): Stripe.PaymentIntent {
  const paymentIntent = getPaymentIntent(ctx.state, id);
  params.only('amount', 'payment_method', ...paymentIntentParameters);
  if (params.has('amount') || params.has('payment_method')) applyMoney(ctx, paymentIntent, params);
  Object.assign(paymentIntent, readPaymentIntentFields(params.without('metadata')));
  mergeMetadata(paymentIntent, params);
  return paymentIntent;
}

function applyMoney(ctx: Context, paymentIntent: Stripe.PaymentIntent, params: Params): void {
  if (!unpaidStatuses.has(paymentIntent.status) || sessionOf(ctx, paymentIntent)) {
    const message = `This PaymentIntent's amount and payment method could not be updated because it has a status of ${paymentIntent.status}.`;
    throw unexpectedState(paymentIntent, message);
  }
  const amount = params.has('amount') ? params.requiredInteger('amount', 1) : paymentIntent.amount;
  assertChargeable(amount, paymentIntent.currency);
  paymentIntent.amount = amount;
  const paymentMethod = params.text('payment_method');
  if (!paymentMethod) return;
  paymentIntent.payment_method = usePaymentMethod(ctx, paymentMethod).id;
  paymentIntent.status = 'requires_confirmation';
}

function confirm(ctx: Context, { id, params }: ApiRequest): Stripe.PaymentIntent {
  params.only(...confirmationParameters);
  const paymentIntent = getPaymentIntent(ctx.state, id);
  assertOutsideCheckout(ctx, paymentIntent, 'confirm');
  return confirmPaymentIntent(ctx, paymentIntent, readConfirmation(params));
}

function capture(ctx: Context, { id, params }: ApiRequest): Stripe.PaymentIntent {
  params.only('amount_to_capture', 'metadata');
  const paymentIntent = getPaymentIntent(ctx.state, id);
  const amount = params.has('amount_to_capture') ? params.requiredInteger('amount_to_capture', 1) : undefined;
  capturePaymentIntent(ctx, paymentIntent, amount);
  mergeMetadata(paymentIntent, params);
  return paymentIntent;
}

function cancel(ctx: Context, { id, params }: ApiRequest): Stripe.PaymentIntent {
  const reasons = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const;
  const reason = params.only('cancellation_reason').choice('cancellation_reason', reasons);
  const paymentIntent = getPaymentIntent(ctx.state, id);
  assertOutsideCheckout(ctx, paymentIntent, 'cancel');
  cancelPaymentIntent(ctx, paymentIntent, reason ?? null);
  return paymentIntent;
}

function assertOutsideCheckout(ctx: Context, paymentIntent: Stripe.PaymentIntent, verb: string): void {
  if (sessionOf(ctx, paymentIntent)?.status !== 'open') return;
  const message = `You cannot ${verb} this PaymentIntent while its Checkout Session is open. To stop it, expire the session.`;
  throw invalidParameter('intent', message, 'payment_intent_unexpected_state');
}
