import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fullSize, seedShop } from '@turing/db/seed';
import { validateAddress, type PostalAddress } from '@turing/domain';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const now = new Date('2026-06-18T15:30:00Z');
const lines: string[] = [];
let database: TestDatabase;
let mediaDir: string;
let pool: Pool;

function seed(): Promise<void> {
  return seedShop({ databaseUrl: database.url, mediaDir, now, log: (line) => lines.push(line) });
}

async function rowsOf<Row extends object>(sql: string): Promise<Row[]> {
  return (await pool.query<Row>(sql)).rows;
}

async function count(sql: string): Promise<number> {
  const [row] = await rowsOf<{ count: string }>(`SELECT count(*) FROM (${sql}) AS found`);
  return Number(row?.count);
}

beforeAll(async () => {
  database = await createTestDatabase();
  mediaDir = await mkdtemp(path.join(tmpdir(), 'turing-media-'));
  pool = new Pool({ connectionString: database.url, max: 2 });
  await seed();
}, 60_000);

afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(mediaDir, { recursive: true });
});

test('there is a catalogue to show', async () => {
  expect(await count(`SELECT 1 FROM product WHERE status = 'active'`)).toBeGreaterThanOrEqual(520);
  expect(await count('SELECT DISTINCT primary_category_id FROM product')).toBeGreaterThanOrEqual(25);
  expect(await count(`SELECT 1 FROM category WHERE path LIKE '%/%/%'`)).toBeGreaterThan(0);
  expect(await count('SELECT 1 FROM product WHERE featured')).toBe(16);
  expect(await count('SELECT 1 FROM product_variant GROUP BY product_id HAVING count(*) > 12')).toBe(0);
  expect(await count('SELECT 1 FROM variant_price GROUP BY variant_id HAVING count(*) <> 3')).toBe(0);
  expect(await count('SELECT description FROM product GROUP BY description HAVING count(*) > 1')).toBe(0);
  expect(await count('SELECT 1 FROM search.product_document')).toBe(await count('SELECT 1 FROM product'));
});

test('there is a sale for everybody and a list for trade customers, and lists show the sale', async () => {
  const lists = await rowsOf(`SELECT l.name, l.kind, g.code, l.ends_at > '${now.toISOString()}' AS ends_later,
      count(DISTINCT v.product_id)::int AS products
    FROM price_list l LEFT JOIN customer_group g ON g.id = l.group_id JOIN price_list_price p ON p.price_list_id = l.id
    JOIN product_variant v ON v.id = p.variant_id WHERE l.active GROUP BY l.id, g.id ORDER BY l.name`);
  expect(lists).toEqual([
    { name: 'Studio sale', kind: 'sale', code: null, ends_later: true, products: 25 },
    { name: 'Trade prices', kind: 'override', code: 'trade', ends_later: null, products: 60 },
  ]);
  expect(await count('SELECT 1 FROM customer_group_member')).toBe(8);
  const wrong = `SELECT r.product_id FROM product_price_range r JOIN LATERAL (
      SELECT min(price.amount_minor) AS low, max(price.amount_minor) AS high FROM product_variant v
      CROSS JOIN LATERAL effective_price(v.id, r.currency, '{}', now()) price WHERE v.product_id = r.product_id
    ) e ON true WHERE (r.min_minor, r.max_minor) IS DISTINCT FROM (e.low, e.high)`;
  expect(await count(wrong)).toBe(0);
});

test('there are 300 customers and 2,000 orders, some at every stage', async () => {
  expect(await count('SELECT 1 FROM customer')).toBe(300);
  expect(await count('SELECT 1 FROM "order"')).toBe(2000);
  const stages = await rowsOf<{ status: string; n: number }>(
    'SELECT status, count(*)::int AS n FROM "order" GROUP BY status',
  );
  const byStatus = Object.fromEntries(stages.map(({ status, n }) => [status, n]));
  expect(byStatus['pending']).toBe(3);
  expect(byStatus['confirmed']).toBe(25);
  expect(byStatus['delivered']).toBeGreaterThan(1700);
  expect(byStatus['cancelled']).toBeGreaterThan(20);
  expect(byStatus['expired']).toBeGreaterThan(20);
});

