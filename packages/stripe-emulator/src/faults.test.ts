import { expect, test } from 'vitest';
import { openShop } from './testing/shop.ts';

const params = { amount: 1234, currency: 'usd' };

async function configure(baseUrl: string, patch: object): Promise<Response> {
  return fetch(`${baseUrl}/_emulator/config`, { method: 'POST', body: JSON.stringify(patch) });
}

test('rate limits and server errors hit the next request only', async () => {
  await using shop = await openShop();
  const stripe = shop.connect({ maxNetworkRetries: 0 });
  await configure(shop.baseUrl, { faults: [{ kind: 'rate-limit' }, { kind: 'server-error' }] });
  await expect(stripe.paymentIntents.create(params)).rejects.toMatchObject({
    statusCode: 429,
    type: 'StripeRateLimitError',
  });
  await expect(stripe.paymentIntents.create(params)).rejects.toMatchObject({ statusCode: 500 });
  expect((await stripe.paymentIntents.create(params)).status).toBe('requires_payment_method');
});

test('the SDK comes through a reset and a server error without doing the work twice', async () => {
  await using shop = await openShop();
  shop.emulator.configure({ faults: [{ kind: 'reset' }, { kind: 'server-error' }] });
  await shop.connect({ maxNetworkRetries: 3 }).paymentIntents.create(params);
  expect(shop.emulator.state.paymentIntents.size).toBe(1);
});

test('a timeout after success has done the work, and the retry finds it', async () => {
  await using shop = await openShop();
  const { id } = await shop.stripe.paymentIntents.create({
    ...params,
    confirm: true,
    payment_method: 'pm_card_visa',
  });
  shop.emulator.configure({ faults: [{ kind: 'timeout-after-success', path: '/v1/refunds' }] });
  const refund = await shop
    .connect({ maxNetworkRetries: 2 })
    .refunds.create({ payment_intent: id, amount: 100 });
  expect(refund.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(shop.emulator.state.refunds.size).toBe(1);
});

test('a setting that is not understood is refused', async () => {
  await using shop = await openShop();
  expect((await configure(shop.baseUrl, { faults: [{ kind: 'earthquake' }] })).status).toBe(400);
  expect((await configure(shop.baseUrl, { speed: 1 })).status).toBe(400);
  const health = await fetch(`${shop.baseUrl}/_emulator/health`);
  expect(await health.json()).toEqual({ status: 'ok' });
});
