import { settleCancelledOrder } from '@turing/routers';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

const emulator = createStripeEmulator({ now: () => Date.now() });
let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let variantId: string;

beforeAll(async () => {
  shop = await openShop({ stripeBase: await emulator.listen(), maxConnections: 20 });
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
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

const api = () => shop.as({ staff: owner });

async function place(paymentMethod: 'card' | 'invoice' | 'cash_on_delivery') {
  const placed = await order(shop, { variantId, quantity: 2, paymentMethod });
  const { rows } = await shop.db.pool.query<{ id: string }>('select id from "order" where token = $1', [
    placed.orderToken,
  ]);
  return { ...placed, view: await api().orders.staff.get({ id: rows[0]!.id }) };
}

type View = Awaited<ReturnType<typeof place>>['view'];

function mark(view: View, amountMinor: number, more: { version?: number; idempotencyKey?: string } = {}) {
  return api().payments.staff.markPaid({
    id: view.id,
    version: view.version,
    paymentId: view.payments[0]!.id,
    amountMinor,
    reference: 'Bank 4711',
    idempotencyKey: key(),
    ...more,
  });
}

test('an order by invoice is confirmed at once, keeps its stock and never expires', async () => {
  const { view, orderToken } = await place('invoice');
  expect(view).toMatchObject({ status: 'confirmed', paymentStatus: 'pending', paymentMethod: 'invoice' });
  expect(view.timeline.map(({ kind }) => kind)).toEqual(['placed', 'accepted']);
  const { rows } = await shop.db.pool.query<{ type: string }>(
    'select type from outbox_event where entity_id = $1 order by type',
    [view.id],
  );
  expect(rows.map(({ type }) => type)).toEqual(['order.confirmed', 'order.placed']);
  const { rows: jobs } = await shop.db.pool.query('select from graphile_worker.jobs where key = $1', [
    `expire:${view.id}`,
  ]);
  expect(jobs).toHaveLength(0);
  await expect(shop.as().payments.startCheckout({ orderToken })).rejects.toThrow('ORDER_NOT_PAYABLE');
});

test('it is paid in parts, each once, never above what is due', async () => {
  const { view } = await place('cash_on_delivery');
  const total = view.pricing.totalMinor;
  const idempotencyKey = key();
  const parts = await Promise.all([1, 2, 3].map(() => mark(view, 100, { idempotencyKey })));
  expect(new Set(parts.map(({ capturedMinor }) => capturedMinor))).toEqual(new Set([100]));
  const part = parts[0]!;
  expect(part).toMatchObject({ paymentStatus: 'partially_captured', openMinor: total - 100 });
  await expect(mark(part, total - 99)).rejects.toThrow('PAYMENT_EXCEEDS_DUE');
  await expect(mark(view, 100)).rejects.toThrow('VERSION_CONFLICT');
  const raced = await Promise.allSettled([1, 2, 3, 4].map(() => mark(part, total - 100)));
  expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const paid = await api().orders.staff.get({ id: view.id });
  expect(paid).toMatchObject({ paymentStatus: 'captured', capturedMinor: total, openMinor: 0 });
  expect(paid.payments[0]!.receipts).toEqual([
    { amountMinor: 100, reference: 'Bank 4711' },
    { amountMinor: total - 100, reference: 'Bank 4711' },
  ]);
});

test('its refund is written down by hand, once', async () => {
  const { view } = await place('invoice');
  const paid = await mark(view, view.pricing.totalMinor);
  const cancelled = await api().orders.staff.cancel({
    id: view.id,
    version: paid.version,
    reason: 'test',
    idempotencyKey: key(),
  });
  await shop.db.transaction((tx) => settleCancelledOrder(tx, view.id));
  const waiting = await api().orders.staff.get({ id: view.id });
  expect(waiting.payments[0]!.handRefunds).toMatchObject([{ amountMinor: view.pricing.totalMinor }]);
  const record = () =>
    api().payments.staff.recordRefund({
      id: view.id,
      version: cancelled.version,
      refundId: waiting.payments[0]!.handRefunds[0]!.id,
      reference: 'Bank 4712',
      idempotencyKey: key(),
    });
  const answers = await Promise.allSettled([record(), record()]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const after = await api().orders.staff.get({ id: view.id });
  expect(after).toMatchObject({ refundedMinor: view.pricing.totalMinor, paymentStatus: 'refunded' });
});

test('an order that waits for a card can be paid by hand, and its page is closed', async () => {
  const { view, orderToken } = await place('card');
  const { url } = await shop.as().payments.startCheckout({ orderToken });
  const part = await mark(view, 100);
  expect(part).toMatchObject({ status: 'confirmed', paymentStatus: 'partially_captured' });
  const body = new URLSearchParams({
    cardNumber: '4242 4242 4242 4242',
    cardExpiry: '12 / 34',
    cardCvc: '123',
  });
  await fetch(url, { method: 'POST', redirect: 'manual', body });
  await shop.as().payments.sync({ orderToken });
  expect(await api().orders.staff.get({ id: view.id })).toMatchObject({ capturedMinor: 100 });
  const other = (await place('card')).view;
  expect(await mark(other, other.pricing.totalMinor)).toMatchObject({
    status: 'confirmed',
    paymentStatus: 'captured',
  });
});

test('a payment of another order is not found', async () => {
  const [one, two] = [await place('invoice'), await place('invoice')];
  const { id, version } = one.view;
  await expect(mark({ ...two.view, id, version }, 100)).rejects.toThrow('PAYMENT_NOT_FOUND');
});
