import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fullSize, seedShop } from '@turing/db/seed';
import type { CollectionCondition, CollectionRules, Currency } from '@turing/domain';
import { refreshChangedProducts } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { key, openShop, type Shop } from '../support/shop.ts';

interface Facts {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly featured: boolean;
  readonly publishedAt: Date | null;
  readonly ratingSum: number;
  readonly ratingCount: number;
  readonly categories: readonly string[];
  readonly values: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly lowest: Partial<Record<Currency, number>>;
  readonly onSale: boolean;
  readonly inStock: boolean;
}

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let mediaDir: string;

beforeAll(async () => {
  shop = await openShop();
  mediaDir = await mkdtemp(path.join(tmpdir(), 'turing-media-'));
  await seedShop({
    databaseUrl: shop.db.pool.options.connectionString ?? '',
    mediaDir,
    now: new Date(),
    log: () => undefined,
    size: { ...fullSize, orders: 60, customers: 20 },
  });
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  await shop.db.pool.query(`
    with height as (insert into attribute (code, name, kind, position) values ('test-height', 'H', 'number', 99) returning id)
    insert into product_property (product_id, attribute_id, number)
    select p.id, height.id, length(p.name) from product p, height where length(p.slug) % 3 <> 0`);
  await shop.db.pool.query(
    `update product set tags = array_remove(array[
      case when length(slug) % 2 = 0 then 'even' end, case when length(name) % 5 = 0 then 'fifth' end], null)`,
  );
  await shop.db.pool.query(`update stock_level set allocated = on_hand
    where variant_id in (select id from product_variant where length(sku) % 2 = 0 or position > 1)`);
}, 120_000);
afterAll(async () => {
  await shop.close();
  await rm(mediaDir, { recursive: true });
});

