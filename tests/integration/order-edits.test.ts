import { executeRefund, settleCancelledOrder } from '@turing/routers';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HostedPage, openHostedPage } from '../support/hosted-page.ts';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

const secret = 'whsec_edits_test';
const emulator = createStripeEmulator({ now: () => Date.now() });
let shop: Shop;
let page: HostedPage;
let owner: { id: string; email: string; name: string; role: string };
let variants: { id: string }[];

beforeAll(async () => {
  const base = await emulator.listen();
  shop = await openShop({ stripeBase: base, webhookSecret: secret, maxConnections: 20 });
  page = openHostedPage(shop, { base, secret });
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  await shop.factories.createShippingMethod();
});
beforeEach(async () => {
  const made = await Promise.all(
    [1, 2].map(() => shop.factories.createProduct({ variants: [{ stock: 10 }] })),
  );
  variants = made.map((product) => product.variants[0]!);
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await emulator.close();
  await shop.close();
});

const staff = () => shop.as({ staff: owner }).orders.staff;
const first = () => variants[0]!.id;
const second = () => variants[1]!.id;

/** An order of two units that was paid by card, as staff see it. */
async function paidOrder(quantity = 2) {
  const { orderToken } = await order(shop, { variantId: first(), quantity });
  const { url } = await shop.as().payments.startCheckout({ orderToken });
  await page.pay(url);
  await shop.as().payments.sync({ orderToken });
  return viewOf(orderToken);
}

async function viewOf(orderToken: string) {
  const { rows } = await shop.db.pool.query<{ id: string }>('select id from "order" where token = $1', [
    orderToken,
  ]);
  return staff().get({ id: rows[0]!.id });
}

type View = Awaited<ReturnType<typeof viewOf>>;
type Changes = Omit<Parameters<ReturnType<typeof staff>['edits']['preview']>[0], 'id'>;

async function edit(view: View, changes: Changes, more: { paymentMethod?: 'card' | 'invoice' } = {}) {
  const { after } = await staff().edits.preview({ id: view.id, ...changes });
  return staff().edits.commit({
    id: view.id,
    version: view.version,
    ...changes,
    ...more,
    expectedTotalMinor: after.totalMinor,
    idempotencyKey: key(),
  });
}

const oneLess = (view: View) => ({ lines: [{ orderLineId: view.lines[0]!.id, quantity: 1 }] });
const oneMore = () => ({ added: [{ variantId: second(), quantity: 1 }] });

async function runRefunds(id: string) {
  const { rows } = await shop.db.pool.query<{ id: string; amount: number }>(
    'select r.id, r.amount_minor::int as amount from refund r join payment p on p.id = r.payment_id where p.order_id = $1 order by r.id',
    [id],
  );
  for (const refund of rows) await executeRefund(shop, refund.id);
  return rows.map(({ amount }) => amount);
}

async function allocated(variantId: string) {
  const { rows } = await shop.db.pool.query<{ sum: number }>(
    'select sum(allocated)::int as sum from stock_level where variant_id = $1',
    [variantId],
  );
  return rows[0]!.sum;
}

function shipment(view: View) {
  const lines = view.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity }));
  return {
    id: view.id,
    version: view.version,
    carrier: 'UPS',
    trackingNumber: null,
    lines,
    idempotencyKey: key(),
  };
}

