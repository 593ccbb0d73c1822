import { expireReservations } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let main: string;
let second: string;
const hour = 3_600_000;

beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  main = (await shop.factories.createStockLocation('main')).id;
  second = (await shop.factories.createStockLocation('second')).id;
  await shop.factories.createShippingMethod({ code: 'standard' });
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  expect((await stock().verify()).wrong).toEqual([]);
  await shop.close();
});

const stock = () => shop.as({ staff: owner }).products.staff.stock;

async function variantWith(units: number): Promise<string> {
  return (await shop.factories.createProduct({ variants: [{ stock: units }] })).variant.id;
}

async function levelOf(variantId: string, locationId = main) {
  const { rows } = await shop.db.pool.query<{ onHand: number; allocated: number; backorderLimit: number }>(
    `select on_hand as "onHand", allocated, backorder_limit as "backorderLimit" from stock_level
     where variant_id = $1 and location_id = $2`,
    [variantId, locationId],
  );
  return rows[0];
}

const because = { reason: 'correction' as const, note: null };
const later = () => new Date(shop.now().getTime() + hour).toISOString();

function refusal(code: string, details: object = {}) {
  return { cause: { code, details } };
}

async function auditOf(entityId: string): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ action: string }>(
    'select action from audit_entry where entity_id = $1 order by id',
    [entityId],
  );
  return rows.map(({ action }) => action);
}

describe('the ledger', () => {
  test('is the only way to change what is on hand', async () => {
    const variantId = await variantWith(5);
    const { pool } = shop.db;
    await expect(
      pool.query('update stock_level set on_hand = 7 where variant_id = $1', [variantId]),
    ).rejects.toThrow('only changes with a stock_movement');
    await expect(pool.query('delete from stock_level where variant_id = $1', [variantId])).rejects.toThrow(
      'only changes with a stock_movement',
    );
    await expect(
      pool.query('insert into stock_level (variant_id, location_id, on_hand) values ($1, $2, 3)', [
        variantId,
        second,
      ]),
    ).rejects.toThrow('only changes with a stock_movement');
    await expect(
      pool.query('update stock_movement set quantity = 9 where variant_id = $1', [variantId]),
    ).rejects.toThrow('append-only');
    await expect(
      pool.query(
        `insert into stock_movement (variant_id, location_id, quantity, reason) values ($1, $2, -6, 'lost')`,
        [variantId, main],
      ),
    ).rejects.toThrow('stock_level_allocated_within_on_hand');
    expect(await levelOf(variantId)).toMatchObject({ onHand: 5 });
  });

  test('takes many rows of one statement in their order, and none when one cannot be', async () => {
    const [a, b] = [await variantWith(5), await variantWith(5)];
    const insert = (quantities: number[]) =>
      shop.db.pool.query(
        `insert into stock_movement (variant_id, location_id, quantity, reason)
         select variant_id, $3, quantity, 'correction'
         from unnest($1::int[]) quantity, unnest($2::uuid[]) variant_id`,
        [quantities, [a, b], main],
      );
    await insert([3, -2, 4]);
    const { items } = await stock().movements({ variantId: b });
    expect(items.map(({ quantity, onHandAfter }) => [quantity, onHandAfter])).toEqual([
      [4, 10],
      [-2, 6],
      [3, 8],
      [5, 5],
    ]);
    await expect(insert([1, -12])).rejects.toThrow('stock_level_allocated_within_on_hand');
    expect(await levelOf(a)).toMatchObject({ onHand: 10 });
  });

  test('reads who, why, when and the running balance, page by page', async () => {
    const variantId = await variantWith(5);
    await stock().adjust({
      variantId,
      locationId: main,
      change: 3,
      reason: 'received',
      note: 'PO 7',
      idempotencyKey: key(),
    });
    await stock().transfer({
      variantId,
      fromLocationId: main,
      toLocationId: second,
      quantity: 2,
      idempotencyKey: key(),
    });
    const first = await stock().movements({ variantId, limit: 3 });
    const rest = await stock().movements({ variantId, limit: 3, cursor: first.nextCursor ?? '' });
    expect(rest.nextCursor).toBeNull();
    expect(
      [...first.items, ...rest.items].map(({ quantity, onHandAfter }) => [quantity, onHandAfter]),
    ).toEqual([
      [2, 2],
      [-2, 6],
      [3, 8],
      [5, 5],
    ]);
    expect(first.items[0]).toMatchObject({
      reason: 'transferred',
      otherLocationName: 'Main warehouse',
      locationName: 'Warehouse second',
      staffName: owner.name,
    });
    expect(first.items[2]).toMatchObject({ reason: 'received', note: 'PO 7', otherLocationName: null });
    const { items } = await stock().movements({ variantId, locationId: second });
    expect(items).toHaveLength(1);
    await expect(stock().movements({ variantId, cursor: 'nonsense' })).rejects.toThrow('CURSOR_INVALID');
  });

  test('verify finds a level that does not agree', async () => {
    const variantId = await variantWith(5);
    await shop.db.pool.query('update stock_level set allocated = 2 where variant_id = $1', [variantId]);
    expect((await stock().verify()).wrong).toMatchObject([
      { variantId, onHand: 5, ledger: 5, allocated: 2, promised: 0 },
    ]);
    await shop.db.pool.query('update stock_level set allocated = 0 where variant_id = $1', [variantId]);
  });
});

