import { createStripeEmulator } from '@turing/stripe-emulator';
import { expireUnpaidOrder } from '@turing/routers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HostedPage, openHostedPage } from '../support/hosted-page.ts';
import { findViolations } from '../support/invariants.ts';
import { address, key, openShop, type Shop } from '../support/shop.ts';

const emulator = createStripeEmulator({ now: () => Date.now() });
const secret = 'whsec_drafts_test';
let shop: Shop;
let page: HostedPage;
let owner: { id: string; email: string; name: string; role: string };
let variantId: string;

beforeAll(async () => {
  const base = await emulator.listen();
  shop = await openShop({ stripeBase: base, webhookSecret: secret, maxConnections: 25 });
  page = openHostedPage(shop, { base, secret });
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  await shop.factories.createShippingMethod();
});
beforeEach(async () => {
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 5 }] })).variants[0]!.id;
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await emulator.close();
  await shop.close();
});

const drafts = () => shop.as({ staff: owner }).orders.staff.drafts;
const buyer = () => shop.as().orders.drafts;

type Content = Parameters<ReturnType<typeof drafts>['preview']>[0];

const content = (more: Partial<Content> = {}): Content => ({
  customerId: null,
  email: 'Grace@Example.com',
  currency: 'USD',
  address,
  shippingMethod: null,
  shippingMinor: null,
  discountMinor: 0,
  note: null,
  lines: [{ variantId, quantity: 2, unitPriceMinor: null }],
  ...more,
});

async function started(more: Partial<Content> = {}) {
  const { id } = await drafts().create({ ...content(more), idempotencyKey: key() });
  return drafts().get({ id });
}

async function sent(more: Partial<Content> = {}) {
  const { id, version } = await started(more);
  await drafts().send({ id, version, message: 'As agreed', days: 3, idempotencyKey: key() });
  return drafts().get({ id });
}

async function allocated() {
  const { rows } = await shop.db.pool.query<{ sum: number }>(
    'select sum(allocated)::int as sum from stock_level where variant_id = $1',
    [variantId],
  );
  return rows[0]!.sum;
}

describe('a draft', () => {
  test('is priced like an order, with prices and a discount of staff’s own', async () => {
    const usual = await started();
    const unit = usual.preview.lines[0]!.unitPriceMinor;
    expect(usual).toMatchObject({ status: 'open', email: 'grace@example.com', orderNumber: null });
    expect(usual.preview.sums.subtotalMinor).toBe(2 * unit);
    const special = await drafts().preview(
      content({
        lines: [{ variantId, quantity: 3, unitPriceMinor: 100 }],
        discountMinor: 50,
        shippingMinor: 7,
      }),
    );
    expect(special.sums).toMatchObject({
      subtotalMinor: 300,
      discountMinor: 50,
      shippingMinor: 7,
      totalMinor: 257,
    });
    await expect(drafts().preview(content({ discountMinor: 2 * unit + 1 }))).rejects.toThrow('INPUT_INVALID');
    const empty = await drafts().preview(content({ email: null, address: null, lines: [] }));
    expect(empty.missing).toEqual(['email', 'address', 'lines']);
  });

  test('is written, copied and deleted, on the version that was seen', async () => {
    const { id, version } = await started();
    const update = (idempotencyKey: string) =>
      drafts().update({ id, version, ...content({ note: 'Gift wrap' }), idempotencyKey });
    const same = key();
    await Promise.all([update(same), update(same)]);
    expect(await drafts().get({ id })).toMatchObject({ version: version + 1, note: 'Gift wrap' });
    await expect(update(key())).rejects.toThrow('VERSION_CONFLICT');
    const copy = await drafts().duplicate({ id, idempotencyKey: key() });
    expect(await drafts().get({ id: copy.id })).toMatchObject({ note: 'Gift wrap', status: 'open' });
    await drafts().delete({ id, version: version + 1, idempotencyKey: key() });
    await expect(drafts().get({ id })).rejects.toThrow('DRAFT_NOT_FOUND');
    const { items } = await drafts().list({ status: 'open' });
    expect(items.map((item) => item.id)).toContain(copy.id);
    expect(items.map((item) => item.id)).not.toContain(id);
  });

  test('keeps stock while it is told to, and gives it back', async () => {
    const draft = await started();
    const until = new Date(shop.now().getTime() + 3_600_000).toISOString();
    const kept = await drafts().reserve({
      id: draft.id,
      version: draft.version,
      until,
      idempotencyKey: key(),
    });
    expect(await allocated()).toBe(2);
    const more = content({ lines: [{ variantId, quantity: 4, unitPriceMinor: null }] });
    const grown = await drafts().update({
      id: draft.id,
      version: kept.version,
      ...more,
      idempotencyKey: key(),
    });
    expect(await allocated()).toBe(4);
    const tooMany = content({ lines: [{ variantId, quantity: 6, unitPriceMinor: null }] });
    await expect(
      drafts().update({ id: draft.id, version: grown.version, ...tooMany, idempotencyKey: key() }),
    ).rejects.toThrow('PRODUCT_OUT_OF_STOCK');
    await drafts().reserve({ id: draft.id, version: grown.version, until: null, idempotencyKey: key() });
    expect(await allocated()).toBe(0);
  });

  test('that is not complete is neither sent nor ordered', async () => {
    const { id, version } = await started({ address: null });
    const write = { id, version, idempotencyKey: key() };
    await expect(drafts().send(write)).rejects.toThrow('DRAFT_INCOMPLETE');
    await expect(drafts().place({ ...write, idempotencyKey: key() })).rejects.toThrow('DRAFT_INCOMPLETE');
  });
});

