import { settleCancelledOrder } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let variantId: string;
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  const product = await shop.factories.createProduct({ variants: [{ stock: 1000 }] });
  variantId = product.variants[0]!.id;
});
afterAll(async () => {
  const { rows } = await shop.db.pool.query<{ id: string }>(
    `select entity_id as id from outbox_event where type = 'order.cancelled'`,
  );
  for (const { id } of rows) await shop.db.transaction((tx) => settleCancelledOrder(tx, id));
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

const bulk = () => shop.as({ staff: owner }).orders.staff.bulk;

async function placed(statuses: ('pending' | 'confirmed')[]) {
  const orders = await Promise.all(
    statuses.map((status) => shop.factories.createOrder({ status, lines: [{ variantId, quantity: 2 }] })),
  );
  return orders.map(({ id }) => ({ id, version: 1 }));
}

async function audited(id: string): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ action: string }>(
    'select action from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows.map(({ action }) => action);
}

async function parcels(id: string): Promise<(string | null)[]> {
  const { rows } = await shop.db.pool.query<{ number: string | null }>(
    'select tracking_number as number from shipment where order_id = $1',
    [id],
  );
  return rows.map(({ number }) => number);
}

describe('many orders at once', () => {
  test('are shipped each by itself: what cannot be says why and keeps none of the others back', async () => {
    const [first, unpaid, second] = await placed(['confirmed', 'pending', 'confirmed']);
    const stale = { id: second!.id, version: 9 };
    const { outcomes } = await bulk().ship({
      orders: [first!, unpaid!, stale],
      carrier: 'UPS',
      trackingNumbers: { [first!.id]: '1Z1' },
      idempotencyKey: key(),
    });
    expect(outcomes).toEqual([
      { id: first!.id, done: true, reason: null },
      { id: unpaid!.id, done: false, reason: 'ORDER_NOT_SHIPPABLE' },
      { id: second!.id, done: false, reason: 'VERSION_CONFLICT' },
    ]);
    expect(await parcels(first!.id)).toEqual(['1Z1']);
    expect(await audited(first!.id)).toEqual(['orders.ship']);
    expect(await audited(unpaid!.id)).toEqual([]);
  });

  test('are shipped once, however often and from wherever it is asked', async () => {
    const orders = await placed(['confirmed', 'confirmed', 'confirmed']);
    const input = { orders, carrier: 'DHL', idempotencyKey: key() };
    const answers = await Promise.all([bulk().ship(input), bulk().ship(input), bulk().ship(input)]);
    const again = await bulk().ship(input);
    for (const { outcomes } of [...answers, again]) expect(outcomes.every(({ done }) => done)).toBe(true);
    for (const { id } of orders) {
      expect(await parcels(id)).toEqual([null]);
      expect(await audited(id)).toEqual(['orders.ship']);
    }
  });

  test('of a call that was cut short, only what is left is done', async () => {
    const orders = await placed(['confirmed', 'confirmed']);
    const idempotencyKey = key();
    await bulk().ship({ orders: orders.slice(0, 1), carrier: 'UPS', idempotencyKey });
    const { outcomes } = await bulk().ship({ orders, carrier: 'UPS', idempotencyKey });
    expect(outcomes.map(({ done }) => done)).toEqual([true, true]);
    for (const { id } of orders) expect(await parcels(id)).toHaveLength(1);
  });

  test('arrive when they were sent', async () => {
    const [sent, waiting] = await placed(['confirmed', 'confirmed']);
    await bulk().ship({ orders: [sent!], carrier: 'UPS', idempotencyKey: key() });
    const { outcomes } = await bulk().markDelivered({
      orders: [{ ...sent!, version: 2 }, waiting!],
      idempotencyKey: key(),
    });
    expect(outcomes.map(({ reason }) => reason)).toEqual([null, 'ORDER_TRANSITION_REFUSED']);
  });

  test('are tagged and untagged, whatever their version', async () => {
    const orders = (await placed(['confirmed', 'pending'])).map(({ id }) => ({ id, version: 7 }));
    await bulk().tag({ orders, add: ['Rush', 'gift'], idempotencyKey: key() });
    const { outcomes } = await bulk().tag({ orders, remove: ['gift'], idempotencyKey: key() });
    expect(outcomes.every(({ done }) => done)).toBe(true);
    const { items } = await shop.as({ staff: owner }).orders.staff.list({ tag: 'rush' });
    expect(new Map(items.map(({ id, tags }) => [id, tags]))).toEqual(
      new Map(orders.map(({ id }) => [id, ['rush']])),
    );
    expect(await audited(orders[0]!.id)).toHaveLength(2);
  });

  test('are cancelled, and give their stock back once', async () => {
    const orders = await placed(['confirmed', 'pending']);
    const input = { orders, reason: 'No longer made', idempotencyKey: key() };
    await Promise.all([bulk().cancel(input), bulk().cancel(input)]);
    const { items } = await shop.as({ staff: owner }).orders.staff.list({ status: 'cancelled' });
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(orders.map(({ id }) => id)));
  });

  test('ask each for its own permission', async () => {
    const [order] = await placed(['confirmed']);
    const analyst = { ...(await shop.factories.createStaff({ role: 'analyst' })), role: 'analyst' };
    const theirs = shop.as({ staff: analyst }).orders.staff.bulk;
    const chosen = { orders: [order!], idempotencyKey: key() };
    for (const attempt of [
      theirs.ship({ ...chosen, carrier: 'UPS' }),
      theirs.markDelivered(chosen),
      theirs.cancel({ ...chosen, reason: 'x' }),
      theirs.tag({ ...chosen, add: ['x'] }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