describe('adjusting', () => {
  test('by a change and to a number, once per key, with one audit row each', async () => {
    const variantId = await variantWith(5);
    const input = {
      variantId,
      locationId: main,
      change: -2,
      reason: 'damaged' as const,
      idempotencyKey: key(),
    };
    const adjusted = await stock().adjust(input);
    expect(adjusted).toMatchObject({ onHand: 3, allocated: 0 });
    expect(await stock().adjust(input)).toEqual(adjusted);
    await expect(stock().adjust({ ...input, change: -1 })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    const counted = { variantId, locationId: main, setTo: 9, expectedOnHand: 3, ...because };
    await stock().adjust({ ...counted, idempotencyKey: key() });
    expect(await levelOf(variantId)).toMatchObject({ onHand: 9 });
    expect(await auditOf(variantId)).toEqual(['stock.adjust', 'stock.adjust']);
  });

  test('makes the level of a location that never had the variant', async () => {
    const variantId = await variantWith(0);
    await stock().adjust({ variantId, locationId: second, change: 4, ...because, idempotencyKey: key() });
    expect(await levelOf(variantId, second)).toMatchObject({ onHand: 4 });
  });

  test('to a number is refused when the count moved, naming both', async () => {
    const variantId = await variantWith(5);
    const input = { variantId, locationId: main, setTo: 1, expectedOnHand: 6, ...because };
    await expect(stock().adjust({ ...input, idempotencyKey: key() })).rejects.toMatchObject(
      refusal('STOCK_CONFLICT', { yours: 6, current: 5 }),
    );
  });

  test('two who set at once: one wins', async () => {
    const variantId = await variantWith(5);
    const set = (setTo: number) =>
      stock().adjust({
        variantId,
        locationId: main,
        setTo,
        expectedOnHand: 5,
        ...because,
        idempotencyKey: key(),
      });
    const results = await Promise.allSettled([set(8), set(9)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusal('STOCK_CONFLICT', { yours: 5 }),
    });
  });

  test('never below what is promised, with the figures', async () => {
    const variantId = await variantWith(5);
    await shop.factories.createOrder({ lines: [{ variantId, quantity: 4 }] });
    await expect(
      stock().adjust({ variantId, locationId: main, change: -2, ...because, idempotencyKey: key() }),
    ).rejects.toMatchObject(refusal('STOCK_INVALID', { onHand: 3, allocated: 4, backorderLimit: 0 }));
  });

  test('what is not there is refused by name', async () => {
    const variantId = await variantWith(5);
    const unknown = '00000000-0000-7000-8000-000000000009';
    const write = { change: 1, ...because };
    await expect(
      stock().adjust({ ...write, variantId: unknown, locationId: main, idempotencyKey: key() }),
    ).rejects.toThrow('VARIANT_NOT_FOUND');
    await expect(
      stock().adjust({ ...write, variantId, locationId: unknown, idempotencyKey: key() }),
    ).rejects.toThrow('STOCK_LOCATION_NOT_FOUND');
  });
});

describe('adjusting many', () => {
  test('is all or nothing, and the error names the row', async () => {
    const [a, b] = [await variantWith(1), await variantWith(1)];
    const rows = [
      { variantId: a, locationId: main, change: 5 },
      { variantId: b, locationId: main, setTo: 4, expectedOnHand: 2 },
    ];
    const input = { rows, ...because, idempotencyKey: key() };
    await expect(stock().adjustMany(input)).rejects.toMatchObject(
      refusal('STOCK_CONFLICT', { row: 1, variantId: b, yours: 2, current: 1 }),
    );
    expect(await levelOf(a)).toMatchObject({ onHand: 1 });
    const twice = { ...input, rows: [rows[0]!, rows[0]!], idempotencyKey: key() };
    await expect(stock().adjustMany(twice)).rejects.toMatchObject(refusal('INPUT_INVALID', { row: 1 }));
    const right = {
      ...input,
      rows: [rows[0]!, { variantId: b, locationId: main, setTo: 1, expectedOnHand: 1 }],
    };
    expect(await stock().adjustMany(right)).toEqual({ adjusted: 1, unchanged: 1 });
    expect(await stock().adjustMany(right)).toEqual({ adjusted: 1, unchanged: 1 });
    expect(await levelOf(a)).toMatchObject({ onHand: 6 });
  });

  test('1,000 rows in any order by several at once never deadlock', async () => {
    const product = await shop.factories.createProduct({ variants: [{ stock: 1 }] });
    const { rows: variants } = await shop.db.pool.query<{ id: string }>(
      `insert into product_variant (product_id, sku, name, position)
       select $1, 'MANY-' || n, 'Size ' || n, n from generate_series(1, 499) n returning id`,
      [product.id],
    );
    const rows = [product.variant, ...variants].flatMap(({ id }) => [
      { variantId: id, locationId: main, change: 2 },
      { variantId: id, locationId: second, change: 1 },
    ]);
    const orders = [rows, rows.toReversed(), rows.toSorted((a, b) => (a.locationId < b.locationId ? -1 : 1))];
    const write = (own: typeof rows) => stock().adjustMany({ rows: own, ...because, idempotencyKey: key() });
    expect(await Promise.all(orders.map(write))).toEqual(
      orders.map(() => ({ adjusted: 1000, unchanged: 0 })),
    );
    expect(await levelOf(product.variant.id)).toMatchObject({ onHand: 7 });
  });
});

describe('transfers', () => {
  test('move units between two locations and no further than is free', async () => {
    const variantId = await variantWith(5);
    await shop.factories.createOrder({ lines: [{ variantId, quantity: 2 }] });
    const move = { variantId, fromLocationId: main, toLocationId: second, idempotencyKey: key() };
    const moved = await stock().transfer({ ...move, quantity: 3 });
    expect(moved).toMatchObject({ from: { onHand: 2 }, to: { onHand: 3 } });
    expect(await stock().transfer({ ...move, quantity: 3 })).toEqual(moved);
    await expect(stock().transfer({ ...move, quantity: 1, idempotencyKey: key() })).rejects.toMatchObject(
      refusal('STOCK_INVALID', { onHand: 1, allocated: 2 }),
    );
    await expect(
      stock().transfer({ ...move, toLocationId: main, quantity: 1, idempotencyKey: key() }),
    ).rejects.toThrow('INPUT_INVALID');
  });

  test('to and fro at once end', async () => {
    const variantId = await variantWith(20);
    await stock().adjust({ variantId, locationId: second, change: 20, ...because, idempotencyKey: key() });
    const move = (from: string, to: string) =>
      stock().transfer({
        variantId,
        fromLocationId: from,
        toLocationId: to,
        quantity: 1,
        idempotencyKey: key(),
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? move(main, second) : move(second, main))),
    );
    expect(await levelOf(variantId)).toMatchObject({ onHand: 20 });
  });
});

