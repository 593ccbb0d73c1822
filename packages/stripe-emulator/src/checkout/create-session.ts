import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { invalidParameter, missingParameter, refused } from '../errors.ts';
import { newId } from '../ids.ts';
import { formatMoney, minimumChargeMinor } from '../money.ts';
import type { Params } from '../params.ts';
import { getCustomer } from '../payments/find.ts';
import { paymentIntentParameters, readPaymentIntentFields } from '../payments/payment-intent-fields.ts';
import { checkoutSessionSkeleton } from '../skeletons/checkout-session.ts';
import { readLineItems } from './line-items.ts';

const parameters = [
  'billing_address_collection',
  'cancel_url',
  'client_reference_id',
  'customer',
  'customer_creation',
  'customer_email',
  'expires_at',
  'line_items',
  'locale',
  'metadata',
  'mode',
  'payment_intent_data',
  'payment_method_types',
  'submit_type',
  'success_url',
  'ui_mode',
];
const defaultLifetime = 24 * 60 * 60;
const minimumLifetime = 30 * 60;
/** Stripe's clock and the caller's are not the same: the limits are not held to the second. */
const tolerance = 60;

export function createSession(ctx: Context, params: Params): Stripe.Checkout.Session {
  params.only(...parameters);
  const fields = readSessionFields(ctx, params);
  const paymentIntentData = params.group('payment_intent_data')?.only(...paymentIntentParameters);
  const paymentIntentFields = paymentIntentData ? readPaymentIntentFields(paymentIntentData) : {};
  const items = readLineItems(ctx, params);
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  const currency = items[0]?.currency ?? 'usd';
  assertLargeEnough(total, currency);
  const id = newId('cs_test', 58);
  const session: Stripe.Checkout.Session = {
    ...structuredClone(checkoutSessionSkeleton),
    ...fields,
    id,
    amount_subtotal: total,
    amount_total: total,
    created: ctx.now(),
    currency,
    mode: 'payment',
    payment_status: 'unpaid',
    status: 'open',
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${ctx.publicUrl()}/c/pay/${id}`,
  };
  ctx.state.checkoutSessions.set(id, session);
  ctx.state.lineItems.set(id, items);
  ctx.state.paymentIntentFields.set(id, paymentIntentFields);
  return session;
}

function readSessionFields(ctx: Context, params: Params): Partial<Stripe.Checkout.Session> {
  if (params.requiredText('mode') !== 'payment')
    throw invalidParameter('mode', 'The emulator covers mode=payment only.');
  params.choice('ui_mode', ['hosted', 'hosted_page']);
  const successUrl = params.webAddress('success_url');
  if (!successUrl) throw missingParameter('success_url');
  const customer = params.text('customer');
  const customerEmail = params.text('customer_email');
  if (customer && customerEmail) {
    throw refused('You may only specify one of these parameters: customer, customer_email.');
  }
  return {
    billing_address_collection: params.choice('billing_address_collection', ['auto']) ?? null,
    cancel_url: params.webAddress('cancel_url') ?? null,
    client_reference_id: params.text('client_reference_id') ?? null,
    customer: customer ? getCustomer(ctx.state, customer, 'customer').id : null,
    customer_creation:
      params.choice('customer_creation', ['always', 'if_required']) ?? (customer ? null : 'if_required'),
    customer_email: customerEmail ?? null,
    expires_at: readExpiry(ctx, params),
    locale: params.text('locale') ?? null,
    metadata: params.metadata(),
    payment_method_types: readMethods(params),
    submit_type: params.choice('submit_type', ['auto', 'book', 'donate', 'pay']) ?? null,
    success_url: successUrl,
  };
}

function readMethods(params: Params): string[] {
  const methods = params.texts('payment_method_types') ?? ['card'];
  if (methods.length === 1 && methods[0] === 'card') return methods;
  throw invalidParameter('payment_method_types', 'The emulator covers payment by card only.');
}

function readExpiry(ctx: Context, params: Params): number {
  const expiresAt = params.integer('expires_at') ?? ctx.now() + defaultLifetime;
  const lifetime = expiresAt - ctx.now();
  if (lifetime >= minimumLifetime - tolerance && lifetime <= defaultLifetime + tolerance) return expiresAt;
  const limit = lifetime < minimumLifetime ? 'at least 30 minutes' : 'less than 24 hours';
  throw invalidParameter(
    'expires_at',
    `The \`expires_at\` timestamp must be ${limit} from Checkout Session creation.`,
  );
}

function assertLargeEnough(total: number, currency: string): void {
  const minimum = minimumChargeMinor(currency);
  if (total >= minimum) return;
  const least = formatMoney(minimum, currency);
  throw refused(`The Checkout Session's total amount due must add up to at least ${least}`, {
    code: 'amount_too_small',
  });
}