/** What is known of every product, put together row by row: nothing here is how the shop asks. */
async function readFacts(): Promise<Facts[]> {
  const rowsOf = async <Row extends object>(sql: string) => (await shop.db.pool.query<Row>(sql)).rows;
  const products = await rowsOf<Omit<Facts, 'categories'>>(`select id, name, brand, status, tags, featured,
    published_at as "publishedAt", rating_sum as "ratingSum", rating_count as "ratingCount" from product`);
  const categories = await rowsOf<{ id: string; parentId: string | null }>(
    'select id, parent_id as "parentId" from category',
  );
  const placed = await rowsOf<{ product: string; id: string }>(
    'select product_id as product, category_id as id from product_category',
  );
  const values = await rowsOf<{ product: string; id: string }>(
    'select product_id as product, attribute_value_id as id from product_attribute',
  );
  const numbers = await rowsOf<{ product: string; id: string; number: number }>(
    'select product_id as product, attribute_id as id, number from product_property where number is not null',
  );
  const prices = await rowsOf<{ product: string; currency: Currency; amount: number }>(
    `select v.product_id as product, p.currency, price.amount_minor as amount
     from product_variant v join variant_price p on p.variant_id = v.id
     cross join lateral effective_price(v.id, p.currency, '{}', now()) price where v.active`,
  );
  const reduced = await rowsOf<{ product: string }>(
    `select v.product_id as product from product_variant v left join variant_price p on p.variant_id = v.id
     left join price_list_price lp on lp.variant_id = v.id left join price_list l on l.id = lp.price_list_id
     where v.active and (p.compare_at_minor is not null or l.kind = 'sale' and l.active and l.group_id is null
       and coalesce(l.starts_at, '-infinity') <= now() and coalesce(l.ends_at, 'infinity') > now())`,
  );
  const stock = await rowsOf<{ product: string }>(
    `select v.product_id as product from product_variant v join stock_level s on s.variant_id = v.id
     join stock_location l on l.id = s.location_id
     where v.active and l.active and s.on_hand + s.backorder_limit > s.allocated`,
  );
  const parentOf = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const upwards = (id: string): string[] => {
    const parentId = parentOf.get(id);
    return parentId == null ? [id] : [id, ...upwards(parentId)];
  };
  const of = <Row extends { product: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, (row) => row.product);
  const groups = {
    placed: of(placed),
    values: of(values),
    numbers: of(numbers),
    prices: of(prices),
    reduced: of(reduced),
    stock: of(stock),
  };
  return products.map((product) => {
    const own = groups.prices.get(product.id) ?? [];
    const lowest: Partial<Record<Currency, number>> = {};
    for (const { currency, amount } of own) lowest[currency] = Math.min(amount, lowest[currency] ?? Infinity);
    return {
      ...product,
      categories: (groups.placed.get(product.id) ?? []).flatMap(({ id }) => upwards(id)),
      values: (groups.values.get(product.id) ?? []).map(({ id }) => id),
      numbers: Object.fromEntries(
        (groups.numbers.get(product.id) ?? []).map(({ id, number }) => [id, number]),
      ),
      lowest,
      onSale: groups.reduced.has(product.id),
      inStock: groups.stock.has(product.id),
    };
  });
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const compare = (operator: 'less' | 'greater', found: number | undefined, value: number) =>
  found !== undefined && (operator === 'less' ? found < value : found > value);

function holds(condition: CollectionCondition, product: Facts): boolean {
  const isWanted = (found: boolean) => found === (condition.operator !== 'isNot');
  switch (condition.field) {
    case 'tag':
      return isWanted(product.tags.includes(condition.value));
    case 'brand':
      return isWanted(product.brand === condition.value);
    case 'category':
      return isWanted(product.categories.includes(condition.value));
    case 'attribute':
      return isWanted(product.values.includes(condition.value));
    case 'number':
      return compare(condition.operator, product.numbers[condition.attributeId], condition.value);
    case 'title':
      return plain(product.name).includes(plain(condition.value)) === (condition.operator === 'contains');
    case 'price':
      return compare(condition.operator, product.lowest[condition.currency], condition.value);
    case 'rating':
      return product.ratingCount > 0 && product.ratingSum / product.ratingCount >= condition.value;
    case 'published': {
      const age = product.publishedAt === null ? -1 : Date.now() - product.publishedAt.getTime();
      return age >= 0 && age < condition.value * 86_400_000;
    }
    case 'onSale':
    case 'inStock':
    case 'featured':
      return product[condition.field] === condition.value;
  }
}

function gather({ match, conditions }: CollectionRules, facts: readonly Facts[]): string[] {
  return facts
    .filter(({ status }) => status !== 'archived')
    .filter((product) =>
      match === 'all'
        ? conditions.every((condition) => holds(condition, product))
        : conditions.some((condition) => holds(condition, product)),
    )
    .map(({ id }) => id)
    .sort();
}

async function everyCondition(): Promise<CollectionCondition[]> {
  const idOf = async (sql: string) => (await shop.db.pool.query<{ id: string }>(sql)).rows[0]!.id;
  const kitchen = await idOf(`select id from category where path = 'kitchen-table'`);
  const cooking = await idOf(`select id from category where path like '%/cooking'`);
  const blue = await idOf(`select v.id from attribute_value v join attribute a on a.id = v.attribute_id
    where a.code = 'colour' and v.code = 'blue'`);
  const height = await idOf(`select id from attribute where code = 'test-height'`);
  return [
    { field: 'tag', operator: 'is', value: 'even' },
    { field: 'tag', operator: 'isNot', value: 'fifth' },
    { field: 'brand', operator: 'is', value: 'Halden' },
    { field: 'brand', operator: 'isNot', value: 'Halden' },
    { field: 'category', operator: 'is', value: kitchen },
    { field: 'category', operator: 'isNot', value: cooking },
    { field: 'attribute', operator: 'is', value: blue },
    { field: 'attribute', operator: 'isNot', value: blue },
    { field: 'number', attributeId: height, operator: 'less', value: 20 },
    { field: 'number', attributeId: height, operator: 'greater', value: 20 },
    { field: 'title', operator: 'contains', value: 'MÚG' },
    { field: 'title', operator: 'containsNot', value: 'a' },
    { field: 'price', currency: 'USD', operator: 'less', value: 4000 },
    { field: 'price', currency: 'EUR', operator: 'greater', value: 4000 },
    { field: 'onSale', operator: 'is', value: true },
    { field: 'onSale', operator: 'is', value: false },
    { field: 'inStock', operator: 'is', value: true },
    { field: 'inStock', operator: 'is', value: false },
    { field: 'rating', operator: 'atLeast', value: 4.2 },
    { field: 'published', operator: 'within', value: 200 },
    { field: 'featured', operator: 'is', value: true },
    { field: 'featured', operator: 'is', value: false },
  ];
}

async function membersOf(id: string): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ id: string }>(
    'select product_id as id from collection_product where collection_id = $1 order by 1',
    [id],
  );
  return rows.map((row) => row.id);
}