describe('reservations', () => {
  const reserve = (variantId: string, quantity: number, more: { expiresAt?: string } = {}) =>
    stock().reserve({
      variantId,
      locationId: main,
      quantity,
      reference: 'For Ada',
      expiresAt: more.expiresAt ?? later(),
      idempotencyKey: key(),
    });

  test('keep units from orders until they are released, once', async () => {
    const variantId = await variantWith(3);
    const { id } = await reserve(variantId, 2);
    await expect(order(shop, { variantId, quantity: 2 })).rejects.toThrow('PRODUCT_OUT_OF_STOCK');
    await expect(reserve(variantId, 2)).rejects.toMatchObject(
      refusal('PRODUCT_OUT_OF_STOCK', { available: 1 }),
    );
    expect((await stock().reservations({ variantId })).items).toMatchObject([
      { id, quantity: 2, reference: 'For Ada', staffName: owner.name, releasedAt: null },
    ]);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => stock().release({ id, idempotencyKey: key() })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await levelOf(variantId)).toMatchObject({ allocated: 0 });
    await expect(stock().release({ id, idempotencyKey: key() })).rejects.toThrow('RESERVATION_NOT_FOUND');
    expect((await stock().reservations({ variantId })).items).toEqual([]);
    expect((await stock().reservations({ variantId, state: 'released' })).items).toHaveLength(1);
    expect(await auditOf(id)).toEqual(['stock.reserve', 'stock.release']);
  });

  test('need a time to come', async () => {
    const variantId = await variantWith(3);
    await expect(
      reserve(variantId, 1, { expiresAt: new Date(shop.now().getTime() - 1).toISOString() }),
    ).rejects.toThrow('INPUT_INVALID');
  });

  test('reserved, released and expired by many at once end exactly once', async () => {
    const variantId = await variantWith(30);
    const made = await Promise.all(Array.from({ length: 20 }, () => reserve(variantId, 1)));
    const lasting = await reserve(variantId, 3, {
      expiresAt: new Date(shop.now().getTime() + 3 * hour).toISOString(),
    });
    shop.advance(2 * hour);
    const released = Promise.allSettled(made.map(({ id }) => stock().release({ id, idempotencyKey: key() })));
    const expired = await Promise.all(Array.from({ length: 6 }, () => expireReservations(shop, 5)));
    const byHand = (await released).filter(({ status }) => status === 'fulfilled').length;
    const byClock = expired.reduce((sum, count) => sum + count, 0) + (await expireReservations(shop, 50));
    expect(byHand + byClock).toBe(20);
    expect(await levelOf(variantId)).toMatchObject({ onHand: 30, allocated: 3 });
    await stock().release({ id: lasting.id, idempotencyKey: key() });
  });
});

