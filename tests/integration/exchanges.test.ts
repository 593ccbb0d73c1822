import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { openShippedOrders, type ShippedOrders } from '../support/shipped-orders.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let orders: ShippedOrders;
beforeAll(async () => {
  shop = await openShop();
  orders = await openShippedOrders(shop);
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

const staff = () => orders.staff();

/** A return of one unit of two that lies on the table, inspected. */
async function inspected(customerId?: string) {
  const order = await orders.shipped(customerId === undefined ? {} : { customerId });
  let back = await staff().returns.create({
    id: order.id,
    lines: [{ orderLineId: order.lines[0]!.id, quantity: 1, reason: 'too_small' }],
    resolution: 'exchange',
    idempotencyKey: key(),
  });
  const step = () => ({ id: back.id, version: back.version, idempotencyKey: key() });
  const lineId = back.lines[0]!.id;
  back = await staff().returns.receive({ ...step(), lines: [{ lineId, quantity: 1 }] });
  back = await staff().returns.inspect({ ...step(), lines: [{ lineId, restocked: 1, writtenOff: 0 }] });
  return { order, back, worthMinor: order.lines[0]!.totalMinor / 2 };
}

async function variantFor(priceMinor: number, stock = 5): Promise<string> {
  const product = await shop.factories.createProduct({
    variants: [{ stock, prices: { USD: priceMinor } }],
  });
  return product.variants[0]!.id;
}

type Inspected = Awaited<ReturnType<typeof inspected>>;

function exchange({ order, back, worthMinor }: Inspected, variantId: string, totalMinor: number) {
  return staff().returns.exchange({
    id: back.id,
    version: back.version,
    lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }],
    replacements: [{ variantId, quantity: 1 }],
    expectedWorthMinor: worthMinor,
    expectedTotalMinor: totalMinor,
    idempotencyKey: key(),
  });
}

async function moneyOf(orderId: string) {
  const { rows } = await shop.db.pool.query<{ amount: number; asked: number; credit: number }>(
    `select (select sum(amount_minor) from payment where order_id = o.id)::int as amount, o.credit_minor::int as credit,
       coalesce((select sum(r.amount_minor) from refund r join payment p on p.id = r.payment_id where p.order_id = o.id), 0)::int as asked
     from "order" o where o.id = $1`,
    [orderId],
  );
  return rows[0]!;
}

test('an even exchange is confirmed at once with its stock, and happens once', async () => {
  const at = await inspected();
  const variantId = await variantFor(at.worthMinor);
  const preview = await staff().returns.previewExchange({
    id: at.back.id,
    lines: [{ variantId, quantity: 1 }],
  });
  expect(preview.totalMinor).toBe(at.worthMinor);
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, () => exchange(at, variantId, at.worthMinor)),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const closed = await staff().returns.get({ id: at.back.id });
  expect(closed).toMatchObject({
    status: 'closed',
    exchange: { status: 'confirmed' },
    refunds: [{ destination: 'exchange', totalMinor: at.worthMinor }],
  });
  const made = await staff().get({ id: closed.exchange!.id });
  expect(made).toMatchObject({
    status: 'confirmed',
    email: at.order.email,
    shippingAddress: at.order.shippingAddress,
    pricing: { totalMinor: at.worthMinor, shippingMinor: 0 },
  });
  expect(await moneyOf(made.id)).toEqual({ amount: 0, asked: 0, credit: at.worthMinor });
  const { rows } = await shop.db.pool.query('select allocated from stock_level where variant_id = $1', [
    variantId,
  ]);
  expect(rows).toEqual([{ allocated: 1 }]);
  const { availableMinor } = await staff().refunds.refundable({ id: at.order.id });
  expect(availableMinor).toBe(at.order.pricing.totalMinor - at.worthMinor);
});

test('what the new things cost more is asked for by a link', async () => {
  const at = await inspected();
  const totalMinor = at.worthMinor + 700;
  const closed = await exchange(at, await variantFor(totalMinor), totalMinor);
  const made = closed.exchange!;
  expect(made.status).toBe('pending');
  expect(await moneyOf(made.id)).toEqual({ amount: 700, asked: 0, credit: at.worthMinor });
  const { rows } = await shop.db.pool.query(
    `select payload from outbox_event where entity_id = $1 and type = 'payment.link_requested'`,
    [made.id],
  );
  expect(rows).toMatchObject([{ payload: { amountMinor: 700, currency: 'USD' } }]);
});

test('what they cost less goes back the way it was paid', async () => {
  const at = await inspected();
  const totalMinor = at.worthMinor - 300;
  const closed = await exchange(at, await variantFor(totalMinor), totalMinor);
  expect(closed.exchange).toMatchObject({ status: 'confirmed' });
  expect(await moneyOf(at.order.id)).toMatchObject({ asked: 300 });
  const { availableMinor } = await staff().refunds.refundable({ id: at.order.id });
  expect(availableMinor).toBe(at.order.pricing.totalMinor - at.worthMinor);
});

test('of an account uses its store credit, which is left as it was', async () => {
  const customer = await shop.factories.createCustomer();
  const at = await inspected(customer.id);
  await exchange(at, await variantFor(at.worthMinor), at.worthMinor);
  const { rows } = await shop.db.pool.query(
    'select balance_minor from credit_account where customer_id = $1',
    [customer.id],
  );
  expect(rows).toEqual([{ balance_minor: 0 }]);
});

test('leaves everything as it was when the new things are sold out or cost something else', async () => {
  const at = await inspected();
  const gone = await variantFor(at.worthMinor, 0);
  await expect(exchange(at, gone, at.worthMinor)).rejects.toThrow('PRODUCT_OUT_OF_STOCK');
  const variantId = await variantFor(at.worthMinor);
  await expect(exchange(at, variantId, at.worthMinor - 1)).rejects.toThrow('EDIT_TOTAL_CHANGED');
  await expect(exchange({ ...at, worthMinor: 1 }, variantId, at.worthMinor)).rejects.toThrow(
    'REFUND_TOTAL_CHANGED',
  );
  const closed = await exchange(at, variantId, at.worthMinor);
  await expect(exchange({ ...at, back: closed }, variantId, at.worthMinor)).rejects.toThrow(
    'RETURN_TRANSITION_REFUSED',
  );
});
