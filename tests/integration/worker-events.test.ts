import { settleCancelledOrder } from '@turing/routers';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';
import { openWorker, type TestWorker } from '../support/worker.ts';

let offsetMs = 0;
const emulator = createStripeEmulator({ now: () => Date.now() + offsetMs });
let shop: Shop;
let mailbox: Mailbox;
let worker: TestWorker;
let variantId: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  shop = await openShop({ stripeBase: await emulator.listen(), maxConnections: 20 });
  worker = openWorker(shop, mailbox);
  await shop.factories.createShippingMethod();
});
beforeEach(async () => {
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 10 }] })).variants[0]!.id;
  mailbox.letters.length = 0;
  worker.lines.length = 0;
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  worker.close();
  await emulator.close();
  await shop.close();
  await mailbox.close();
});

const view = (token: string) => shop.as().orders.byToken({ token });
const subjects = () => mailbox.letters.map((letter) => letter.header('Subject'));

function pass(milliseconds: number) {
  shop.advance(milliseconds);
  offsetMs += milliseconds;
}

async function select<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
  return (await shop.db.pool.query<Row>(sql, values)).rows;
}

async function idOf(token: string) {
  return (await select<{ id: string }>('select id from "order" where token = $1', [token]))[0]!.id;
}

async function pay(orderToken: string) {
  const { url } = await shop.as().payments.startCheckout({ orderToken });
  const card = { cardNumber: '4242 4242 4242 4242', cardExpiry: '12 / 34', cardCvc: '123' };
  await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: 'a@example.com', billingName: 'Ada', ...card }),
  });
}

async function confirmed(email = 'ada@example.com') {
  const { orderToken } = await order(shop, { variantId, quantity: 2, email });
  await pay(orderToken);
  await shop.as().payments.sync({ orderToken });
  return { orderToken, id: await idOf(orderToken) };
}

async function staff() {
  const person = await shop.factories.createStaff({ role: 'owner' });
  return shop.as({ staff: { ...person, role: 'owner' } }).orders.staff;
}

async function eventOf(id: string, type: string) {
  const rows = await select<{ id: string }>(
    'select id from outbox_event where entity_id = $1 and type = $2',
    [id, type],
  );
  return rows[0]!.id;
}

describe('the outbox', () => {
  test('an event delivered twice is one letter and one row', async () => {
    const { id, orderToken } = await confirmed();
    const eventId = await eventOf(id, 'order.confirmed');
    await worker.run();
    await worker.queue('deliver-event', { eventId });
    await worker.run();
    expect(subjects()).toEqual([`Order ${(await view(orderToken)).number} is confirmed`]);
    const delivered = 'select subscriber from event_delivery where event_id = $1 order by subscriber';
    expect(await select(delivered, [eventId])).toEqual([
      { subscriber: 'count-pairs' },
      { subscriber: 'email:order-confirmation' },
      { subscriber: 'issue-documents' },
      { subscriber: 'look-for-risk' },
      { subscriber: 'make-gift-cards' },
    ]);
    expect(await worker.jobs()).toMatchObject([{ task: 'expire-order' }]);
  });

  test('ten deliveries at once are one letter', async () => {
    const { id } = await confirmed();
    const eventId = await eventOf(id, 'order.confirmed');
    for (let copy = 0; copy < 10; copy += 1) await worker.queue('deliver-event', { eventId });
    await Promise.all(Array.from({ length: 5 }, () => worker.run()));
    expect(mailbox.letters).toHaveLength(1);
  });

  test('the confirmation says what was bought, for how much, and where it goes', async () => {
    const { orderToken } = await confirmed();
    await worker.run();
    const { number, pricing, lines } = await view(orderToken);
    const [letter] = mailbox.letters;
    expect(letter).toMatchObject({ to: 'ada@example.com', from: 'hello@turing.example' });
    expect(letter?.header('Message-ID')).toMatch(/^<[\da-f-]{36}\.order-confirmation@turing\.example>$/u);
    const total = (pricing.totalMinor / 100).toFixed(2);
    for (const form of [letter!.text, letter!.html]) {
      expect(form).toContain(`Order ${number}`);
      expect(form).toContain(`http://localhost:3000/orders/${orderToken}`);
      expect(form).toContain(lines[0]!.productName);
      expect(form).toContain(`$${total}`);
      expect(form).not.toContain('undefined');
    }
    expect(JSON.stringify(worker.lines)).not.toContain('ada@example.com');
  });

  test('a shipment is a letter with its tracking, for each parcel', async () => {
    const { id, orderToken } = await confirmed();
    const { ship, get } = await staff();
    const line = (await get({ id })).lines[0]!;
    for (const trackingNumber of ['TRACK-1', 'TRACK-2']) {
      const { version } = await get({ id });
      await ship({
        id,
        version,
        carrier: 'Parcel Post',
        trackingNumber,
        trackingUrl: `https://parcel.example/${trackingNumber}`,
        lines: [{ orderLineId: line.id, quantity: 1 }],
        idempotencyKey: key(),
      });
    }
    await worker.run();
    const { number } = await view(orderToken);
    expect(new Set(subjects())).toEqual(
      new Set([
        `Order ${number} is confirmed`,
        `Part of order ${number} is on its way`,
        `Order ${number} is on its way`,
      ]),
    );
    expect(mailbox.letters).toHaveLength(3);
    const part = mailbox.letters.find((letter) => letter.header('Subject')?.startsWith('Part'));
    expect(part?.text).toContain('TRACK-1');
    expect(part?.text).toContain('Still to come');
    expect(part?.html).toContain('https://parcel.example/TRACK-1');
  });

  test('a cancelled captured order is refunded once, though its job runs three times', async () => {
    const { id, orderToken } = await confirmed();
    const { cancel, get } = await staff();
    const { version } = await get({ id });
    await cancel({ id, version, reason: 'Changed their mind', idempotencyKey: key() });
    await worker.run();
    const eventId = await eventOf(id, 'order.cancelled');
    const refunds = await select<{ id: string }>(
      'select r.id from refund r join payment p on p.id = r.payment_id where p.order_id = $1',
      [id],
    );
    for (let again = 0; again < 3; again += 1) {
      await worker.queue('execute-refund', { refundId: refunds[0]!.id });
      await worker.queue('deliver-event', { eventId });
    }
    await Promise.all([worker.run(), worker.run(), worker.run()]);
    await shop.db.transaction((tx) => settleCancelledOrder(tx, id));
    await worker.run();
    expect(refunds).toHaveLength(1);
    const after = await view(orderToken);
    expect(after).toMatchObject({ paymentStatus: 'refunded', refundedMinor: after.pricing.totalMinor });
    const charges = [...emulator.state.charges.values()].filter(
      (charge) => charge.metadata.orderId === id && charge.paid,
    );
    expect(charges).toMatchObject([{ amount_refunded: after.pricing.totalMinor }]);
    expect(subjects()).toEqual([
      `Order ${after.number} is confirmed`,
      `Order ${after.number} is cancelled`,
      `Your refund for order ${after.number}`,
    ]);
  });
});

