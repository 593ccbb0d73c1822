import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { openSession, openShop, webhookSecret } from './testing/shop.ts';
import { sign } from './webhooks.ts';

const payment = { amount: 1000, currency: 'usd' };

test('an endpoint that fails gets the same event again', async () => {
  await using shop = await openShop();
  shop.webhookAnswers.push(500, 503);
  await shop.stripe.paymentIntents.create(payment);
  await shop.emulator.idle();
  expect(shop.received.map((event) => event.id)).toEqual(Array(3).fill(shop.received[0]?.id));
  const event = await shop.stripe.events.retrieve(shop.received[0]!.id);
  expect(event).toMatchObject({
    type: 'payment_intent.created',
    pending_webhooks: 0,
    api_version: '2026-10-28.endive',
  });
});

test('an event is given up when the attempts run out', async () => {
  await using shop = await openShop();
  shop.webhookAnswers.push(500, 500, 500);
  await shop.stripe.paymentIntents.create(payment);
  await shop.emulator.idle();
  expect(shop.received).toHaveLength(3);
  expect((await shop.stripe.events.list()).data[0]?.pending_webhooks).toBe(1);
});

test('events carry the request that caused them and a copy of the object at that time', async () => {
  await using shop = await openShop();
  const params = { ...payment, confirm: true, payment_method: 'pm_card_visa' };
  await shop.stripe.paymentIntents.create(params, { idempotencyKey: 'order-7' });
  await shop.emulator.idle();
  const created = shop.received.find((event) => event.type === 'payment_intent.created');
  expect(created?.request).toMatchObject({ idempotency_key: 'order-7' });
  expect(created?.data.object).toMatchObject({ status: 'requires_confirmation', latest_charge: null });
});

test('webhooks can be sent twice', async () => {
  await using shop = await openShop();
  shop.emulator.configure({ duplicateWebhooks: true });
  await shop.stripe.paymentIntents.create(payment);
  await shop.emulator.idle();
  expect(new Set(shop.received.map((event) => event.id)).size).toBe(1);
  expect(shop.received).toHaveLength(2);
});

test('a signature of another secret is refused by the SDK', async () => {
  await using shop = await openShop();
  const body = '{"id":"evt_1","object":"event"}';
  const header = sign(body, 'whsec_other', Math.floor(Date.now() / 1000));
  expect(() => shop.stripe.webhooks.constructEvent(body, header, webhookSecret)).toThrow(/signature/);
});

test('an endpoint made through the API receives the events it asked for', async () => {
  await using shop = await openShop();
  const types: unknown[] = [];
  const receiver = createServer((request, response) => {
    request.on('data', (chunk: Buffer) =>
      types.push((JSON.parse(chunk.toString()) as { type: string }).type),
    );
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve);
  });
  const { port } = receiver.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const { webhookEndpoints } = shop.stripe;
  const endpoint = await webhookEndpoints.create({ url, enabled_events: ['checkout.session.expired'] });
  expect(endpoint.secret).toMatch(/^whsec_/);
  expect((await webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
  const session = await openSession(shop);
  await shop.stripe.checkout.sessions.expire(session.id);
  await shop.stripe.paymentIntents.create(payment);
  await shop.emulator.idle();
  expect(types).toEqual(['checkout.session.expired']);
  await webhookEndpoints.del(endpoint.id);
  expect((await webhookEndpoints.list()).data).toHaveLength(1);
  receiver.close();
});
