import { createStripeEmulator } from '@turing/stripe-emulator';
import {
  applyGatewayEvent,
  executeRefund,
  expireOverdueOrders,
  expireUnpaidOrder,
  receiveStripeEvent,
  settleCancelledOrder,
} from '@turing/routers';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

const secret = 'whsec_payments_test';
const cards = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002', poor: '4000 0000 0000 9995' };
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
});
beforeEach(async () => {
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 10 }] })).variants[0]!.id;
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await emulator.close();
  await shop.close();
});

const payments = () => shop.as().payments;
const view = (token: string) => shop.as().orders.byToken({ token });

function pass(milliseconds: number) {
  shop.advance(milliseconds);
  offsetMs += milliseconds;
}

/** Types a card into the hosted page, as a browser does. */
async function pay(url: string, cardNumber = cards.good) {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      email: 'a@example.com',
      cardNumber,
      cardExpiry: '12 / 34',
      cardCvc: '123',
      billingName: 'Ada',
    }),
  });
}

/** Every event the gateway has, signed as it would send them, in the given order. */
async function deliver(arrange: (events: Stripe.Event[]) => Stripe.Event[] = (events) => events) {
  const events = (await stripe.events.list({ limit: 100 })).data.toReversed();
  for (const event of arrange(events)) {
    const payload = JSON.stringify(event);
    const signature = stripe.webhooks.generateTestHeaderString({ payload, secret });
    await receiveStripeEvent(shop, { rawBody: Buffer.from(payload), signature });
    await applyGatewayEvent(shop, event.id);
  }
}

async function refundIds(orderToken: string) {
  const { rows } = await shop.db.pool.query<{ id: string }>(
    'select r.id from refund r join payment p on p.id = r.payment_id join "order" o on o.id = p.order_id where o.token = $1',
    [orderToken],
  );
  return rows.map(({ id }) => id);
}

async function orderId(token: string) {
  const { rows } = await shop.db.pool.query<{ id: string }>('select id from "order" where token = $1', [
    token,
  ]);
  return rows[0]!.id;
}

async function charges(orderToken: string) {
  const id = await orderId(orderToken);
  const all = await stripe.charges.list({ limit: 100 });
  return all.data.filter((charge) => charge.metadata.orderId === id && charge.paid);
}

describe('paying', () => {
  test('for the exact total confirms the order from the return page alone', async () => {
    const { orderToken, totalMinor } = await order(shop, { variantId, quantity: 2 });
    const { url } = await payments().startCheckout({ orderToken });
    expect((await pay(url)).status).toBe(303);
    expect(await payments().sync({ orderToken })).toEqual({ paymentStatus: 'captured' });
    expect(await view(orderToken)).toMatchObject({ status: 'confirmed', paymentStatus: 'captured' });
    expect(await charges(orderToken)).toMatchObject([{ amount: totalMinor }]);
  });

  test('confirms the order from the webhooks alone, in any order, twice', async () => {
    const { orderToken } = await order(shop, { variantId });
    await pay((await payments().startCheckout({ orderToken })).url);
    await deliver((events) => [...events.toReversed(), ...events]);
    expect(await view(orderToken)).toMatchObject({ status: 'confirmed', paymentStatus: 'captured' });
    const { rows } = await shop.db.pool.query(
      `select 1 from outbox_event where type = 'order.confirmed' and entity_id = $1`,
      [await orderId(orderToken)],
    );
    expect(rows).toHaveLength(1);
  });

  test('a declined card and then another is one order and one charge', async () => {
    const { orderToken } = await order(shop, { variantId });
    const { url } = await payments().startCheckout({ orderToken });
    expect((await pay(url, cards.poor)).status).toBe(200);
    await deliver();
    expect(await view(orderToken)).toMatchObject({
      status: 'pending',
      paymentStatus: 'failed',
      paymentFailure: 'insufficient_funds',
    });
    expect((await payments().startCheckout({ orderToken })).url).toBe(url);
    await pay(url);
    await deliver();
    expect(await view(orderToken)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'captured',
      paymentFailure: null,
    });
    expect(await charges(orderToken)).toHaveLength(1);
  });

  test('twenty starts and ten pays at once are one session and one charge', async () => {
    const { orderToken } = await order(shop, { variantId });
    const starts = await Promise.all(
      Array.from({ length: 20 }, () => payments().startCheckout({ orderToken })),
    );
    const urls = new Set(starts.map(({ url }) => url));
    expect(urls.size).toBe(1);
    await Promise.all(Array.from({ length: 10 }, () => pay([...urls][0]!)));
    await Promise.all(Array.from({ length: 5 }, () => payments().sync({ orderToken })));
    await deliver();
    expect(await charges(orderToken)).toHaveLength(1);
    expect((await view(orderToken)).status).toBe('confirmed');
    await expect(payments().startCheckout({ orderToken })).rejects.toThrow('ORDER_NOT_PAYABLE');
  });

  test('survives a gateway that does the work and loses the answer', async () => {
    const { orderToken } = await order(shop, { variantId });
    emulator.configure({ faults: [{ kind: 'timeout-after-success' }] });
    const { url } = await payments().startCheckout({ orderToken });
    await pay(url);
    await payments().sync({ orderToken });
    expect((await view(orderToken)).status).toBe('confirmed');
    const sessions = (await stripe.checkout.sessions.list({ limit: 100 })).data;
    expect(
      sessions.filter((session) => session.url === url || session.success_url?.includes(orderToken)),
    ).toHaveLength(1);
  });

  test('says that the gateway is away and loses nothing', async () => {
    const { orderToken } = await order(shop, { variantId });
    emulator.configure({ faults: Array.from({ length: 3 }, () => ({ kind: 'server-error' as const })) });
    await expect(payments().startCheckout({ orderToken })).rejects.toThrow('PAYMENT_GATEWAY_UNAVAILABLE');
    expect((await payments().startCheckout({ orderToken })).url).toMatch(/^http/u);
  });

  test('another amount than ours goes to review, not to the warehouse', async () => {
    const { orderToken } = await order(shop, { variantId });
    await pay((await payments().startCheckout({ orderToken })).url);
    await shop.db.pool.query('update payment set amount_minor = amount_minor + 1 where order_id = $1', [
      await orderId(orderToken),
    ]);
    await payments().sync({ orderToken });
    expect(await view(orderToken)).toMatchObject({ status: 'pending', paymentStatus: 'review' });
    pass(61 * 60_000);
    await expireUnpaidOrder(shop, await orderId(orderToken));
    expect((await view(orderToken)).status).toBe('pending');
    await shop.db.pool.query('update payment set amount_minor = amount_minor - 1 where order_id = $1', [
      await orderId(orderToken),
    ]);
  });

  test('events with a wrong signature are refused and not kept', async () => {
    const rawBody = Buffer.from(JSON.stringify({ id: 'evt_forged', type: 'checkout.session.completed' }));
    await expect(receiveStripeEvent(shop, { rawBody, signature: 't=1,v1=00' })).rejects.toThrow(
      'WEBHOOK_SIGNATURE_INVALID',
    );
    const { rows } = await shop.db.pool.query(`select 1 from gateway_event where id = 'evt_forged'`);
    expect(rows).toEqual([]);
  });
});

