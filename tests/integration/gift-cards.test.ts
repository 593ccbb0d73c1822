import { expireUnpaidOrder } from '@turing/routers';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { balanceOf, creditCart, creditStaff, issueCard, ledgerOf, placeCart } from '../support/credit.ts';
import { findViolations } from '../support/invariants.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { key, openShop, type Shop } from '../support/shop.ts';
import { openWorker, type TestWorker } from '../support/worker.ts';

let offsetMs = 0;
const emulator = createStripeEmulator({ now: () => Date.now() + offsetMs });
let shop: Shop;
let mailbox: Mailbox;
let worker: TestWorker;
let staff: Awaited<ReturnType<typeof creditStaff>>;
let cardVariant: string;
let goodsVariant: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  shop = await openShop({ stripeBase: await emulator.listen(), maxConnections: 20 });
  worker = openWorker(shop, mailbox);
  staff = await creditStaff(shop);
  await shop.factories.createShippingMethod();
  await shop.factories.createTaxRate({ country: 'US', region: 'OR', ratePpm: 100_000 });
  const card = { kind: 'gift_card', variants: [{ prices: { USD: 5000 } }] } as const;
  cardVariant = (await shop.factories.createProduct(card)).variant.id;
  goodsVariant = (await shop.factories.createProduct({ variants: [{ stock: 500 }] })).variant.id;
});
beforeEach(() => {
  mailbox.letters.length = 0;
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  worker.close();
  await emulator.close();
  await shop.close();
  await mailbox.close();
});

const gift = {
  recipientName: 'Rae',
  recipientEmail: 'Rae@Example.com',
  senderName: 'Ada',
  message: 'Happy birthday!',
  deliverOn: null,
};

const view = (token: string) => shop.as().orders.byToken({ token });

async function select<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
  return (await shop.db.pool.query<Row>(sql, values)).rows;
}

async function idOf(token: string) {
  return (await select<{ id: string }>('select id from "order" where token = $1', [token]))[0]!.id;
}

interface Wish {
  readonly token?: string | null;
  readonly quantity?: number;
  readonly gift?: typeof gift | (Omit<typeof gift, 'deliverOn'> & { deliverOn: string });
}

