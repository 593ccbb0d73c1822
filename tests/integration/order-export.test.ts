import { text } from 'node:stream/consumers';
import { exportOrders, exportOrdersAsStaff, type StaffActor } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandomOrders, readModel } from '../support/random-orders.ts';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  let turn = 0;
  await createRandomOrders(shop, 30, (items) => items[(turn += 1) % items.length]!);
});
afterAll(() => shop.close());

async function rowsOf(kind: 'orders' | 'lines', filter: Parameters<typeof exportOrders>[1]['filter']) {
  const csv = await text(exportOrders(shop.db, { kind, filter }));
  return csv.trim().split('\r\n').slice(1);
}

test('an export has a row for each order a filter finds, newest first', async () => {
  const model = (await readModel(shop)).filter(({ country }) => country === 'GB');
  const rows = await rowsOf('orders', { country: 'GB' });
  expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(model.map(({ number }) => number));
});

test('or a row for each of their lines', async () => {
  const model = await readModel(shop);
  const rows = await rowsOf('lines', {});
  expect(rows).toHaveLength(model.flatMap(({ skus }) => skus).length);
});

test('reads more than one chunk without losing or repeating any', async () => {
  await shop.db.pool.query(
    `insert into "order" (token, email, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor, tax_inclusive, total_minor,
       shipping_method, shipping_name, shipping_address, country, placed_at, expires_at)
     select lpad(n::text, 32, 'x'), 'many@example.com', 'USD', 100, 0, 0, 0, false, 100, 's', 's', '{}', 'FR', now() - n % 7 * interval '1 hour', now()
     from generate_series(1, 1203) n`,
  );
  const rows = await rowsOf('orders', { country: 'FR' });
  expect(new Set(rows).size).toBe(1203);
});

test('a name that a spreadsheet would run is only a name', async () => {
  const [order] = await readModel(shop);
  await shop.db.pool.query(
    `update "order" set shipping_address = shipping_address || '{"name": "=HYPERLINK(1)"}' where id = $1`,
    [order!.id],
  );
  expect((await rowsOf('orders', { country: order!.country })).join('\n')).toContain(`,'=HYPERLINK(1),`);
});

test('staff who take orders out are in the audit, the words they looked for are not', async () => {
  const { id, email, name } = await shop.factories.createStaff({ role: 'owner' });
  const staff: StaffActor = {
    id,
    email,
    name,
    role: 'owner',
    roleName: 'Owner',
    permissions: ['orders:read'],
    mustEnrol: false,
    hasSecondFactor: true,
    sessionId: id,
    tokenId: null,
  };
  const ctx = { db: shop.db, requestId: 'r', address: '127.0.0.1', staff };
  const filter = { query: 'ada', country: 'GB' };
  await text(await exportOrdersAsStaff(ctx, { kind: 'orders', filter }));
  const { rows } = await shop.db.pool.query(
    `select staff_id, after from audit_entry where action = 'orders.export'`,
  );
  expect(rows).toEqual([{ staff_id: id, after: { kind: 'orders', country: 'GB', query: true } }]);
});
