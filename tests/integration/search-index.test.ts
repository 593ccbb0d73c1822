import { rebuildSearch } from '@turing/routers';
import { insertRow } from '@turing/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 6 });
  for (let index = 0; index < 30; index += 1)
    await shop.factories.createProduct({ name: `Walnut Clock ${index}` });
});

afterAll(async () => {
  await shop.close();
});

async function total(query: string): Promise<number> {
  return (await shop.as().products.search({ query })).total;
}

test('a rebuild while people search and staff write: nothing is ever missing', async () => {
  await shop.db.pool.query("update search.product_document set document = document where title like '%1%'");
  const rebuild = { isRunning: true };
  const seen = new Set<number>();
  const searching = (async () => {
    while (rebuild.isRunning) seen.add(await total('walnut clock'));
  })();
  const writing = (async () => {
    for (let index = 0; index < 10; index += 1) {
      await shop.db.pool.query('update product set summary = $1 where name = $2', [
        `Ticks ${index} times.`,
        `Walnut Clock ${index}`,
      ]);
    }
  })();
  const done = await rebuildSearch(shop.db);
  await writing;
  rebuild.isRunning = false;
  await searching;
  expect(done).toBe(30);
  expect([...seen]).toEqual([30]);
});

test('what derived tables hold is what a rebuild makes', async () => {
  const read = async () => {
    const { rows } = await shop.db.pool.query<Record<string, unknown>>(
      'select * from search.product_document order by product_id',
    );
    return rows;
  };
  const category = await shop.factories.createCategory({ name: 'Time Pieces' });
  const product = await shop.factories.createProduct({
    name: 'Regulator',
    categoryId: category.id,
    variants: [{ sku: 'REG-1', stock: 1 }],
  });
  const { pool } = shop.db;
  const attribute = await insertRow(pool, 'attribute', { code: 'movement', name: 'Movement', position: 0 });
  const value = await insertRow(pool, 'attribute_value', {
    attribute_id: attribute.id,
    code: 'quartz',
    label: 'Quartz',
    position: 0,
  });
  await insertRow(pool, 'product_attribute', { product_id: product.id, attribute_value_id: value.id });
  await pool.query("update category set name = 'Horology' where id = $1", [category.id]);
  await pool.query("update attribute_value set label = 'Quartzite' where id = $1", [value.id]);
  await pool.query('update stock_level set allocated = on_hand where variant_id = $1', [product.variant.id]);
  await pool.query('update variant_price set amount_minor = 7700 where variant_id = $1', [
    product.variant.id,
  ]);
  expect(await total('horology quartzite')).toBe(1);
  expect((await shop.as().products.search({ query: 'regulator', inStock: true })).total).toBe(0);
  expect((await shop.as().products.search({ query: 'regulator', minPriceMinor: 7700 })).total).toBe(1);
  const before = await read();
  await pool.query('select search.refresh_products(array_agg(id)) from product');
  expect(await read()).toEqual(before);
  const { rows } = await pool.query('select * from search.pending');
  expect(rows).toEqual([]);
});

test('one transaction refreshes a product once, and two that write the same words do not block each other for long', async () => {
  await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      shop.db.transaction(async (tx) => {
        await tx
          .updateTable('product')
          .set({ description: `Newfangled wording ${index}`, summary: `gizmo doohickey ${index % 2}` })
          .where('name', 'in', [`Walnut Clock ${index}`, `Walnut Clock ${(index + 1) % 6}`])
          .execute();
      }),
    ),
  );
  expect(await total('doohickey')).toBe(6);
});

test('a branch of categories that moves takes its products along, in one pass', async () => {
  const { pool } = shop.db;
  const top = await shop.factories.createCategory({ name: 'Parlour' });
  const middle = await shop.factories.createCategory({ name: 'Cabinets', parentId: top.id });
  const low = await shop.factories.createCategory({ name: 'Drawers', parentId: middle.id });
  const other = await shop.factories.createCategory({ name: 'Attic' });
  await shop.factories.createProduct({ name: 'Escritoire', categoryId: low.id });
  await shop.factories.createProduct({ name: 'Bureau', categoryId: middle.id });
  expect(await total('parlour')).toBe(2);
  await pool.query(
    `update category set parent_id = case when id = $1 then $2 else parent_id end,
       path = (select path from category where id = $2) || substr(path, 1 + length((select path from category where id = $3)))
     where id in ($1, $4)`,
    [middle.id, other.id, top.id, low.id],
  );
  expect(await total('parlour')).toBe(0);
  expect(await total('attic')).toBe(2);
  await pool.query(`update category set name = 'Loft' where id = $1`, [other.id]);
  expect(await total('loft')).toBe(2);
  expect((await pool.query('select from search.pending')).rowCount).toBe(0);
});
