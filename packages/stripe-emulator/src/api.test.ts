import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { openSession, openShop } from './testing/shop.ts';

test.each(['sk_live_shop', 'pk_test_shop', 'nonsense'])('the key %s is refused', async (key) => {
  await using shop = await openShop();
  const call = shop.connect({ key }).customers.list();
  await expect(call).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
});

test('restricted test keys are taken, a missing key is not', async () => {
  await using shop = await openShop();
  expect((await shop.connect({ key: 'rk_test_shop' }).customers.list()).data).toEqual([]);
  expect((await fetch(`${shop.baseUrl}/v1/customers`)).status).toBe(401);
});

test('what the emulator lacks is not found, as is what does not exist', async () => {
  await using shop = await openShop();
  const notFound = { statusCode: 404, rawType: 'invalid_request_error' };
  await expect(shop.stripe.subscriptions.list()).rejects.toMatchObject(notFound);
  await expect(shop.stripe.checkout.sessions.retrieve('cs_test_lost')).rejects.toMatchObject({
    ...notFound,
    code: 'resource_missing',
  });
  await expect(shop.stripe.paymentIntents.retrieve('pi_lost')).rejects.toMatchObject(notFound);
});

test('a parameter that is not covered is refused, not ignored', async () => {
  await using shop = await openShop();
  const params = { amount: 500, currency: 'usd', application_fee_amount: 5 };
  await expect(shop.stripe.paymentIntents.create(params)).rejects.toMatchObject({
    statusCode: 400,
    code: 'parameter_unknown',
    param: 'application_fee_amount',
  });
});

test('another version of the API is refused', async () => {
  await using shop = await openShop();
  const call = shop.stripe.customers.list({}, { apiVersion: '2020-08-27' });
  await expect(call).rejects.toMatchObject({ statusCode: 400 });
});

test('lists are paged in both directions, newest first', async () => {
  await using shop = await openShop();
  const { paymentIntents } = shop.stripe;
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1)
    ids.unshift((await paymentIntents.create({ amount: 500, currency: 'usd' })).id);
  const paged = await paymentIntents.list({ limit: 3 }).autoPagingToArray({ limit: 100 });
  expect(paged.map((one) => one.id)).toEqual(ids);
  const before = await paymentIntents.list({ limit: 2, ending_before: ids[4]! });
  expect(before.data.map((one) => one.id)).toEqual(ids.slice(2, 4));
  expect(before.has_more).toBe(true);
  expect((await paymentIntents.list({ created: { lt: 1 } })).data).toEqual([]);
  await expect(paymentIntents.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' });
});

test('links are expanded through lists and through each other', async () => {
  await using shop = await openShop();
  const session = await openSession(shop);
  const expanded = await shop.stripe.checkout.sessions.list({
    expand: ['data.line_items.data.price.product'],
  });
  expect(expanded.data[0]?.line_items?.data[0]).toMatchObject({
    quantity: 2,
    price: { product: { name: 'Mug <b>' } },
  });
  const call = shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['status'] });
  await expect(call).rejects.toMatchObject({ message: 'This property cannot be expanded (status).' });
});