describe('time', () => {
  test('an unpaid order gives its stock back once with two workers at it, and its shopper a kind word', async () => {
    const { orderToken } = await order(shop, { variantId, quantity: 3 });
    const id = await idOf(orderToken);
    pass(61 * 60_000);
    for (let copy = 0; copy < 3; copy += 1) await worker.queue('expire-order', { orderId: id });
    await worker.queue('expire-overdue-orders', {});
    await worker.skipWaiting();
    await Promise.all([worker.run(), worker.run()]);
    await worker.run();
    expect((await view(orderToken)).status).toBe('expired');
    expect(await select('select allocated from stock_level where variant_id = $1', [variantId])).toEqual([
      { allocated: 0 },
    ]);
    expect(subjects().filter((subject) => subject?.startsWith('We let go'))).toHaveLength(1);
  });

  test('an order paid at the last moment is confirmed instead of expired', async () => {
    const { orderToken } = await order(shop, { variantId });
    await pay(orderToken);
    pass(61 * 60_000);
    await worker.skipWaiting();
    await worker.run();
    expect(await view(orderToken)).toMatchObject({ status: 'confirmed', paymentStatus: 'captured' });
    expect(subjects()).toContain(`Order ${(await view(orderToken)).number} is confirmed`);
  });

  test('money whose webhook never came is found', async () => {
    const { orderToken } = await order(shop, { variantId });
    await pay(orderToken);
    await shop.db.pool.query('update payment_attempt set created_at = $1', [shop.now()]);
    await worker.queue('settle-payments', {});
    await worker.run();
    expect((await view(orderToken)).status).toBe('pending');
    pass(4 * 60_000);
    await worker.queue('settle-payments', { _cron: { ts: new Date().toISOString(), backfilled: false } });
    await worker.run();
    expect((await view(orderToken)).status).toBe('confirmed');
  });
});

describe('failure', () => {
  afterEach(async () => {
    await shop.db.pool.query('delete from graphile_worker._private_jobs');
  });

  test('a payload of another shape fails and says so', async () => {
    await worker.queue('execute-refund', { refund: 7, note: 'bob@example.com' });
    await worker.queue('send-email', { template: 'newsletter', orderId: key(), eventId: key() });
    await worker.queue('deliver-event', { eventId: key() });
    await worker.run();
    const failed = (await worker.jobs()).filter(({ lastError }) => lastError !== null);
    expect(failed.map(({ task, attempts }) => ({ task, attempts }))).toEqual(
      ['execute-refund', 'send-email', 'deliver-event'].map((task) => ({ task, attempts: 1 })),
    );
    expect(worker.lines.map(({ level, fields }) => [level, fields.job, fields.attempt])).toEqual(
      ['execute-refund', 'send-email', 'deliver-event'].map((task) => ['warn', task, 1]),
    );
    expect(JSON.stringify(failed)).not.toContain('bob@');
  });

  test('an event nobody has a row for is not dropped', async () => {
    const { orderToken } = await order(shop, { variantId });
    const [event] = await select<{ id: string }>(
      `insert into outbox_event (type, entity_id, payload) values ('order.vanished', $1, '{}') returning id`,
      [await idOf(orderToken)],
    );
    await worker.queue('deliver-event', { eventId: event!.id });
    await worker.run();
    const failed = (await worker.jobs()).filter(({ lastError }) => lastError !== null);
    expect(failed).toMatchObject([
      { task: 'deliver-event', lastError: expect.stringContaining('order.vanished') },
    ]);
  });

  test('a mail server that refuses gets the letter again later, the same one', async () => {
    const { orderToken } = await confirmed();
    mailbox.next = 'reject';
    await worker.run();
    expect(mailbox.letters).toHaveLength(0);
    await worker.skipWaiting();
    await worker.run();
    expect(subjects()).toEqual([`Order ${(await view(orderToken)).number} is confirmed`]);
    expect(worker.lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { message: 'job failed, will be tried again', fields: { job: 'send-email', attempt: 1 } },
    ]);
  });

  test('an address that would write headers is refused', async () => {
    const { id } = await confirmed();
    await shop.db.pool.query('update "order" set email = $1 where id = $2', [
      'ada@example.com\r\nBcc: everyone@example.com',
      id,
    ]);
    await worker.run();
    expect(mailbox.letters).toHaveLength(0);
  });
});