function addCard({ token = null, quantity = 1, gift: whose = gift }: Wish = {}) {
  const wish = { token, variantId: cardVariant, quantity, gift: whose, idempotencyKey: key() };
  return shop.as().orders.cart.addLine(wish);
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

async function buy(wish: Wish = {}) {
  const { token } = await addCard(wish);
  const { orderToken } = await placeCart(shop, token);
  await pay(orderToken);
  await shop.as().payments.sync({ orderToken });
  return { orderToken, id: await idOf(orderToken) };
}

const cardsOf = (orderId: string) =>
  select<{ id: string; balance: number; email: string; unit: number }>(
    `select id, balance_minor as balance, recipient_email as email, unit from credit_account where order_id = $1 order by unit`,
    [orderId],
  );

const lettersTo = (address: string) => mailbox.letters.filter(({ to }) => to.includes(address));

describe('a gift card in a cart', () => {
  test('needs somebody it is for', async () => {
    const wish = { token: null, variantId: cardVariant, quantity: 1, idempotencyKey: key() };
    await expect(shop.as().orders.cart.addLine(wish)).rejects.toThrow('GIFT_CARD_RECIPIENT_REQUIRED');
  });

  test('two for two people are two units of one line, changed and taken out one by one', async () => {
    const { token } = await addCard();
    const cart = await addCard({
      token,
      gift: { ...gift, recipientName: 'Sam', recipientEmail: 'sam@example.com' },
    });
    const [line] = cart.lines;
    expect(line).toMatchObject({ quantity: 2, kind: 'gift_card', subtotalMinor: 10_000 });
    expect(line?.gifts.map(({ recipientName }) => recipientName)).toEqual(['Rae', 'Sam']);
    const [first, second] = line!.gifts;
    const ids = { token, lineId: line!.id };
    const changed = await shop.as().orders.credit.changeGift({
      ...ids,
      giftId: second!.id,
      gift: { ...gift, recipientName: 'Tess' },
      idempotencyKey: key(),
    });
    expect(changed.lines[0]?.gifts.map(({ recipientName }) => recipientName)).toEqual(['Rae', 'Tess']);
    const remove = (giftId: string) =>
      shop.as().orders.credit.removeGift({ ...ids, giftId, idempotencyKey: key() });
    expect((await remove(first!.id)).lines[0]).toMatchObject({
      quantity: 1,
      gifts: [{ recipientName: 'Tess' }],
    });
    await expect(remove(first!.id)).rejects.toThrow('CART_LINE_NOT_FOUND');
    expect((await remove(second!.id)).lines).toEqual([]);
  });

  test('parallel additions keep every card', async () => {
    const { token } = await addCard();
    await Promise.all(Array.from({ length: 10 }, () => addCard({ token })));
    const cart = await shop.as().orders.cart.find({ token });
    expect(cart?.lines[0]).toMatchObject({ quantity: 11 });
    expect(cart?.lines[0]?.gifts).toHaveLength(11);
  });

  test('is not shipped, not taxed, not discounted and not paid with credit', async () => {
    await shop.factories.createPromotion({ code: 'HALF', kind: 'percentage', ratePpm: 500_000 });
    const { token } = await addCard();
    const alone = await shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR' });
    expect(alone).toMatchObject({
      methods: [{ code: 'email', amountMinor: 0 }],
      pricing: { shippingMinor: 0, taxMinor: 0, totalMinor: 5000 },
    });
    await shop
      .as()
      .orders.cart.addLine({ token, variantId: goodsVariant, quantity: 1, idempotencyKey: key() });
    await shop.as().orders.cart.applyPromotion({ token, code: 'HALF', idempotencyKey: key() });
    const { code } = await issueCard(staff, { amountMinor: 50_000 });
    await shop.as().orders.credit.applyGiftCard({ token, code, idempotencyKey: key() });
    const both = await shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR' });
    expect(both.pricing).toMatchObject({ subtotalMinor: 7500, discountMinor: 1250, taxMinor: 125 });
    expect(both).toMatchObject({ dueMinor: 5000, creditMinor: both.pricing.totalMinor - 5000 });
  });
});

describe('a bought gift card', () => {
  test('is made once for each unit, however often the event comes, and its order is delivered', async () => {
    const { orderToken, id } = await buy({ quantity: 2 });
    const [event] = await select<{ id: string }>(
      `select id from outbox_event where entity_id = $1 and type = 'order.confirmed'`,
      [id],
    );
    for (let delivery = 0; delivery < 10; delivery += 1) {
      await worker.queue('deliver-event', { eventId: event!.id });
      await worker.queue('issue-gift-cards', { orderId: id });
    }
    await worker.run();
    await worker.queue('issue-gift-cards', { orderId: id });
    await worker.run();
    expect((await cardsOf(id)).map(({ balance, email, unit }) => [balance, email, unit])).toEqual([
      [5000, 'rae@example.com', 1],
      [5000, 'rae@example.com', 2],
    ]);
    const letters = lettersTo('rae@example.com');
    expect(letters).toHaveLength(2);
    expect(await view(orderToken)).toMatchObject({ status: 'delivered', fulfilmentStatus: 'fulfilled' });
    const code = /[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}/u.exec(letters[0]!.text)?.[0] ?? '';
    expect(await shop.as().orders.credit.balance({ code })).toMatchObject({ balanceMinor: 5000 });
    expect(letters[0]!.text).toContain('Happy birthday!');
  });

  test('waits for its day', async () => {
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const { orderToken, id } = await buy({
      gift: { ...gift, recipientEmail: 'later@example.com', deliverOn: tomorrow },
    });
    await worker.run();
    expect(await cardsOf(id)).toHaveLength(1);
    expect(lettersTo('later@example.com')).toHaveLength(0);
    expect((await view(orderToken)).status).toBe('shipped');
    await worker.skipWaiting();
    await worker.run();
    expect(lettersTo('later@example.com')).toHaveLength(1);
    expect((await view(orderToken)).status).toBe('delivered');
  });

  test('of an order with other things leaves these to be shipped', async () => {
    const { token } = await addCard();
    await shop
      .as()
      .orders.cart.addLine({ token, variantId: goodsVariant, quantity: 1, idempotencyKey: key() });
    const { orderToken } = await placeCart(shop, token);
    await pay(orderToken);
    await shop.as().payments.sync({ orderToken });
    await worker.run();
    expect(await view(orderToken)).toMatchObject({
      status: 'confirmed',
      fulfilmentStatus: 'partially_fulfilled',
    });
    expect(await cardsOf(await idOf(orderToken))).toHaveLength(1);
  });

  test('is sent again to another address, with the same code', async () => {
    const { id } = await buy();
    await worker.run();
    const [card] = await cardsOf(id);
    const again = { id: card!.id, version: 1, recipientEmail: 'right@example.com', idempotencyKey: key() };
    await Promise.all([staff.resend(again), staff.resend(again)]);
    await worker.run();
    const [first] = lettersTo('rae@example.com');
    const second = lettersTo('right@example.com');
    expect(second).toHaveLength(1);
    const codeIn = (body: string) => /[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}/u.exec(body)?.[0];
    expect(codeIn(second[0]!.text)).toBe(codeIn(first!.text));
  });
});

describe('credit of an order that ends', () => {
  async function placeWith(amountMinor: number) {
    const card = await issueCard(staff, { amountMinor });
    const token = await creditCart(shop, { variantId: goodsVariant, codes: [card.code] });
    const placed = await placeCart(shop, token);
    return { card, ...placed, id: await idOf(placed.orderToken) };
  }

  function pass(milliseconds: number) {
    shop.advance(milliseconds);
    offsetMs += milliseconds;
  }

  test('comes back once when it expires, with ten workers at it', async () => {
    const { card, orderToken, id } = await placeWith(1000);
    pass(61 * 60_000);
    await Promise.all(Array.from({ length: 10 }, () => worker.queue('expire-order', { orderId: id })));
    await worker.skipWaiting();
    await worker.run();
    expect((await view(orderToken)).status).toBe('expired');
    expect(await ledgerOf(shop, card.id)).toEqual([
      ['issued', 1000],
      ['spent', -1000],
      ['returned', 1000],
    ]);
  });

  test('comes back when staff cancel, beside the money of the card', async () => {
    const { card, orderToken, id } = await placeWith(1000);
    await pay(orderToken);
    await shop.as().payments.sync({ orderToken });
    const person = await shop.factories.createStaff({ role: 'owner' });
    const orders = shop.as({ staff: { ...person, role: 'owner' } }).orders.staff;
    const { version } = await orders.get({ id });
    await orders.cancel({ id, version, reason: 'Changed their mind', idempotencyKey: key() });
    await worker.run();
    expect(await balanceOf(shop, card.id)).toBe(1000);
    const order = await view(orderToken);
    expect(order).toMatchObject({
      status: 'cancelled',
      credits: [{ amountMinor: 1000, returnedMinor: 1000 }],
    });
    expect(order.refundedMinor).toBe(order.pricing.totalMinor - 1000);
  });

  /** As if the gateway had not answered while the order expired: its news arrives afterwards. */
  async function payLate(orderToken: string, between: () => Promise<void>) {
    await pay(orderToken);
    const id = await idOf(orderToken);
    const ofOrder = 'payment_id = (select id from payment where order_id = $1)';
    const [attempt] = await select<{ ref: string }>(
      `select session_ref as ref from payment_attempt where ${ofOrder}`,
      [id],
    );
    await select(`update payment_attempt set session_ref = null where ${ofOrder}`, [id]);
    pass(61 * 60_000);
    await expireUnpaidOrder(shop, id);
    const back = `session_ref = $2, active_key = payment_id, status = 'open'`;
    await select(`update payment_attempt set ${back} where ${ofOrder}`, [id, attempt!.ref]);
    await between();
    await shop.as().payments.sync({ orderToken });
    await worker.run();
  }

  test('is taken again when the money comes late', async () => {
    const { card, orderToken } = await placeWith(1000);
    await payLate(orderToken, async () => {
      expect(await balanceOf(shop, card.id)).toBe(1000);
    });
    expect((await view(orderToken)).status).toBe('confirmed');
    expect(await ledgerOf(shop, card.id)).toEqual([
      ['issued', 1000],
      ['spent', -1000],
      ['returned', 1000],
      ['spent', -1000],
    ]);
  });

  test('that is gone when the money comes late sends the money back', async () => {
    const { card, orderToken } = await placeWith(1000);
    await payLate(orderToken, async () => {
      await placeCart(shop, await creditCart(shop, { variantId: goodsVariant, codes: [card.code] }));
    });
    const order = await view(orderToken);
    expect(order).toMatchObject({ status: 'expired', paymentStatus: 'refunded' });
    expect(await balanceOf(shop, card.id)).toBe(0);
  });
});