test('the same catalogue comes out each time', async () => {
  const other = await createTestDatabase();
  const otherPool = new Pool({ connectionString: other.url, max: 1 });
  try {
    await seedShop({
      databaseUrl: other.url,
      mediaDir,
      now: new Date('2026-11-02T08:00:00Z'),
      log: () => {},
      size: { ...fullSize, orders: 60, customers: 20 },
    });
    const catalogue = `SELECT p.slug, p.name, p.description, p.summary, v.sku, v.barcode, v.name AS variant, vp.currency, vp.amount_minor
      FROM product p JOIN product_variant v ON v.product_id = p.id JOIN variant_price vp ON vp.variant_id = v.id
      ORDER BY v.sku, vp.currency`;
    const [first, second] = await Promise.all([pool.query(catalogue), otherPool.query(catalogue)]);
    expect(second.rows).toEqual(first.rows);
  } finally {
    await otherPool.end();
    await other.drop();
  }
}, 60_000);

test('a shop that is there is left alone', async () => {
  lines.length = 0;
  await seed();
  expect(lines).toEqual(['The shop is there already.']);
  expect(await count('SELECT 1 FROM "order"')).toBe(2000);
});

test('the invariants hold', async () => {
  expect(await findViolations(pool, now)).toEqual({});
});

test('stock on hand is the sum of the ledger', async () => {
  const wrong = `SELECT s.variant_id FROM stock_level s LEFT JOIN stock_movement m USING (variant_id, location_id)
    GROUP BY s.variant_id, s.location_id, s.on_hand HAVING s.on_hand <> coalesce(sum(m.quantity), 0)`;
  expect(await count(wrong)).toBe(0);
  expect(
    await count(`SELECT 1 FROM stock_movement m LEFT JOIN stock_level s USING (variant_id, location_id)
    WHERE s.variant_id IS NULL`),
  ).toBe(0);
});

test('allocated stock is what open orders have not shipped', async () => {
  const wrong = `SELECT variant_id, location_id, sum(allocated) FROM (
      SELECT variant_id, location_id, allocated FROM stock_level
      UNION ALL
      SELECT l.variant_id, l.location_id, l.fulfilled_quantity - l.quantity FROM order_line l
      JOIN "order" o ON o.id = l.order_id WHERE o.status IN ('pending', 'confirmed')
    ) AS both_sides GROUP BY 1, 2 HAVING sum(allocated) <> 0`;
  expect(await count(wrong)).toBe(0);
});

test('what was shipped left through the ledger', async () => {
  const wrong = `SELECT l.id FROM order_line l LEFT JOIN shipment_line s ON s.order_line_id = l.id
    GROUP BY l.id, l.fulfilled_quantity HAVING l.fulfilled_quantity <> coalesce(sum(s.quantity), 0)`;
  expect(await count(wrong)).toBe(0);
  const [sums] = await rowsOf(`SELECT (SELECT sum(quantity) FROM shipment_line)::int AS shipped,
    (SELECT -sum(quantity) FROM stock_movement WHERE reason = 'sale')::int AS sold`);
  expect(sums).toMatchObject({ shipped: (sums as { sold: number }).sold });
  const states = `SELECT 1 FROM "order" o JOIN LATERAL (
      SELECT sum(quantity) AS ordered, sum(fulfilled_quantity) AS gone FROM order_line WHERE order_id = o.id
    ) l ON true WHERE o.fulfilment_status::text <> CASE WHEN gone = 0 THEN 'unfulfilled' WHEN gone < ordered THEN 'partially_fulfilled' ELSE 'fulfilled' END`;
  expect(await count(states)).toBe(0);
});

test('the parts of each order sum to its total', async () => {
  const wrong = `SELECT o.id FROM "order" o JOIN order_line l ON l.order_id = o.id GROUP BY o.id
    HAVING sum(l.subtotal_minor) <> o.subtotal_minor OR sum(l.discount_minor) <> o.discount_minor
    OR sum(l.tax_minor) > o.tax_minor
    OR sum(l.total_minor) + o.shipping_minor + CASE WHEN o.tax_inclusive THEN 0 ELSE o.tax_minor - sum(l.tax_minor) END <> o.total_minor`;
  expect(await count(wrong)).toBe(0);
});

