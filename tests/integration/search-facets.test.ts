import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '@turing/db';
import { fullSize, seedShop } from '@turing/db/seed';
import { createPostgresSearch, type SearchEngine } from '@turing/routers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

type FacetsInput = Parameters<SearchEngine['facets']>[0];

interface Goods {
  readonly id: string;
  readonly brand: string;
  readonly price: number;
  readonly rating: number;
  readonly available: boolean;
  readonly categories: string[];
  readonly values: string[];
  readonly numbers: Record<string, number>;
}

const mediaDir = mkdtempSync(path.join(tmpdir(), 'turing-facets-'));
let database: TestDatabase;
let db: Database;
let engine: SearchEngine;
let goods: Goods[];

beforeAll(async () => {
  database = await createTestDatabase();
  const size = { ...fullSize, productsPerKind: 3, orders: 100, customers: 30 };
  await seedShop({ databaseUrl: database.url, mediaDir, now: new Date(), log: () => undefined, size });
  db = createDatabase({ url: database.url, maxConnections: 2 });
  engine = createPostgresSearch(db);
  await db.pool.query(`
    with a as (insert into attribute (code, name, kind, unit, position) values ('height', 'Height', 'number', 'cm', 20) returning id)
    insert into product_property (product_id, attribute_id, number)
    select p.id, a.id, (abs(hashtext(p.slug)) % 400) / 10.0 from product p cross join a where abs(hashtext(p.slug)) % 3 > 0`);
  ({ rows: goods } = await db.pool.query<Goods>(`
    select p.id, p.brand, r.min_minor as price,
      coalesce(round(p.rating_sum * 10.0 / nullif(p.rating_count, 0)), 0)::int as rating,
      exists (select from product_variant v join stock_level s on s.variant_id = v.id
        where v.product_id = p.id and v.active and s.active and s.on_hand + s.backorder_limit > s.allocated) as available,
      array(select above.slug from product_category pc join category own on own.id = pc.category_id
        join category above on starts_with(own.path || '/', above.path || '/') where pc.product_id = p.id) as categories,
      array(select a.code || ':' || av.code from product_attribute pa join attribute_value av on av.id = pa.attribute_value_id
        join attribute a on a.id = av.attribute_id where pa.product_id = p.id) as values,
      coalesce((select json_object_agg(a.code, pp.number) from product_property pp join attribute a on a.id = pp.attribute_id
        where pp.product_id = p.id), '{}') as numbers
    from product p join product_price_range r on r.product_id = p.id and r.currency = 'EUR'
    where p.status = 'active' and p.published_at <= now()`));
}, 120_000);

afterAll(async () => {
  await db.close();
  await database.drop();
  rmSync(mediaDir, { recursive: true, force: true });
});

type Filter = 'attribute' | 'brand' | 'price' | 'rating' | 'stock' | 'range';

/** Whether a product meets the filters, one of them or one attribute's left out. */
function meets(item: Goods, input: FacetsInput, without: Filter | `attribute ${string}` | null): boolean {
  const chosen = Map.groupBy(input.attributes, (value) => value.split(':')[0] ?? '');
  const attributes = [...chosen].every(
    ([code, values]) =>
      without === `attribute ${code}` || values.some((value) => item.values.includes(value)),
  );
  const height = item.numbers.height;
  const [least = 0, most = 0] = (input.ranges[0] ?? '').split(':').at(-1)?.split('..').map(Number) ?? [];
  return (
    attributes &&
    (input.category === undefined || item.categories.includes(input.category)) &&
    (without === 'brand' || input.brands.length === 0 || input.brands.includes(item.brand)) &&
    (without === 'price' || item.price >= (input.minPriceMinor ?? 0)) &&
    (without === 'price' || item.price <= (input.maxPriceMinor ?? Number.POSITIVE_INFINITY)) &&
    (without === 'rating' || item.rating >= (input.minRating ?? 0) * 10) &&
    (without === 'stock' || !input.inStock || item.available) &&
    (without === 'range' ||
      input.ranges.length === 0 ||
      (height !== undefined && height >= least && height <= most))
  );
}

