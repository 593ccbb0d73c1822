import { expect, test } from 'vitest';
import { idOf } from '../ids.ts';
import { cardForm, lineItem, openSession, openShop, visit } from '../testing/shop.ts';

test('an expired session takes no money and cancels what was begun', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop);
  await visit(url, { ...cardForm, cardNumber: '4000000000000002' });
  const expired = await shop.stripe.checkout.sessions.expire(id, { expand: ['payment_intent'] });
  expect(expired).toMatchObject({ status: 'expired', url: null, payment_intent: { status: 'canceled' } });
  const page = await visit(url, cardForm);
  expect(page.status).toBe(410);
  expect(page.html).toContain('http://shop.test/cart');
  await expect(shop.stripe.checkout.sessions.expire(id)).rejects.toMatchObject({ statusCode: 400 });
  await shop.emulator.idle();
  expect(shop.receivedTypes().slice(-2)).toEqual(['payment_intent.canceled', 'checkout.session.expired']);
});

test('a session expires by itself at its time', async () => {
  let now = Date.now();
  await using shop = await openShop({ now: () => now });
  const due = await openSession(shop, { expires_at: Math.floor(now / 1000) + 1800 });
  const later = await openSession(shop);
  now += 1_799_000;
  shop.emulator.expireDueSessions();
  expect((await shop.stripe.checkout.sessions.retrieve(due.id)).status).toBe('open');
  now += 2_000;
  expect((await visit(due.url, cardForm)).status).toBe(410);
  shop.emulator.expireDueSessions();
  await shop.emulator.idle();
  expect(shop.receivedTypes()).toEqual(['checkout.session.expired']);
  const open = await shop.stripe.checkout.sessions.list({ status: 'open' });
  expect(open.data.map((session) => session.id)).toEqual([later.id]);
});

test('a paid session does not expire', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop);
  await visit(url, cardForm);
  await expect(shop.stripe.checkout.sessions.expire(id)).rejects.toMatchObject({ statusCode: 400 });
});

test('the payment intent of an open session is left to Checkout', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop);
  await visit(url, { ...cardForm, cardNumber: '4000000000000002' });
  const { payment_intent } = await shop.stripe.checkout.sessions.retrieve(id);
  await expect(shop.stripe.paymentIntents.cancel(idOf(payment_intent)!)).rejects.toMatchObject({
    statusCode: 400,
  });
});

test('line items are listed in their order', async () => {
  await using shop = await openShop();
  const { id } = await openSession(shop);
  const items = await shop.stripe.checkout.sessions.listLineItems(id, { limit: 1 });
  expect(items).toMatchObject({ has_more: true, data: [{ description: 'Mug <b>', amount_total: 1400 }] });
});

test('a customer of the session may be created at the end', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop, { customer_creation: 'always' });
  await visit(url, cardForm);
  const { customer } = await shop.stripe.checkout.sessions.retrieve(id, { expand: ['customer'] });
  expect(customer).toMatchObject({ email: 'shopper@example.com', name: 'Sam Shopper' });
});

test.each([
  [{ line_items: [] }, 'line_items'],
  [{ line_items: [lineItem('Discount', -100, 1)] }, 'line_items[0][price_data][unit_amount]'],
  [{ line_items: [lineItem('Mug', 1000, 0)] }, 'line_items[0][quantity]'],
  [{ mode: 'subscription' as const }, 'mode'],
  [{ success_url: 'javascript:alert(1)' }, 'success_url'],
  [{ expires_at: Math.floor(Date.now() / 1000) + 600 }, 'expires_at'],
  [{ allow_promotion_codes: true }, 'allow_promotion_codes'],
])('a session with %o is refused', async (params, param) => {
  await using shop = await openShop();
  await expect(openSession(shop, params)).rejects.toMatchObject({ statusCode: 400, param });
});

test('a total below the smallest charge is refused', async () => {
  await using shop = await openShop();
  const call = openSession(shop, { line_items: [lineItem('Sticker', 49, 1)] });
  await expect(call).rejects.toMatchObject({ code: 'amount_too_small' });
});
