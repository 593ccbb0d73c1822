import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { cardForm, openSession, openShop, visit, type Shop } from './testing/shop.ts';
import { apiVersion } from './version.ts';

interface StripeSchema {
  $comment: string;
  properties: Record<string, object>;
}

const schema = JSON.parse(
  readFileSync(new URL('../schema/stripe.schema.json', import.meta.url), 'utf8'),
) as StripeSchema;
const ajv = new Ajv({ strict: false, allErrors: true }).addSchema(schema, 'stripe');
const validators = new Map<string, ValidateFunction>();

test('the schema and the version are those of the installed SDK', () => {
  expect(schema.$comment).toContain(`stripe@${Stripe.PACKAGE_VERSION}`);
  expect(Stripe.API_VERSION).toBe(apiVersion);
});

test('every object that is sent has the shape of the SDK’s types', { timeout: 30_000 }, async () => {
  const violations = new Set<string>();
  const kinds = new Set<string>();
  const collect = (value: unknown): void => collectViolations(value, violations, kinds);
  const shop = await openShop({ onExchange: ({ body }) => collect(body) });
  await buyInManyWays(shop);
  await shop.emulator.idle();
  for (const event of shop.received) collect(JSON.parse(JSON.stringify(event)));
  await shop[Symbol.asyncDispose]();
  expect([...violations]).toEqual([]);
  expect([...kinds].toSorted()).toEqual(Object.keys(schema.properties).filter(isKind).toSorted());
});

function isKind(name: string): boolean {
  return !['card', 'card_charge_details', 'charge_outcome', 'customer_details'].includes(name);
}

/** Checks each Stripe object found anywhere in `value` against the schema of its kind. */
function collectViolations(value: unknown, violations: Set<string>, kinds: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const child of Object.values(value)) collectViolations(child, violations, kinds);
  if (
    !('object' in value) ||
    typeof value.object !== 'string' ||
    value.object === 'list' ||
    'deleted' in value
  )
    return;
  const kind = value.object;
  kinds.add(kind);
  const validate = validatorOf(kind);
  if (validate(value)) return;
  for (const { instancePath, message, params } of validate.errors ?? []) {
    violations.add(`${kind}${instancePath} ${message} ${JSON.stringify(params)}`);
  }
}

function validatorOf(kind: string): ValidateFunction {
  const known = validators.get(kind) ?? ajv.compile({ $ref: `stripe#/properties/${kind}` });
  validators.set(kind, known);
  return known;
}

async function buyInManyWays(shop: Shop): Promise<void> {
  const { stripe } = shop;
  const shipping = { name: 'Ada', address: { line1: '1 Elm Street', country: 'US' } };
  const customer = await stripe.customers.create({ email: 'a@example.com', name: 'Ada', shipping });
  await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
  await stripe.customers.listPaymentMethods(customer.id);
  const session = await openSession(shop, {
    customer: customer.id,
    payment_intent_data: { shipping, metadata: { orderId: '7' }, receipt_email: 'a@example.com' },
  });
  await visit(session.url, { ...cardForm, cardNumber: '4000000000000002' });
  const challenge = await visit(session.url, { ...cardForm, cardNumber: '4000002760003184' });
  await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
  await visit(challenge.location, { result: 'fail' });
  await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
  await visit(session.url, cardForm);
  const paid = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['customer', 'payment_intent.payment_method', 'line_items.data.price.product'],
  });
  await stripe.checkout.sessions.listLineItems(session.id);
  const { id } = paid.payment_intent as Stripe.PaymentIntent;
  await stripe.refunds.create({ payment_intent: id, amount: 100, reason: 'duplicate', expand: ['charge'] });
  await stripe.charges.list({ payment_intent: id, expand: ['data.refunds'] });
  const abandoned = await openSession(shop, { customer_creation: 'always', customer_email: 'b@example.com' });
  await stripe.checkout.sessions.expire(abandoned.id);
  const manual = { amount: 900, currency: 'usd', capture_method: 'manual', confirm: true } as const;
  const authorized = await stripe.paymentIntents.create({
    ...manual,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    payment_method: 'pm_card_visa',
  });
  await stripe.paymentIntents.cancel(authorized.id);
  await stripe.paymentIntents
    .create({ ...manual, payment_method: 'pm_card_chargeDeclined' })
    .catch(() => undefined);
  await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/nobody', enabled_events: ['payout.paid'] });
  const calculation = await stripe.tax.calculations.create({
    currency: 'usd',
    customer_details: { address: { country: 'US', state: 'CA' }, address_source: 'shipping' },
    line_items: [{ amount: 1000, reference: 'mug', tax_behavior: 'exclusive' }],
    shipping_cost: { amount: 500, tax_behavior: 'exclusive' },
    expand: ['line_items.data.tax_breakdown'],
  });
  await stripe.tax.calculations.retrieve(calculation.id ?? '');
  await stripe.tax.calculations.listLineItems(calculation.id ?? '');
  await stripe.events.list({ limit: 100 });
}
