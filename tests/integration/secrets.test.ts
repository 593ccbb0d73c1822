import { createFactories, exampleAddress } from '@turing/db/testing';
import { createApiClient } from '@turing/client';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adminUrl, startApi, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession } from '../support/browser-session.ts';
import { captureLog } from '../support/log-lines.ts';
import { key } from '../support/shop.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const goodCard = '4242424242424242';
const poorCard = '4000000000009995';
const webhookSecret = 'whsec_thisisthesecretofwebhooks';
const stripeKey = 'sk_test_thisisthekeyofthegateway';
const authSecret = 'the-secret-that-signs-every-cookie-of-this-shop';
const password = 'lanterns-in-the-harbour';
const email = 'marisol.vega@example.com';
const address = exampleAddress({
  name: 'Marisol Vega',
  line1: '77 Quince Orchard Road',
  phone: '+15035550142',
});

const log = captureLog();
const emulator = createStripeEmulator({ retryDelaysMs: [50] });
let database: TestDatabase;
let pool: Pool;
let api: ApiServer;
let variantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  api = await startApi(database.url, {
    authSecret,
    stripe: { secretKey: stripeKey, webhookSecret, apiBase: await emulator.listen() },
    log: { level: 'info', format: 'json', destination: log.destination },
  });
  emulator.addWebhookEndpoint({ url: `${api.url}/webhooks/stripe`, secret: webhookSecret });
  const factories = createFactories(pool);
  const product = await factories.createProduct();
  variantId = product.variants[0]?.id ?? '';
  await factories.createShippingMethod();
  await factories.createTaxRate();
});

afterAll(async () => {
  await api.stop();
  await emulator.close();
  await pool.end();
  await database.drop();
});

function payAt(url: string, cardNumber: string): Promise<Response> {
  const form = { email, cardNumber, cardExpiry: '12 / 34', cardCvc: '123', billingName: address.name };
  return fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
}

/** Buys something as people do: a card that is declined, one that is not, and a gateway that fails in between. */
async function buy(): Promise<string[]> {
  const shop = createApiClient({ url: `${api.url}/trpc` });
  const { token } = await shop.orders.cart.addLine.mutate({
    token: null,
    variantId,
    quantity: 1,
    idempotencyKey: key(),
  });
  const { country, region } = address;
  const quote = await shop.orders.checkout.quote.query({ token, country, region });
  const { orderToken } = await shop.orders.checkout.place.mutate({
    token,
    email,
    address,
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
    idempotencyKey: key(),
  });
  emulator.configure({ faults: Array.from({ length: 3 }, () => ({ kind: 'server-error' as const })) });
  await expect(shop.payments.startCheckout.mutate({ orderToken })).rejects.toThrow('PAYMENT_GATEWAY');
  emulator.configure({ faults: [] });
  const { url } = await shop.payments.startCheckout.mutate({ orderToken });
  await payAt(url, poorCard);
  await payAt(url, goodCard);
  await emulator.idle();
  await shop.payments.sync.mutate({ orderToken });
  expect((await shop.orders.byToken.query({ token: orderToken })).paymentStatus).toBe('captured');
  return [token, orderToken, url];
}

async function forgeWebhook(): Promise<string> {
  const signature = 't=1795366191,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd';
  const response = await fetch(`${api.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'stripe-signature': signature },
    body: JSON.stringify({ id: 'evt_1', data: { object: { card: { number: goodCard } } } }),
  });
  expect(response.status).toBe(400);
  return signature;
}

/** A member of staff signs in, makes a token for a machine, and the machine uses it; and a wrong one. */
async function workAtConsole(): Promise<string[]> {
  const staff = await createFactories(pool).createStaff({ role: 'owner', password });
  const browser = openBrowserSession(api.url, adminUrl);
  await browser.post('/auth/staff/sign-in/email', { email: staff.email, password: `${password}-wrong` });
  await browser.post('/auth/staff/sign-in/email', { email: staff.email, password });
  const made = await browser.post('/trpc/customers.staff.tokens.create', {
    name: 'Till',
    permissions: ['orders:read'],
    days: 30,
    idempotencyKey: key(),
  });
  expect(made.status).toBe(200);
  const { secret } = (made.json as { result: { data: { secret: string } } }).result.data;
  const wrong = `${secret.slice(0, -4)}zzzz`;
  for (const bearer of [secret, wrong]) {
    await fetch(`${api.url}/trpc/orders.staff.list?input={}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
  }
  const cookies = [...browser.cookies.values()].filter((value) => value.length > 20);
  return [staff.email, secret, wrong, ...cookies, ...cookies.map((cookie) => decodeURIComponent(cookie))];
}

/** Requests that carry a secret where none belongs. */
async function misplaceSecrets(token: string): Promise<void> {
  await fetch(`${api.url}/auth/customer/reset-password/${token}`);
  const session = `shop.session_token=${password}`;
  await fetch(
    `${api.url}/trpc/orders.byToken?input=${encodeURIComponent(JSON.stringify({ token: password }))}`,
  );
  await fetch(`${api.url}/trpc/${password}`, { headers: { cookie: session } });
  await fetch(`${api.url}/auth/customer/verify-email?token=${password}`);
  await fetch(`${api.url}/transfers/export?kind=${password}`, { headers: { cookie: session } });
  await fetch(`${api.url}/uploads/a.png?signature=${password}`, { method: 'PUT', body: password });
  await fetch(`${api.url}/auth/customer/sign-in/email`, { method: 'POST', body: `{"password":"${password}` });
}

it('nothing that opens, pays or names somebody is in the log, whatever happens', async () => {
  const [cartToken = '', ...others] = await buy();
  await misplaceSecrets(cartToken);
  const secrets = [
    cartToken,
    ...others,
    await forgeWebhook(),
    ...(await workAtConsole()),
    password,
    goodCard,
    '4242 4242 4242 4242',
    poorCard,
    stripeKey,
    webhookSecret,
    authSecret,
    email,
    address.name,
    address.line1,
    String(address.phone),
  ];
  const text = log.raw.join('\n');
  for (const step of ['startCheckout', '/webhooks/stripe', 'tokens.create', '/auth/staff/sign-in/email'])
    expect(text).toContain(step);
  expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});
