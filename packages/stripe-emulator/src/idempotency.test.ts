import { expect, test } from 'vitest';
import { openShop } from './testing/shop.ts';

const params = { amount: 1234, currency: 'usd' };
const idempotencyKey = 'order-42';

test('the same key with the same parameters is answered from the first answer', async () => {
  await using shop = await openShop();
  const first = await shop.stripe.paymentIntents.create(params, { idempotencyKey });
  const second = await shop.stripe.paymentIntents.create(params, { idempotencyKey });
  expect(second.id).toBe(first.id);
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(second.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': first.lastResponse.requestId,
  });
  expect(shop.emulator.state.paymentIntents.size).toBe(1);
});

test('a decline is replayed, too', async () => {
  await using shop = await openShop();
  const declined = { ...params, confirm: true, payment_method: 'pm_card_chargeDeclined' };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(shop.stripe.paymentIntents.create(declined, { idempotencyKey })).rejects.toMatchObject({
      statusCode: 402,
    });
  }
  expect(shop.emulator.state.charges.size).toBe(1);
});

test('the same key with other parameters is refused', async () => {
  await using shop = await openShop();
  await shop.stripe.paymentIntents.create(params, { idempotencyKey });
  const other = shop.stripe.paymentIntents.create({ ...params, amount: 1235 }, { idempotencyKey });
  await expect(other).rejects.toMatchObject({ statusCode: 400, rawType: 'idempotency_error' });
});

test('a key in use answers 409, which the SDK waits out', async () => {
  await using shop = await openShop();
  shop.emulator.configure({ latencyMs: 50 });
  const impatient = shop.connect({ maxNetworkRetries: 0 });
  const inFlight = shop.stripe.paymentIntents.create(params, { idempotencyKey });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(impatient.paymentIntents.create(params, { idempotencyKey })).rejects.toMatchObject({
    statusCode: 409,
    code: 'idempotency_key_in_use',
  });
  const patient = shop.connect({ maxNetworkRetries: 3 });
  const retried = await patient.paymentIntents.create(params, { idempotencyKey });
  expect(retried.id).toBe((await inFlight).id);
});

test('a refusal of the parameters leaves the key free', async () => {
  await using shop = await openShop();
  const tooSmall = shop.stripe.paymentIntents.create({ ...params, amount: 1 }, { idempotencyKey });
  await expect(tooSmall).rejects.toMatchObject({ code: 'amount_too_small' });
  expect((await shop.stripe.paymentIntents.create(params, { idempotencyKey })).amount).toBe(1234);
});