test('rules gather exactly what keeps them, on the whole catalogue, before and after it changes', async () => {
  const staff = shop.as({ staff: owner }).products.staff.collections;
  const single = await everyCondition();
  const pairs = single.flatMap((first, index) => {
    const second = single[(index * 7 + 3) % single.length]!;
    return (['all', 'any'] as const).map((match): CollectionRules => ({
      match,
      conditions: [first, second],
    }));
  });
  const all = [
    ...single.map((condition): CollectionRules => ({ match: 'all', conditions: [condition] })),
    ...pairs,
  ];
  const made: { readonly rules: CollectionRules; readonly id: string }[] = [];
  for (const [index, rules] of all.entries()) {
    const input = {
      name: `Rules ${index}`,
      kind: 'rules' as const,
      rules: { ...rules, conditions: [...rules.conditions] },
    };
    made.push({ rules, id: (await staff.create({ ...input, idempotencyKey: key() })).id });
  }
  const expectExact = async () => {
    const facts = await readFacts();
    for (const { rules, id } of made) {
      const expected = gather(rules, facts);
      expect({ rules, members: await membersOf(id) }).toEqual({ rules, members: expected });
    }
    return facts;
  };
  const facts = await expectExact();
  const sizes = single.map((condition) => gather({ match: 'all', conditions: [condition] }, facts).length);
  expect(sizes.filter((size) => size === 0 || size === facts.length)).toEqual([]);

  await shop.db.pool.query(
    `update product set tags = tags || '{fifth}', brand = 'Halden' where length(slug) % 4 = 0`,
  );
  await shop.db.pool.query(`update product set status = 'archived' where length(slug) % 11 = 0`);
  await shop.db.pool.query(
    `update product set name = 'Mug ' || name, featured = not featured where length(name) % 9 = 0`,
  );
  await shop.db.pool.query(`update variant_price set compare_at_minor = amount_minor * 2 where variant_id in (
    select id from product_variant where position = 1 and length(sku) % 3 = 0)`);
  await shop.db.pool.query(`update variant_price set amount_minor = amount_minor / 2 where variant_id in (
    select id from product_variant where position = 0 and length(sku) % 2 = 1)`);
  await shop.db.pool.query(
    `delete from product_attribute where product_id in (select id from product where length(slug) % 5 = 0)`,
  );
  await shop.db.pool.query(`update product_property set number = number + 7`);
  await shop.db.pool.query(`update review set rating = 1 where length(title) % 3 = 0`);
  const { products } = await refreshChangedProducts(shop);
  expect(products).toBeGreaterThan(100);
  await expectExact();

  await shop.db.pool.query('update stock_level set allocated = 0');
  expect((await refreshChangedProducts(shop)).changed).toBeGreaterThan(0);
  await expectExact();

  await shop.db.pool.query(`update price_list set active = not active where kind = 'sale'`);
  await refreshChangedProducts(shop);
  await expectExact();
  await shop.db.pool.query('delete from price_list_price where amount_minor % 2 = 0');
  await refreshChangedProducts(shop);
  await expectExact();
}, 120_000);
