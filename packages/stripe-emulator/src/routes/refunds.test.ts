import { expect, test } from 'vitest';
import { idOf } from '../ids.ts';
import { openShop, type Shop } from '../testing/shop.ts';

async function pay({ stripe }: Shop, capture: 'automatic' | 'manual' = 'automatic'): Promise<string> {
  const payment = { amount: 2000, currency: 'usd', confirm: true, payment_method: 'pm_card_visa' };
  const { id } = await stripe.paymentIntents.create({ ...payment, capture_method: capture });
  return id;
}

test('refunds add up to what was paid and never to more', async () => {
  await using shop = await openShop();
  const { refunds, charges } = shop.stripe;
  const paymentIntent = await pay(shop);
  const first = await refunds.create({
    payment_intent: paymentIntent,
    amount: 500,
    reason: 'requested_by_customer',
    metadata: { refundId: 'r1' },
  });
  expect(first).toMatchObject({
    status: 'succeeded',
    amount: 500,
    currency: 'usd',
    metadata: { refundId: 'r1' },
  });
  await expect(refunds.create({ payment_intent: paymentIntent, amount: 1501 })).rejects.toMatchObject({
    statusCode: 400,
    param: 'amount',
    message: 'Refund amount ($15.01) is greater than unrefunded amount on charge ($15.00)',
  });
  const rest = await refunds.create({ charge: idOf(first.charge)! });
  expect(rest.amount).toBe(1500);
  await expect(refunds.create({ payment_intent: paymentIntent })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  });
  const charge = await charges.retrieve(idOf(first.charge)!, { expand: ['refunds'] });
  expect(charge).toMatchObject({ refunded: true, amount_refunded: 2000 });
  expect(charge.refunds?.data.map((refund) => refund.id)).toEqual([rest.id, first.id]);
  expect((await refunds.list({ payment_intent: paymentIntent })).data).toHaveLength(2);
  await shop.emulator.idle();
  expect(shop.receivedTypes().filter((type) => type === 'charge.refunded')).toHaveLength(2);
  expect(shop.receivedTypes().filter((type) => type === 'refund.created')).toHaveLength(2);
});

test('concurrent refunds of the whole have one winner', async () => {
  await using shop = await openShop();
  const paymentIntent = await pay(shop);
  const attempts = Array.from({ length: 5 }, async () =>
    shop.stripe.refunds.create({ payment_intent: paymentIntent }),
  );
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
});

test('what was not captured cannot be refunded', async () => {
  await using shop = await openShop();
  const authorized = await pay(shop, 'manual');
  const refusal = { code: 'charge_not_refundable' };
  await expect(shop.stripe.refunds.create({ payment_intent: authorized })).rejects.toMatchObject(refusal);
  const { id } = await shop.stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
  await expect(shop.stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject(refusal);
  await expect(shop.stripe.refunds.create({})).rejects.toMatchObject({ statusCode: 400 });
});

test('a payment of the seeded shop is known by its id and refunded up to its amount', async () => {
  await using shop = await openShop();
  const { refunds } = shop.stripe;
  const past = 'pi_past_eur_5500_Kx7';
  expect(await refunds.create({ payment_intent: past, amount: 5000 })).toMatchObject({
    currency: 'eur',
    status: 'succeeded',
  });
  await expect(refunds.create({ payment_intent: past, amount: 501 })).rejects.toMatchObject({
    param: 'amount',
  });
  await expect(refunds.create({ payment_intent: 'pi_past_eur_x' })).rejects.toMatchObject({
    code: 'resource_missing',
  });
});
