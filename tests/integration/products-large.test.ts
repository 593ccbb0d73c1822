import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
const products = 5000;
/** By name: in which of the products, by their number, it is. */
const sets: Record<string, (n: number) => boolean> = {
  'category:wide': (n) => n % 2 === 0,
  'category:narrow': (n) => n % 50 === 0,
  'colour:red': (n) => n % 3 > 0,
  'colour:blue': (n) => n % 3 === 0,
  'size:small': (n) => n % 9 > 2,
  'size:odd': (n) => n % 500 === 7,
  'grain:early': (n) => n <= 2500,
  'grain:late': (n) => n > 2500,
  'grip:first': (n) => n <= 2400,
};

beforeAll(async () => {
  shop = await openShop({ maxConnections: 2 });
  const { pool } = shop.db;
  await shop.factories.createProduct({ name: 'Number 0', variants: [{ prices: { USD: 1 } }] });
  const client = await pool.connect();
  // Prices and documents of so many are not what is tested: rows are copies of one product's.
  await client.query('set session_replication_role = replica');
  await client.query(
    `create temp table made as select n, gen_random_uuid() as id from generate_series(1, $1::int) n`,
    [products],
  );
  await client.query(`
    insert into product select (jsonb_populate_record(p, jsonb_build_object('id', m.id, 'name', 'Number ' || m.n, 'slug', 'number-' || m.n,
      'sold_count', (m.n * 7919) % 1009, 'published_at', p.published_at - make_interval(secs => m.n % 4000)))).*
    from product p cross join made m where p.name = 'Number 0'`);
  await client.query(`
    insert into product_price_range select (jsonb_populate_record(r, jsonb_build_object('product_id', m.id, 'min_minor', (m.n * 31) % 997))).*
    from product_price_range r join product p on p.id = r.product_id cross join made m where p.name = 'Number 0'`);
  await client.query(`
    insert into product_card (product_id, shown, page) select m.id, card.shown, card.page
    from product_card card join product p on p.id = card.product_id cross join made m where p.name = 'Number 0'`);
  for (const name of Object.keys(sets)) {
    const [kind, code] = name.split(':') as [string, string];
    const numbers = Array.from({ length: products }, (_, index) => index + 1).filter(sets[name]!);
    await client.query(
      kind === 'category'
        ? `with c as (insert into category (slug, name, description, path, position) values ($1, $1, '', $1, 0) returning id)
           insert into product_category (product_id, category_id) select m.id, c.id from made m, c where m.n = any ($2) and $3 <> ''`
        : `with known as (insert into attribute (code, name, position) values ($3, $3, 0) on conflict (code) do update set position = 0 returning id),
           v as (insert into attribute_value (attribute_id, code, label, position) select id, $1, $1, 0 from known returning id)
           insert into product_attribute (product_id, attribute_value_id) select m.id, v.id from made m, v where m.n = any ($2)`,
      [code, numbers, kind],
    );
  }
  await client.query(`set session_replication_role = default`);
  await client.query(`update search.statistic set documents = $1`, [products]);
  await client.query('analyze');
  client.release();
}, 60_000);
afterAll(async () => {
  await shop.close();
});

type Wanted = Parameters<ReturnType<Shop['as']>['products']['list']>[0];

async function numbersOf(input: Wanted): Promise<number[]> {
  const numbers: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await shop.as().products.list({ ...input, limit: 60, ...(cursor && { cursor }) });
    numbers.push(...page.items.map(({ name }) => Number(name.slice('Number '.length))));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && numbers.length < 700);
  return numbers.slice(0, 700);
}

const cases: Wanted[] = [
  { category: 'wide' },
  { category: 'narrow' },
  { attributes: ['colour:red'] },
  { attributes: ['size:odd'] },
  { attributes: ['colour:red', 'size:small'] },
  { attributes: ['colour:red', 'colour:blue', 'size:odd'] },
  { attributes: ['grain:late', 'grip:first'] },
  { attributes: ['grain:early', 'grip:first'] },
  { attributes: ['colour:red'], category: 'wide' },
  { attributes: ['colour:blue', 'size:small'], category: 'wide' },
  { attributes: ['colour:red'], category: 'narrow' },
  { attributes: ['size:odd'], category: 'wide' },
];

test.each(['featured', 'price_desc', 'newest'] as const)(
  'narrowed lists of many products have the order of the whole, by %s',
  async (sort) => {
    const { rows } = await shop.db.pool.query<{ n: number }>(
      `select substr(p.name, 8)::int as n from product p join product_price_range r on r.product_id = p.id and r.currency = 'USD'
       order by case $1 when 'featured' then -p.sold_count when 'price_desc' then -r.min_minor
         else -extract(epoch from p.published_at) end, case when $1 = 'price_desc' then null else p.id end, p.id desc`,
      [sort],
    );
    const whole = rows.map(({ n }) => n).filter((n) => n > 0);
    for (const wanted of cases) {
      const groups = Map.groupBy(wanted.attributes ?? [], (name) => name.split(':')[0]);
      const expected = whole.filter(
        (n) =>
          (wanted.category === undefined || sets[`category:${wanted.category}`]!(n)) &&
          [...groups.values()].every((names) => names.some((name) => sets[name]!(n))),
      );
      expect({ wanted, numbers: await numbersOf({ ...wanted, sort }) }).toEqual({
        wanted,
        numbers: expected.slice(0, 700),
      });
    }
  },
  60_000,
);

test('a value that the shop does not have leaves nothing', async () => {
  expect(await numbersOf({ attributes: ['colour:red', 'colour:none'] })).toHaveLength(700);
  expect(await numbersOf({ attributes: ['colour:red', 'nothing:none'] })).toEqual([]);
  await expect(numbersOf({ attributes: ['colour:red'], category: 'nowhere' })).rejects.toThrow(
    'CATEGORY_NOT_FOUND',
  );
});
