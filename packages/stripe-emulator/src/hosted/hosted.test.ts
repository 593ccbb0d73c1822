import type { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { idOf } from '../ids.ts';
import { cardForm, openSession, openShop, visit, type Shop } from '../testing/shop.ts';

const expandAll = { expand: ['payment_intent.latest_charge', 'line_items'] };

async function paymentIntentOf({ stripe }: Shop, id: string): Promise<Stripe.PaymentIntent> {
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
  return session.payment_intent as Stripe.PaymentIntent;
}

test('the page shows the shop, the lines and the total, escaped', async () => {
  await using shop = await openShop({ merchantName: 'Turing Goods' });
  const session = await openSession(shop, { customer_email: 'a@example.com' });
  const { status, html } = await visit(session.url);
  expect(status).toBe(200);
  for (const text of ['Turing Goods', 'Mug &lt;b&gt;', 'Shipping', '$19.00', 'a@example.com', 'Test mode']) {
    expect(html).toContain(text);
  }
  expect(html).not.toContain('<b>');
});

test.each([
  ['jpy', '¥1,900'],
  ['eur', '€19.00'],
])('the total in %s has the digits of its currency', async (currency, total) => {
  await using shop = await openShop();
  const price = { currency, unit_amount: 1900, product_data: { name: 'Mug' } };
  const session = await openSession(shop, { line_items: [{ quantity: 1, price_data: price }] });
  expect((await visit(session.url)).html).toContain(`Pay ${total}`);
});

test('a good card leads to the success page and completes the session', async () => {
  await using shop = await openShop();
  const data = { metadata: { orderId: '7' }, description: 'Order 7' };
  const session = await openSession(shop, { payment_intent_data: data });
  const paid = await visit(session.url, cardForm);
  expect(paid).toMatchObject({ status: 303, location: `http://shop.test/thanks?session=${session.id}` });
  const complete = await shop.stripe.checkout.sessions.retrieve(session.id, expandAll);
  expect(complete).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    amount_total: 1900,
    customer_details: { email: 'shopper@example.com', name: 'Sam Shopper' },
    payment_intent: {
      status: 'succeeded',
      ...data,
      latest_charge: { paid: true, amount: 1900, metadata: data.metadata },
    },
  });
  expect(complete.line_items?.data.map((item) => item.amount_total)).toEqual([1400, 500]);
  await shop.emulator.idle();
  const completed = shop.received.find((event) => event.type === 'checkout.session.completed');
  expect(completed?.data.object).toMatchObject({
    id: session.id,
    client_reference_id: 'order-7',
    metadata: { orderId: '7' },
  });
});

test('a session is paid once, however often the form is sent', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop);
  const submits = await Promise.all(Array.from({ length: 5 }, async () => visit(url, cardForm)));
  const success = `http://shop.test/thanks?session=${id}`;
  expect(submits.map((submit) => submit.location)).toEqual(Array(5).fill(success));
  expect((await visit(url)).location).toBe(success);
  expect(shop.emulator.state.charges.size).toBe(1);
  expect(shop.emulator.state.paymentIntents.size).toBe(1);
});

test.each([
  ['4000 0000 0000 0002', 'Your card was declined.'],
  ['4000000000009995', 'Your card has insufficient funds.'],
  ['4000000000000069', 'Your card has expired.'],
  ['4000000000000127', 'Your card&#39;s security code is incorrect.'],
])('the card %s is declined in words, and another card pays', async (cardNumber, message) => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop);
  const declined = await visit(url, { ...cardForm, cardNumber });
  expect(declined.status).toBe(200);
  expect(declined.html).toContain(`role="alert">${message}`);
  expect(declined.html).toContain('try another card');
  expect(declined.html).toContain('value="Sam Shopper"');
  expect((await paymentIntentOf(shop, id)).status).toBe('requires_payment_method');
  expect((await visit(url, cardForm)).status).toBe(303);
  expect((await paymentIntentOf(shop, id)).status).toBe('succeeded');
  expect(shop.emulator.state.paymentIntents.size).toBe(1);
});

test('a form that cannot be right is marked field by field and charges nothing', async () => {
  await using shop = await openShop();
  const { url } = await openSession(shop);
  const invalid = {
    email: 'nobody',
    cardNumber: '1234567812345678',
    cardExpiry: '01 / 20',
    cardCvc: '1',
    billingName: '',
  };
  const { status, html } = await visit(url, invalid);
  expect(status).toBe(200);
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(5);
  expect(html).toContain('Your card number is invalid.');
  expect(html).toContain('Your card&#39;s expiration date is in the past.');
  expect(shop.emulator.state.paymentIntents.size).toBe(0);
});

test('a test card fills the form without scripts', async () => {
  await using shop = await openShop();
  const { url } = await openSession(shop);
  const { html } = await visit(`${url}?card=4000000000009995`);
  expect(html).toContain('value="4000 0000 0000 9995"');
  expect(html).toContain('value="12 / 34"');
});

test('3-D Secure completed pays the session', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop);
  const challenge = await visit(url, { ...cardForm, cardNumber: '4000 0027 6000 3184' });
  expect(challenge.status).toBe(303);
  expect(await paymentIntentOf(shop, id)).toMatchObject({
    status: 'requires_action',
    next_action: { type: 'redirect_to_url' },
  });
  expect((await visit(challenge.location)).html).toContain('Complete authentication');
  const done = await visit(challenge.location, { result: 'complete' });
  expect(done.location).toBe(`http://shop.test/thanks?session=${id}`);
  expect((await visit(challenge.location, { result: 'fail' })).location).toBe(done.location);
  expect((await paymentIntentOf(shop, id)).status).toBe('succeeded');
  await shop.emulator.idle();
  expect(shop.receivedTypes()).toContain('payment_intent.requires_action');
  expect(shop.receivedTypes()).toContain('checkout.session.completed');
});

test('3-D Secure failed leads back to the form with an error', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop);
  const challenge = await visit(url, { ...cardForm, cardNumber: '4000000000003220' });
  const failed = await visit(challenge.location, { result: 'fail' });
  expect(failed.location).toBe(`/c/pay/${id}`);
  const form = await visit(url);
  expect(form.html).toContain('role="alert">We are unable to authenticate your payment method.');
  expect((await paymentIntentOf(shop, id)).status).toBe('requires_payment_method');
  expect(shop.emulator.state.charges.size).toBe(0);
  expect((await visit(url, cardForm)).location).toContain(id);
});

test('with manual capture the session completes unpaid and is captured later', async () => {
  await using shop = await openShop();
  const { id, url } = await openSession(shop, { payment_intent_data: { capture_method: 'manual' } });
  await visit(url, cardForm);
  const session = await shop.stripe.checkout.sessions.retrieve(id);
  expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  const captured = await shop.stripe.paymentIntents.capture(idOf(session.payment_intent)!);
  expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1900 });
});

test('a payment intent confirmed outside Checkout comes back to its return address', async () => {
  await using shop = await openShop();
  const intent = await shop.stripe.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_threeDSecure2Required',
    return_url: 'http://shop.test/return?order=7',
  });
  const done = await visit(intent.next_action?.redirect_to_url?.url ?? null, { result: 'complete' });
  const query = new URL(done.location ?? '').searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    order: '7',
    payment_intent: intent.id,
    redirect_status: 'succeeded',
  });
});