function countBy(items: readonly Goods[], keys: (item: Goods) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of items.flatMap(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function check(found: Awaited<ReturnType<SearchEngine['facets']>>, input: FacetsInput): void {
  const left = (without: Parameters<typeof meets>[2]) => goods.filter((item) => meets(item, input, without));
  expect(found.total).toBe(left(null).length);
  const prices = left('price').map(({ price }) => price);
  expect(found.minPriceMinor).toBe(prices.length === 0 ? null : Math.min(...prices));
  for (const { minMinor, maxMinor, count } of found.priceRanges) {
    expect(count).toBe(prices.filter((price) => price >= minMinor && price <= maxMinor).length);
  }
  expect(found.available).toBe(left('stock').filter(({ available }) => available).length);
  for (const { atLeast, count } of found.ratings) {
    expect(count).toBe(left('rating').filter(({ rating }) => rating >= atLeast * 10).length);
  }
  const brands = countBy(left('brand'), ({ brand }) => [brand]);
  expect(found.brands.filter(({ count }) => count > 0)).toHaveLength(brands.size);
  for (const { name, count } of found.brands) expect(count).toBe(brands.get(name) ?? 0);
  const heights = left('range').flatMap(({ numbers }) => numbers.height ?? []);
  const range = found.ranges.find(({ code }) => code === 'height');
  expect([range?.min, range?.max]).toEqual(
    heights.length === 0 ? [undefined, undefined] : [Math.min(...heights), Math.max(...heights)],
  );
  for (const { code, values } of found.facets) {
    const counts = countBy(left(`attribute ${code}`), (item) => item.values);
    for (const value of values) expect(value.count).toBe(counts.get(`${code}:${value.code}`) ?? 0);
  }
}

test('counts under random filters are what counting one by one gives', async () => {
  const some = <Value>(values: readonly Value[], most: number) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant<Value[]>([]) },
      fc.subarray([...values], { minLength: 1, maxLength: most }),
    );
  const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
  const all = <Value>(of: (item: Goods) => readonly Value[]) => [...new Set(goods.flatMap(of))];
  const filters = fc.record({
    currency: fc.constant('EUR' as const),
    attributes: some(
      all((item) => item.values),
      4,
    ),
    brands: some(
      all((item) => [item.brand]),
      2,
    ),
    category: maybe(fc.constantFrom(...all((item) => item.categories))),
    minPriceMinor: maybe(fc.integer({ min: 0, max: 20_000 })),
    maxPriceMinor: maybe(fc.integer({ min: 2000, max: 60_000 })),
    minRating: maybe(fc.integer({ min: 1, max: 5 })),
    inStock: fc.boolean(),
    ranges: fc.oneof(
      fc.constant<string[]>([]),
      fc.constantFrom<string[][]>(['height:10..20'], ['height:0..5.5']),
    ),
  });
  await fc.assert(
    fc.asyncProperty(filters, async ({ category, minPriceMinor, maxPriceMinor, minRating, ...rest }) => {
      const input: FacetsInput = {
        ...rest,
        ...(category === undefined ? {} : { category }),
        ...(minPriceMinor === undefined ? {} : { minPriceMinor }),
        ...(maxPriceMinor === undefined ? {} : { maxPriceMinor }),
        ...(minRating === undefined ? {} : { minRating }),
      };
      check(await engine.facets(input), input);
    }),
    { numRuns: 60 },
  );
});

test('a search and its facets agree on how many there are', async () => {
  const input = {
    currency: 'EUR' as const,
    attributes: ['colour:blue'],
    brands: [],
    ranges: [],
    inStock: true,
  };
  for (const query of ['mug', 'wool blanket', 'lapm', 'cotton']) {
    const page = await engine.search({ ...input, query, limit: 60, sort: 'price_asc' });
    expect((await engine.facets({ ...input, query })).total).toBe(page.total);
  }
});