const changeOf = (index: number) => (index % 2 === 0 ? 1 : -1);

test('fifty orders and adjustments of one variant at once leave every figure right', async () => {
  const variantId = await variantWith(20);
  const write = { variantId, locationId: main, ...because };
  const placed = Array.from({ length: 25 }, () => order(shop, { variantId }));
  const adjusted = Array.from({ length: 25 }, (_, index) =>
    stock().adjust({ ...write, change: changeOf(index), idempotencyKey: key() }),
  );
  const [orders, changes] = await Promise.all([Promise.allSettled(placed), Promise.allSettled(adjusted)]);
  const sold = orders.filter(({ status }) => status === 'fulfilled').length;
  const changed = changes.flatMap(({ status }, index) => (status === 'fulfilled' ? [changeOf(index)] : []));
  const onHand = changed.reduce((sum, change) => sum + change, 20);
  expect(await levelOf(variantId)).toEqual({ onHand, allocated: sold, backorderLimit: 0 });
  expect(sold).toBeLessThanOrEqual(onHand);
  for (const result of [...orders, ...changes]) {
    if (result.status === 'rejected') {
      expect(['PRODUCT_OUT_OF_STOCK', 'STOCK_INVALID']).toContain(
        (result.reason as { cause: { code: string } }).cause.code,
      );
    }
  }
  expect(await findViolations(shop.db.pool)).toEqual({});
});