describe('its link', () => {
  test('leads to one order however many accept it, and that is paid by card', async () => {
    const draft = await sent();
    const offer = await buyer().byToken({ token: draft.token });
    expect(offer).toMatchObject({ message: 'As agreed', orderToken: null });
    const accept = () =>
      buyer().accept({ token: draft.token, expectedTotalMinor: offer.preview.sums.totalMinor });
    const answers = await Promise.all(Array.from({ length: 20 }, accept));
    const tokens = new Set(answers.map(({ orderToken }) => orderToken));
    expect(tokens.size).toBe(1);
    expect(await allocated()).toBe(2);
    const [orderToken] = [...tokens];
    const { url } = await shop.as().payments.startCheckout({ orderToken: orderToken! });
    await page.pay(url);
    await page.deliver();
    const order = await shop.as().orders.byToken({ token: orderToken! });
    expect(order).toMatchObject({
      status: 'confirmed',
      email: 'grace@example.com',
      paymentStatus: 'captured',
    });
    expect(await drafts().get({ id: draft.id })).toMatchObject({
      status: 'ordered',
      orderNumber: order.number,
    });
    await expect(
      drafts().delete({ id: draft.id, version: draft.version + 1, idempotencyKey: key() }),
    ).rejects.toThrow('DRAFT_NOT_OPEN');
  });

  test('keeps its prices, says when they are others, and is over in time', async () => {
    const draft = await sent();
    await shop.db.pool.query(
      'update variant_price set amount_minor = amount_minor + 500, compare_at_minor = null where variant_id = $1',
      [variantId],
    );
    const { totalMinor } = (await buyer().byToken({ token: draft.token })).preview.sums;
    expect(totalMinor).toBe(draft.preview.sums.totalMinor);
    await expect(buyer().accept({ token: draft.token, expectedTotalMinor: totalMinor + 1 })).rejects.toThrow(
      'EDIT_TOTAL_CHANGED',
    );
    const open = await started();
    await expect(buyer().byToken({ token: open.token })).rejects.toThrow('DRAFT_NOT_FOUND');
    shop.advance(4 * 86_400_000);
    await expect(buyer().byToken({ token: draft.token })).rejects.toThrow('DRAFT_NOT_FOUND');
    await expect(buyer().accept({ token: draft.token, expectedTotalMinor: totalMinor })).rejects.toThrow(
      'DRAFT_NOT_FOUND',
    );
    shop.advance(-4 * 86_400_000);
  });

  test('an order of it that nobody pays waits as long as the link stands', async () => {
    const draft = await sent();
    const { orderToken } = await buyer().accept({
      token: draft.token,
      expectedTotalMinor: draft.preview.sums.totalMinor,
    });
    const { orderId } = await drafts().get({ id: draft.id });
    await expireUnpaidOrder(shop, orderId!);
    expect(await shop.as().orders.byToken({ token: orderToken })).toMatchObject({ status: 'pending' });
    shop.advance(4 * 86_400_000);
    await expireUnpaidOrder(shop, orderId!);
    expect(await shop.as().orders.byToken({ token: orderToken })).toMatchObject({ status: 'expired' });
    expect(await allocated()).toBe(0);
    shop.advance(-4 * 86_400_000);
  });
});

describe('staff', () => {
  test('make its order by invoice, once, from stock that was kept for it', async () => {
    const draft = await started({ lines: [{ variantId, quantity: 5, unitPriceMinor: null }] });
    const until = new Date(shop.now().getTime() + 3_600_000).toISOString();
    const { version } = await drafts().reserve({
      id: draft.id,
      version: draft.version,
      until,
      idempotencyKey: key(),
    });
    const idempotencyKey = key();
    const place = () => drafts().place({ id: draft.id, version, idempotencyKey });
    const answers = await Promise.all(Array.from({ length: 20 }, place));
    expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1);
    const order = await shop.as({ staff: owner }).orders.staff.get({ id: answers[0]!.orderId });
    expect(order).toMatchObject({
      status: 'confirmed',
      paymentMethod: 'invoice',
      openMinor: order.pricing.totalMinor,
    });
    expect(order.timeline[0]).toMatchObject({ kind: 'placed', actorKind: 'staff' });
    expect(await allocated()).toBe(5);
    await expect(drafts().place({ id: draft.id, version, idempotencyKey: key() })).rejects.toThrow(
      'DRAFT_NOT_OPEN',
    );
  });
});