describe('time', () => {
  test('an unpaid order expires once, gives its stock back and cannot be paid', async () => {
    const { orderToken } = await order(shop, { variantId, quantity: 3 });
    const { url } = await payments().startCheckout({ orderToken });
    const id = await orderId(orderToken);
    await expireUnpaidOrder(shop, id);
    expect((await view(orderToken)).status).toBe('pending');
    pass(61 * 60_000);
    await Promise.all([expireUnpaidOrder(shop, id), expireUnpaidOrder(shop, id)]);
    expect(await view(orderToken)).toMatchObject({ status: 'expired', paymentStatus: 'cancelled' });
    await expect(payments().startCheckout({ orderToken })).rejects.toThrow('ORDER_EXPIRED');
    expect((await pay(url)).status).not.toBe(303);
    const { rows } = await shop.db.pool.query('select allocated from stock_level where variant_id = $1', [
      variantId,
    ]);
    expect(rows).toEqual([{ allocated: 0 }]);
  });

  test('an overdue order that cannot be asked about does not hold up the others', async () => {
    await expireOverdueOrders(shop, 100);
    const stuck = await order(shop, { variantId });
    const free = await order(shop, { variantId });
    await payments().startCheckout({ orderToken: stuck.orderToken });
    pass(61 * 60_000);
    emulator.configure({ faults: Array.from({ length: 3 }, () => ({ kind: 'server-error' as const })) });
    await expireOverdueOrders(shop, 100);
    expect((await view(stuck.orderToken)).status).toBe('pending');
    expect((await view(free.orderToken)).status).toBe('expired');
    await expireOverdueOrders(shop, 100);
    expect((await view(stuck.orderToken)).status).toBe('expired');
  });

  test('an order paid at the last moment is confirmed instead of expired', async () => {
    const { orderToken } = await order(shop, { variantId });
    await pay((await payments().startCheckout({ orderToken })).url);
    pass(61 * 60_000);
    await expireUnpaidOrder(shop, await orderId(orderToken));
    expect(await view(orderToken)).toMatchObject({ status: 'confirmed', paymentStatus: 'captured' });
  });

  test('a page left open too long is replaced by another', async () => {
    const { orderToken } = await order(shop, { variantId });
    const first = await payments().startCheckout({ orderToken });
    pass(36 * 60_000);
    const second = await payments().startCheckout({ orderToken });
    expect(second.url).not.toBe(first.url);
    expect((await pay(first.url)).status).not.toBe(303);
    await pay(second.url);
    await payments().sync({ orderToken });
    expect((await view(orderToken)).status).toBe('confirmed');
  });

  test('money that comes after expiry is honoured while stock remains and goes back otherwise', async () => {
    const scarce = (await shop.factories.createProduct({ variants: [{ stock: 1 }] })).variants[0]!.id;
    for (const soldMeanwhile of [false, true]) {
      const { orderToken } = await order(shop, { variantId: soldMeanwhile ? scarce : variantId });
      const { url } = await payments().startCheckout({ orderToken });
      await pay(url);
      const id = await orderId(orderToken);
      // As if the gateway had not answered while the order expired: its news arrives afterwards.
      await shop.db.pool.query(
        'update payment_attempt set session_ref = null where payment_id = (select id from payment where order_id = $1)',
        [id],
      );
      pass(61 * 60_000);
      await expireUnpaidOrder(shop, id);
      const session = (await stripe.checkout.sessions.list({ limit: 100 })).data.find(
        (candidate) => candidate.client_reference_id === id,
      )!;
      await shop.db.pool.query(
        'update payment_attempt set session_ref = $2 where payment_id = (select id from payment where order_id = $1)',
        [id, session.id],
      );
      if (soldMeanwhile) await order(shop, { variantId: scarce });
      await deliver();
      const after = await view(orderToken);
      if (!soldMeanwhile) {
        expect(after).toMatchObject({ status: 'confirmed', paymentStatus: 'captured' });
        continue;
      }
      expect(after).toMatchObject({ status: 'expired', paymentStatus: 'captured' });
      const [refundId] = await refundIds(orderToken);
      await executeRefund(shop, refundId!);
      expect(await view(orderToken)).toMatchObject({
        paymentStatus: 'refunded',
        refundedMinor: after.pricing.totalMinor,
      });
    }
  });
});