describe('fewer units', () => {
  test('give stock and money back, once, and leave both totals behind', async () => {
    const view = await paidOrder();
    const changes = oneLess(view);
    const preview = await staff().edits.preview({ id: view.id, ...changes });
    const unit = view.lines[0]!.unitPriceMinor;
    expect(preview).toMatchObject({ chargeMinor: 0, refundMinor: unit });
    const input = {
      id: view.id,
      version: view.version,
      ...changes,
      expectedTotalMinor: preview.after.totalMinor,
      idempotencyKey: key(),
    };
    const answers = await Promise.all([1, 2, 3].map(() => staff().edits.commit(input)));
    expect(new Set(answers.map((answer) => answer.version))).toEqual(new Set([view.version + 1]));
    expect(await allocated(first())).toBe(1);
    expect(await runRefunds(view.id)).toEqual([unit]);
    const after = await staff().get({ id: view.id });
    expect(after).toMatchObject({ refundedMinor: unit, paymentStatus: 'partially_refunded', openMinor: 0 });
    expect(after.pricing.totalMinor).toBe(view.pricing.totalMinor - unit);
    const { items } = await staff().edits.list({ id: view.id });
    expect(items).toMatchObject([
      { differenceMinor: -unit, refundMinor: unit, changes: [{ from: 2, to: 1 }], staffName: owner.name },
    ]);
  });

  test('a refund needs the permission, shipped units stay, the last of them too', async () => {
    const view = await paidOrder();
    const clerk = { ...owner, permissions: ['orders:read' as const, 'orders:write' as const] };
    const { after } = await staff().edits.preview({ id: view.id, ...oneLess(view) });
    const input = {
      id: view.id,
      version: view.version,
      ...oneLess(view),
      expectedTotalMinor: after.totalMinor,
    };
    const asClerk = shop.as({ staff: clerk }).orders.staff.edits;
    await expect(asClerk.commit({ ...input, idempotencyKey: key() })).rejects.toThrow('PERMISSION_NOT_HELD');
    expect(await allocated(first())).toBe(2);
    await expect(
      staff().edits.commit({ ...input, expectedTotalMinor: 1, idempotencyKey: key() }),
    ).rejects.toThrow('EDIT_TOTAL_CHANGED');
    const none = { id: view.id, lines: [{ orderLineId: view.lines[0]!.id, quantity: 0 }] };
    await expect(staff().edits.preview(none)).rejects.toThrow('ORDER_NOT_EDITABLE');
    const parcel = shipment(view);
    await staff().ship({ ...parcel, lines: [{ ...parcel.lines[0]!, quantity: 1 }] });
    await expect(staff().edits.preview(none)).rejects.toThrow('ORDER_NOT_EDITABLE');
  });
});

