import { createStripeEmulator } from '@turing/stripe-emulator';
import { insertRow } from '@turing/db/testing';
import { applyGatewayEvent, expireUnpaidOrder, receiveStripeEvent } from '@turing/routers';
import { Stripe } from 'stripe';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { cartOf, placeCart } from '../support/promotions.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

const secret = 'whsec_limits_test';
let offsetMs = 0;
const emulator = createStripeEmulator({ now: () => Date.now() + offsetMs });
let shop: Shop;
let stripe: Stripe;
let variantId: string;

beforeAll(async () => {
  const base = await emulator.listen();
  shop = await openShop({ stripeBase: base, webhookSecret: secret, maxConnections: 20 });
  const { port } = new URL(base);
  stripe = new Stripe('sk_test_shop', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  await shop.factories.createShippingMethod();
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 5000 }] })).variants[0]!.id;
});
afterEach(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
});
afterAll(async () => {
  await emulator.close();
  await shop.close();
});

const carts = (count: number, code: string) =>
  Promise.all(Array.from({ length: count }, () => cartOf(shop, { variantId, codes: [code] })));

const messageOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

async function placeAll(tokens: readonly string[], emailOf: (index: number) => string) {
  const placed = await Promise.allSettled(
    tokens.map((token, index) => placeCart(shop, token, emailOf(index))),
  );
  return {
    orders: placed.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    refusals: placed.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : [])),
  };
}

/** Orders that got the promotion. */
async function discounted(orders: readonly { orderToken: string }[]) {
  const all = await Promise.all(
    orders.map(({ orderToken }) => shop.as().orders.byToken({ token: orderToken })),
  );
  return all.filter(({ promotions }) => promotions.length > 0).map(({ token }) => token);
}

async function usedOf(id: string): Promise<number> {
  const { rows } = await shop.db.pool.query<{ used: number }>(
    'select used_count as used from promotion where id = $1',
    [id],
  );
  return rows[0]!.used;
}

async function idOf(token: string): Promise<string> {
  const { rows } = await shop.db.pool.query<{ id: string }>('select id from "order" where token = $1', [
    token,
  ]);
  return rows[0]!.id;
}

const allowed = new Set(['PROMOTION_EXHAUSTED', 'PROMOTION_NOT_APPLICABLE', 'CART_TOTAL_CHANGED']);