test('the money of each order agrees with its state', async () => {
  const wrong = `SELECT o.id FROM "order" o JOIN payment p ON p.order_id = o.id
    LEFT JOIN LATERAL (SELECT coalesce(sum(amount_minor), 0) AS returned FROM refund r WHERE r.payment_id = p.id AND r.status = 'succeeded') r ON true
    WHERE p.amount_minor <> o.total_minor OR p.currency <> o.currency OR p.refunded_minor <> r.returned
    OR (o.status IN ('confirmed', 'shipped', 'delivered') AND p.captured_minor <> o.total_minor)
    OR (o.status IN ('pending', 'expired') AND p.captured_minor <> 0)
    OR (o.status = 'cancelled' AND p.captured_minor <> p.refunded_minor)
    OR (p.status = 'refunded') <> (p.captured_minor > 0 AND p.refunded_minor = p.captured_minor)
    OR (p.status = 'partially_refunded') <> (p.refunded_minor > 0 AND p.refunded_minor < p.captured_minor)`;
  expect(await count(wrong)).toBe(0);
  expect(
    await count('SELECT 1 FROM "order" o LEFT JOIN payment p ON p.order_id = o.id WHERE p.id IS NULL'),
  ).toBe(0);
});

test('the timeline of each order leads to its state, edge by edge', async () => {
  const broken = `SELECT t.order_id FROM (
      SELECT order_id, from_status, lag(to_status) OVER (PARTITION BY order_id ORDER BY created_at, id) AS before
      FROM order_timeline WHERE to_status IS NOT NULL
    ) t WHERE t.from_status IS DISTINCT FROM t.before`;
  expect(await count(broken)).toBe(0);
  const last = `SELECT o.id FROM "order" o JOIN LATERAL (SELECT to_status FROM order_timeline
      WHERE order_id = o.id AND to_status IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1) t ON true
    WHERE t.to_status <> o.status::text`;
  expect(await count(last)).toBe(0);
  expect(await count(`SELECT 1 FROM order_timeline WHERE created_at > '${now.toISOString()}'`)).toBe(0);
});

test('counts that are kept agree with what they count', async () => {
  const sold = `SELECT p.id FROM product p LEFT JOIN (
      SELECT v.product_id, sum(l.quantity) AS n FROM order_line l JOIN product_variant v ON v.id = l.variant_id
      JOIN "order" o ON o.id = l.order_id WHERE o.status IN ('confirmed', 'shipped', 'delivered') GROUP BY 1
    ) s ON s.product_id = p.id WHERE p.sold_count <> coalesce(s.n, 0)`;
  expect(await count(sold)).toBe(0);
  const used = `SELECT p.id FROM promotion p LEFT JOIN order_promotion u ON u.promotion_id = p.id AND u.counted
    WHERE p.usage_limit IS NOT NULL GROUP BY p.id HAVING p.used_count <> count(u.id)`;
  expect(await count(used)).toBe(0);
  const rated = `SELECT p.id FROM product p LEFT JOIN review r ON r.product_id = p.id AND r.status = 'approved'
    GROUP BY p.id HAVING p.rating_count <> count(r.id) OR p.rating_sum <> coalesce(sum(r.rating), 0)`;
  expect(await count(rated)).toBe(0);
});

test('every parcel could be addressed', async () => {
  const addresses = await rowsOf<{ address: PostalAddress }>(
    'SELECT shipping_address AS address FROM "order"',
  );
  expect(addresses.flatMap(({ address }) => validateAddress(address))).toEqual([]);
});

test('every barcode has its check digit', async () => {
  const barcodes = await rowsOf<{ barcode: string }>(
    'SELECT barcode FROM product_variant WHERE barcode IS NOT NULL',
  );
  const sums = barcodes.map(({ barcode }) =>
    Array.from(barcode).reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0),
  );
  expect(sums.filter((sum) => sum % 10 !== 0)).toEqual([]);
});

test('every picture named in the database lies in the media folder', async () => {
  const keys = await rowsOf<{ key: string }>(
    'SELECT key FROM product_media UNION ALL SELECT image_key FROM category',
  );
  const missing: string[] = [];
  for (const { key } of keys) {
    const found = await stat(path.join(mediaDir, 'sources', `${key}.svg`)).catch(() => null);
    if (found === null) missing.push(key);
  }
  expect(missing).toEqual([]);
  expect((await readdir(path.join(mediaDir, 'sources/products'))).length).toBeGreaterThan(1000);
  expect(
    await count('SELECT 1 FROM product_media GROUP BY product_id HAVING count(*) NOT BETWEEN 2 AND 4'),
  ).toBe(0);
});