describe('cancelling a paid order', () => {
  async function paidThenCancelled() {
    const { orderToken } = await order(shop, { variantId });
    await pay((await payments().startCheckout({ orderToken })).url);
    await payments().sync({ orderToken });
    const id = await orderId(orderToken);
    const person = await shop.factories.createStaff({ role: 'owner' });
    const staff = shop.as({ staff: { ...person, role: 'owner' } }).orders.staff;
    const { version } = await staff.get({ id });
    await staff.cancel({ id, version, reason: 'Changed their mind', idempotencyKey: key() });
    return { orderToken, id };
  }

  test('gives the money back once, however often it is asked', async () => {
    const { orderToken, id } = await paidThenCancelled();
    await Promise.all([1, 2, 3].map(() => shop.db.transaction((tx) => settleCancelledOrder(tx, id))));
    const ids = await refundIds(orderToken);
    expect(ids).toHaveLength(1);
    await Promise.all([1, 2, 3].map(() => executeRefund(shop, ids[0]!)));
    await deliver();
    const after = await view(orderToken);
    expect(after).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      refundedMinor: after.pricing.totalMinor,
    });
    expect((await charges(orderToken))[0]).toMatchObject({ amount_refunded: after.pricing.totalMinor });
  });

  test('finishes a refund whose answer was lost', async () => {
    const { orderToken, id } = await paidThenCancelled();
    await shop.db.transaction((tx) => settleCancelledOrder(tx, id));
    const [refundId] = await refundIds(orderToken);
    emulator.configure({
      faults: [{ kind: 'timeout-after-success' }, { kind: 'server-error' }, { kind: 'server-error' }],
    });
    await expect(executeRefund(shop, refundId!)).rejects.toThrow('PAYMENT_GATEWAY_UNAVAILABLE');
    await executeRefund(shop, refundId!);
    const after = await view(orderToken);
    expect(after.paymentStatus).toBe('refunded');
    expect((await charges(orderToken))[0]?.amount_refunded).toBe(after.pricing.totalMinor);
  });

  test('a refund that the gateway refuses is written down as failed, and not asked again', async () => {
    const { orderToken, id } = await paidThenCancelled();
    await shop.db.pool.query('update payment set gateway_ref = $2 where order_id = $1', [id, 'pi_unknown']);
    await shop.db.transaction((tx) => settleCancelledOrder(tx, id));
    const [refundId] = await refundIds(orderToken);
    await executeRefund(shop, refundId!);
    await executeRefund(shop, refundId!);
    const { rows } = await shop.db.pool.query('select status from refund where id = $1', [refundId]);
    expect(rows).toEqual([{ status: 'failed' }]);
    expect((await view(orderToken)).paymentStatus).toBe('captured');
    // Money that stays with the shop is a violation, as it should be; put right for the check at the end.
    await shop.db.pool.query(`update refund set status = 'requested' where id = $1`, [refundId]);
  });

  test('a shopper who pays on a page still open is refunded', async () => {
    const { orderToken } = await order(shop, { variantId });
    const { url } = await payments().startCheckout({ orderToken });
    const id = await orderId(orderToken);
    const person = await shop.factories.createStaff({ role: 'owner' });
    const staff = shop.as({ staff: { ...person, role: 'owner' } }).orders.staff;
    await staff.cancel({ id, version: 1, reason: 'Out', idempotencyKey: key() });
    await shop.db.transaction((tx) => settleCancelledOrder(tx, id));
    await pay(url);
    await deliver();
    expect(await view(orderToken)).toMatchObject({ status: 'cancelled', paymentStatus: 'captured' });
    expect(await refundIds(orderToken)).toHaveLength(1);
  });
});
