import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { openShop } from '../testing/shop.ts';

const payable = { amount: 1999, currency: 'usd', confirm: true } as const;

test('a good card pays, and the charge says what was paid', async () => {
  await using shop = await openShop();
  const customer = await shop.stripe.customers.create({ email: 'a@example.com' });
  const paid = await shop.stripe.paymentIntents.create({
    ...payable,
    customer: customer.id,
    payment_method: 'pm_card_visa',
    metadata: { orderId: '7' },
    expand: ['latest_charge', 'customer'],
  });
  expect(paid).toMatchObject({
    status: 'succeeded',
    amount_received: 1999,
    customer: { email: 'a@example.com' },
  });
  expect(paid.latest_charge).toMatchObject({
    paid: true,
    captured: true,
    amount_captured: 1999,
    metadata: { orderId: '7' },
    payment_method_details: { card: { brand: 'visa', last4: '4242' } },
  });
  await shop.emulator.idle();
  expect(shop.receivedTypes().toSorted()).toEqual([
    'charge.succeeded',
    'customer.created',
    'payment_intent.created',
    'payment_intent.succeeded',
  ]);
});

test.each([
  ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
  ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
  ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
])('%s is declined with %s', async (paymentMethod, code, declineCode) => {
  await using shop = await openShop();
  const attempt = shop.stripe.paymentIntents.create({ ...payable, payment_method: paymentMethod });
  const error = await attempt.catch((reason: unknown) => reason);
  if (!(error instanceof Stripe.errors.StripeCardError)) throw error;
  expect(error).toMatchObject({ statusCode: 402, code, decline_code: declineCode });
  expect(error.payment_intent).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code },
  });
  const again = await shop.stripe.paymentIntents.confirm(error.payment_intent!.id, {
    payment_method: 'pm_card_mastercard',
  });
  expect(again).toMatchObject({ status: 'succeeded', last_payment_error: null });
  await shop.emulator.idle();
  expect(shop.receivedTypes()).toContain('charge.failed');
  expect(shop.receivedTypes()).toContain('payment_intent.payment_failed');
});

test('manual capture takes part of what was authorized, once', async () => {
  await using shop = await openShop();
  const { id, status, amount_capturable } = await shop.stripe.paymentIntents.create({
    ...payable,
    capture_method: 'manual',
    payment_method: 'pm_card_visa',
  });
  expect({ status, amount_capturable }).toEqual({ status: 'requires_capture', amount_capturable: 1999 });
  await expect(shop.stripe.paymentIntents.capture(id, { amount_to_capture: 2000 })).rejects.toMatchObject({
    code: 'amount_too_large',
  });
  const captured = await shop.stripe.paymentIntents.capture(id, { amount_to_capture: 1500 });
  expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1500, amount_capturable: 0 });
  await expect(shop.stripe.paymentIntents.capture(id)).rejects.toMatchObject({
    code: 'payment_intent_unexpected_state',
  });
  await shop.emulator.idle();
  expect(shop.receivedTypes()).toContain('payment_intent.amount_capturable_updated');
  expect(shop.receivedTypes()).toContain('charge.captured');
});

test('a cancelled payment intent can neither be captured nor confirmed', async () => {
  await using shop = await openShop();
  const { id } = await shop.stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
  const canceled = await shop.stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
  const refusal = { code: 'payment_intent_unexpected_state' };
  await expect(shop.stripe.paymentIntents.capture(id)).rejects.toMatchObject(refusal);
  await expect(
    shop.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
  ).rejects.toMatchObject(refusal);
});

test('metadata merges, and an empty value removes its key', async () => {
  await using shop = await openShop();
  const { id } = await shop.stripe.paymentIntents.create({
    amount: 500,
    currency: 'eur',
    metadata: { a: '1', b: '2' },
  });
  const updated = await shop.stripe.paymentIntents.update(id, { amount: 600, metadata: { a: '', c: '3' } });
  expect(updated).toMatchObject({ amount: 600, metadata: { b: '2', c: '3' } });
  expect(updated.metadata).not.toHaveProperty('a');
});

test.each([
  [{ amount: 10, currency: 'usd' }, 'amount_too_small'],
  [{ amount: 100_000_000, currency: 'usd' }, 'amount_too_large'],
  [{ amount: 1.5, currency: 'usd' }, 'parameter_invalid_integer'],
])('the amount of %o is refused', async (params, code) => {
  await using shop = await openShop();
  await expect(shop.stripe.paymentIntents.create(params)).rejects.toMatchObject({
    statusCode: 400,
    param: 'amount',
    code,
  });
});