describe('more units', () => {
  test('are held until the difference is paid on the order’s own page', async () => {
    const view = await paidOrder();
    const edited = await edit(view, oneMore());
    expect(edited).toMatchObject({ paymentStatus: 'partially_captured', fulfilmentStatus: 'unfulfilled' });
    expect(edited.lines.map((line) => [line.quantity, line.heldQuantity])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect(edited.openMinor).toBe(edited.pricing.totalMinor - view.pricing.totalMinor);
    expect(edited.differenceMinor).toBe(edited.openMinor);
    await expect(staff().ship(shipment(edited))).rejects.toThrow('ORDER_NOT_SHIPPABLE');
    const again = await Promise.all(
      [1, 2, 3].map(() => shop.as().payments.startCheckout({ orderToken: view.token })),
    );
    expect(new Set(again.map(({ url }) => url)).size).toBe(1);
    await page.pay(again[0]!.url);
    await page.deliver();
    const paid = await staff().get({ id: view.id });
    expect(paid).toMatchObject({ paymentStatus: 'captured', openMinor: 0 });
    expect(paid.lines.map((line) => line.heldQuantity)).toEqual([0, 0]);
    expect(await staff().ship(shipment(paid))).toMatchObject({ status: 'shipped' });
  });

  test('staff may let them go unpaid, and send the link again', async () => {
    const edited = await edit(await paidOrder(), oneMore());
    const sent = await staff().edits.sendPaymentLink({
      id: edited.id,
      version: edited.version,
      idempotencyKey: key(),
    });
    const released = await staff().edits.releaseHold({
      id: edited.id,
      version: sent.version,
      idempotencyKey: key(),
    });
    const write = { id: edited.id, version: released.version, idempotencyKey: key() };
    await expect(staff().edits.releaseHold(write)).rejects.toThrow('ORDER_NOT_EDITABLE');
    expect(await staff().ship(shipment(released))).toMatchObject({ status: 'shipped' });
    const { rows } = await shop.db.pool.query(
      `select from outbox_event where type = 'payment.link_requested' and entity_id = $1`,
      [edited.id],
    );
    expect(rows).toHaveLength(1);
  });

  test('money for a difference that was withdrawn goes back', async () => {
    const view = await paidOrder();
    const edited = await edit(view, oneMore());
    const { url } = await shop.as().payments.startCheckout({ orderToken: view.token });
    const added = edited.lines[1]!;
    const undone = await edit(edited, { lines: [{ orderLineId: added.id, quantity: 0 }] });
    expect(undone.pricing.totalMinor).toBe(view.pricing.totalMinor);
    expect(undone).toMatchObject({ openMinor: 0, paymentStatus: 'captured' });
    await page.pay(url);
    await page.deliver();
    expect(await runRefunds(view.id)).toEqual([edited.pricing.totalMinor - view.pricing.totalMinor]);
    const after = await staff().get({ id: view.id });
    expect(after.capturedMinor - after.refundedMinor).toBe(view.pricing.totalMinor);
  });

  test('a second change counts the open difference anew', async () => {
    const view = await paidOrder();
    const once = await edit(view, oneMore());
    const twice = await edit(once, { shippingMinor: once.pricing.shippingMinor + 250 });
    expect(twice.openMinor).toBe(twice.pricing.totalMinor - view.pricing.totalMinor);
    expect(twice.payments.filter(({ status }) => status === 'pending')).toHaveLength(1);
    expect(twice.lines[1]!.heldQuantity).toBe(1);
  });
});

describe('money over several payments', () => {
  test('is refunded newest first and never above what was captured', async () => {
    const view = await paidOrder();
    const edited = await edit(view, oneMore());
    const { url } = await shop.as().payments.startCheckout({ orderToken: view.token });
    await page.pay(url);
    await page.deliver();
    const paid = await staff().get({ id: view.id });
    const difference = edited.pricing.totalMinor - view.pricing.totalMinor;
    const less = await edit(paid, { ...oneLess(paid) });
    const unit = paid.lines[0]!.unitPriceMinor;
    const byAmount = (a: number, b: number) => a - b;
    expect((await runRefunds(view.id)).toSorted(byAmount)).toEqual(
      [Math.min(unit, difference), unit - Math.min(unit, difference)]
        .filter((part) => part > 0)
        .toSorted(byAmount),
    );
    const cancelled = await staff().cancel({
      id: view.id,
      version: less.version,
      reason: 'test',
      idempotencyKey: key(),
    });
    await shop.db.transaction((tx) => settleCancelledOrder(tx, cancelled.id));
    await shop.db.transaction((tx) => settleCancelledOrder(tx, cancelled.id));
    await runRefunds(view.id);
    const after = await staff().get({ id: view.id });
    expect(after.refundedMinor).toBe(after.capturedMinor);
    expect(after.paymentStatus).toBe('refunded');
    expect(await allocated(first())).toBe(0);
  });

  test('an order by invoice asks for more or less without a further payment', async () => {
    const placed = await order(shop, { variantId: first(), quantity: 2, paymentMethod: 'invoice' });
    const view = await viewOf(placed.orderToken);
    expect(view).toMatchObject({ status: 'confirmed', paymentStatus: 'pending', paymentMethod: 'invoice' });
    const more = await edit(view, oneMore());
    expect(more.payments).toHaveLength(1);
    expect(more.openMinor).toBe(more.pricing.totalMinor);
    expect(more.lines.every((line) => line.heldQuantity === 0)).toBe(true);
    const less = await edit(more, oneLess(more));
    expect(less.openMinor).toBe(less.pricing.totalMinor);
    expect(await runRefunds(view.id)).toEqual([]);
  });
});

describe('at the same moment', () => {
  test('of two edits one is made', async () => {
    const view = await paidOrder();
    const answers = await Promise.allSettled(
      [0, 1, 2, 3].map((index) => edit(view, { shippingMinor: 700 + index })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await staff().edits.list({ id: view.id });
    expect(items).toHaveLength(1);
  });

  test.each([1, 2, 3])('an edit and a shipment leave stock exact (%i)', async () => {
    const view = await paidOrder();
    const answers = await Promise.allSettled([edit(view, oneLess(view)), staff().ship(shipment(view))]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each([1, 2, 3])('an edit and a cancellation leave money exact (%i)', async () => {
    const view = await paidOrder();
    const cancel = staff().cancel({
      id: view.id,
      version: view.version,
      reason: 'test',
      idempotencyKey: key(),
    });
    const answers = await Promise.allSettled([edit(view, oneMore()), cancel]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    if (answers[1].status === 'fulfilled') {
      await shop.db.transaction((tx) => settleCancelledOrder(tx, view.id));
      await runRefunds(view.id);
    }
  });
});
