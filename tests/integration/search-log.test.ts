import { createSearchLog } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop, type Visitor } from '../support/shop.ts';

let shop: Shop;
let analyst: NonNullable<Visitor['staff']>;
let productId: string;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 4 });
  analyst = await shop.factories.createStaff({ role: 'analyst' });
  ({ id: productId } = await shop.factories.createProduct({ name: 'Brass Lamp' }));
});

afterAll(async () => {
  await shop.close();
});

function reports() {
  return shop.as({ staff: analyst }).products.staff.searchReports;
}

function range() {
  const today = shop.now().toISOString().slice(0, 10);
  return { from: today, to: today };
}

test('first pages are counted by their words, clicks by their place; reports tell', async () => {
  const { products } = shop.as();
  for (const query of ['lamp', '  LAMP ', 'Lamp', 'harpsichord']) await products.search({ query });
  const { nextCursor } = await products.search({ query: 'brass', limit: 1 });
  expect(nextCursor).toBeNull();
  await products.recordSearchClick({ query: 'lamp', productId, position: 3 });
  await products.recordSearchClick({ query: 'Lamp', productId, position: 2 });
  await shop.searchLog.flush();

  const popular = await reports().popular(range());
  expect(popular.totals).toEqual({ searches: 5, clicks: 2, queries: 3 });
  expect(popular.rows[0]).toMatchObject({ query: 'lamp', searches: 3, clicks: 2, resultCount: 1 });
  const zero = await reports().zeroResults(range());
  expect(zero.rows.map(({ query }) => query)).toEqual(['harpsichord']);
  const opened = await reports().clickThrough(range());
  expect(opened.rows[0]).toEqual({
    query: 'lamp',
    searches: 3,
    clicks: 2,
    meanPosition: 2.5,
    products: [{ id: productId, name: 'Brass Lamp', clicks: 2 }],
  });
  await expect(reports().popular({ from: '2026-02-02', to: '2026-02-01' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('a stored answer counts without changing what was found', async () => {
  shop.searchLog.record('lamp', null);
  await shop.searchLog.flush();
  const { rows } = await reports().popular(range());
  expect(rows[0]).toMatchObject({ query: 'lamp', searches: 4, resultCount: 1 });
});

test('processes that count the same words at once lose nothing', async () => {
  const logs = Array.from({ length: 6 }, () =>
    createSearchLog({ db: shop.db, logger: shop.logger, now: shop.now }),
  );
  for (let round = 0; round < 5; round += 1) {
    for (const log of logs) for (const query of ['one', 'two', 'three']) log.record(query, 1);
    await Promise.all(logs.map((log) => log.flush()));
  }
  const { rows } = await reports().popular(range());
  for (const query of ['one', 'two', 'three']) {
    expect(rows.find((row) => row.query === query)?.searches).toBe(30);
  }
});

test('what cannot be written is kept, without end and without failing anybody', async () => {
  let isBroken = true;
  const warnings: string[] = [];
  const pool = Object.assign(Object.create(shop.db.pool) as typeof shop.db.pool, {
    query: (...given: Parameters<typeof shop.db.pool.query>) => {
      if (isBroken) throw new Error('no database');
      return shop.db.pool.query(...given);
    },
  });
  const log = createSearchLog({
    db: { ...shop.db, pool },
    logger: { ...shop.logger, warn: (message) => warnings.push(message) },
    now: shop.now,
  });
  log.record('patience', 0);
  for (let index = 0; index < 6000; index += 1) log.record(`word ${index}`, 0);
  await log.flush();
  expect(warnings).toEqual(['searches not counted yet']);
  isBroken = false;
  await log.close();
  const { rows } = await shop.db.pool.query<{ count: number; patience: number }>(
    "select count(*)::int as count, sum(searches) filter (where query = 'patience')::int as patience from search_query where query like 'word %' or query = 'patience'",
  );
  expect(rows[0]).toEqual({ count: 5000, patience: 1 });
});