test('a limit in all holds under a hundred buyers at once, and what cancellation gives back is used once more', async () => {
  const { id, code } = await shop.factories.createPromotion({ usageLimit: 20 });
  const tokens = (await carts(100, code)).map(({ token }) => token);
  const { orders, refusals } = await placeAll(tokens, (index) => `buyer-${index}@example.com`);
  expect(refusals.filter((message) => !allowed.has(message))).toEqual([]);
  const lucky = await discounted(orders);
  expect(lucky).toHaveLength(20);
  expect(await usedOf(id)).toBe(20);

  const staff = shop.as({
    staff: { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' },
  });
  const gone = await Promise.all(lucky.slice(0, 5).map(idOf));
  const twice = await Promise.allSettled(
    [...gone, ...gone].map((orderId) =>
      staff.orders.staff.cancel({
        id: orderId,
        version: 1,
        reason: 'Changed their mind',
        idempotencyKey: key(),
      }),
    ),
  );
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(await usedOf(id)).toBe(15);

  const more = (await carts(30, code)).map(({ token }) => token);
  const second = await placeAll(more, (index) => `later-${index}@example.com`);
  expect(await discounted(second.orders)).toHaveLength(5);
  expect(await usedOf(id)).toBe(20);
});

test('a limit per customer holds for a hundred orders at once, however the address is written', async () => {
  const { code } = await shop.factories.createPromotion({ terms: { per_customer_limit: 3 } });
  const tokens = (await carts(100, code)).map(({ token }) => token);
  const spellings = ['ada.marlowe@gmail.com', 'AdaMarlowe@gmail.com', 'adamarlowe+9@googlemail.com'];
  const { orders, refusals } = await placeAll(tokens, (index) => spellings[index % 3]!);
  expect(refusals.filter((message) => !allowed.has(message))).toEqual([]);
  expect(await discounted(orders)).toHaveLength(3);
  const another = await cartOf(shop, { variantId, codes: [code] });
  const { orderToken } = await placeCart(shop, another.token, 'somebody@example.com');
  expect(await discounted([{ orderToken }])).toHaveLength(1);
});

test('a customer who signs in gets no second turn, nor by another address', async () => {
  const { code } = await shop.factories.createPromotion({ terms: { per_customer_limit: 1 } });
  const customer = { ...(await shop.factories.createCustomer()), emailVerified: true };
  const guest = await cartOf(shop, { variantId, codes: [code] });
  await placeCart(shop, guest.token, customer.email);
  const own = shop.as({ customer }).orders;
  const { token } = await own.cart.addLine({ token: null, variantId, quantity: 1, idempotencyKey: key() });
  const applied = await own.cart.applyPromotion({ token, code, idempotencyKey: key() });
  expect(applied.promotions).toMatchObject([{ applied: true }]);
  const quoteFor = (email: string) => own.checkout.quote({ token, country: 'US', region: 'OR', email });
  expect((await quoteFor(customer.email)).promotions).toMatchObject([{ reason: { kind: 'used_by_you' } }]);
  expect((await quoteFor('new@example.com')).promotions).toMatchObject([{ applied: true }]);
});

test('a code for one use is used once by fifty at once', async () => {
  const promotion = await shop.factories.createPromotion();
  const code = `ONCE-${key().slice(0, 8).toUpperCase()}`;
  await insertRow(shop.db.pool, 'promotion_code', { promotion_id: promotion.id, code, usage_limit: 1 });
  const tokens = (await carts(50, code)).map(({ token }) => token);
  const { orders } = await placeAll(tokens, (index) => `single-${index}@example.com`);
  expect(await discounted(orders)).toHaveLength(1);
  await expect(cartOf(shop, { variantId, codes: [code] })).rejects.toThrow('PROMOTION_EXHAUSTED');
});

/** Everything the gateway has to tell, told now. */
async function deliver(): Promise<void> {
  for (const event of (await stripe.events.list({ limit: 100 })).data.toReversed()) {
    const payload = JSON.stringify(event);
    const signature = stripe.webhooks.generateTestHeaderString({ payload, secret });
    await receiveStripeEvent(shop, { rawBody: Buffer.from(payload), signature });
    await applyGatewayEvent(shop, event.id);
  }
}

async function payLate(orderToken: string, between: () => Promise<unknown>) {
  const { payments } = shop.as();
  const { url } = await payments.startCheckout({ orderToken });
  const card = { cardNumber: '4242 4242 4242 4242', cardExpiry: '12 / 34', cardCvc: '123' };
  const body = new URLSearchParams({ email: 'a@example.com', billingName: 'Ada', ...card });
  await fetch(url, { method: 'POST', redirect: 'manual', body });
  const id = await idOf(orderToken);
  const setSession = (ref: string | null) =>
    shop.db.pool.query(
      'update payment_attempt set session_ref = $2 where payment_id in (select id from payment where order_id = $1)',
      [id, ref],
    );
  // As if the gateway had not answered while the order expired: its news arrives afterwards.
  await setSession(null);
  shop.advance(61 * 60_000);
  offsetMs += 61 * 60_000;
  await expireUnpaidOrder(shop, id);
  const sessions = await stripe.checkout.sessions.list({ limit: 100 });
  await setSession(sessions.data.find(({ client_reference_id: ref }) => ref === id)!.id);
  await between();
  await deliver();
  return shop.as().orders.byToken({ token: orderToken });
}

test('expiry gives a use back; a late payment takes it again while one is left', async () => {
  const { id, code } = await shop.factories.createPromotion({ usageLimit: 1 });
  const first = await placeCart(
    shop,
    (await cartOf(shop, { variantId, codes: [code] })).token,
    'late@example.com',
  );
  expect(await usedOf(id)).toBe(1);
  const honoured = await payLate(first.orderToken, async () => expect(await usedOf(id)).toBe(0));
  expect(honoured.status).toBe('confirmed');
  expect(await usedOf(id)).toBe(1);
});

test('a late payment whose promotion went to another is given back', async () => {
  const { id, code } = await shop.factories.createPromotion({ usageLimit: 1 });
  const first = await placeCart(
    shop,
    (await cartOf(shop, { variantId, codes: [code] })).token,
    'lost@example.com',
  );
  const refused = await payLate(first.orderToken, async () => {
    const { token } = await cartOf(shop, { variantId, codes: [code] });
    await placeCart(shop, token, 'won@example.com');
  });
  expect(refused).toMatchObject({ status: 'expired', paymentStatus: 'captured' });
  expect(await usedOf(id)).toBe(1);
});
