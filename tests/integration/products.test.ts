import { insertRow, type ProductFixture } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

type Catalogue = ReturnType<Shop['as']>['products'];
type ListInput = Parameters<Catalogue['list']>[0];
type FacetsInput = Parameters<Catalogue['facets']>[0];

let shop: Shop;
let catalogue: Catalogue;
const values: Record<string, string> = {};

const publicCount = 20;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 2 });
  catalogue = shop.as().products;
  await createAttributes();
  await createCatalogue();
});

afterAll(async () => {
  await shop.close();
});

async function createAttributes(): Promise<void> {
  const attributes = { material: ['oak', 'linen', 'clay'], room: ['hall', 'study'] };
  for (const [place, [code, valueCodes]] of Object.entries(attributes).entries()) {
    const { id } = await insertRow(shop.db.pool, 'attribute', {
      code,
      name: code.toUpperCase(),
      position: place,
    });
    for (const [position, valueCode] of valueCodes.entries()) {
      const row = { attribute_id: id, code: valueCode, label: `The ${valueCode}`, position };
      values[`${code}:${valueCode}`] = (await insertRow(shop.db.pool, 'attribute_value', row)).id;
    }
  }
}

/** Twenty public products with many ties in every sort, every second one in a subcategory, and some that are hidden. */
async function createCatalogue(): Promise<void> {
  const home = await shop.factories.createCategory({ name: 'Home' });
  const lighting = await shop.factories.createCategory({ name: 'Lighting', parentId: home.id });
  const garden = await shop.factories.createCategory({ name: 'Home garden' });
  const made: ProductFixture[] = [];
  for (let index = 0; index < publicCount; index += 1) {
    const product = await shop.factories.createProduct({
      name: `Thing ${index}`,
      categoryId: index % 2 === 0 ? home.id : lighting.id,
      featured: index % 5 === 0,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + (index % 4), 8, 0, 0, 123)),
      variants: [{ prices: { USD: 1000 + 500 * (index % 6), GBP: 900 }, stock: index < 3 ? 0 : 5 }],
    });
    await shop.db.pool.query(
      'update product set sold_count = $2, rating_sum = $3, rating_count = $4 where id = $1',
      [product.id, index % 3, (index % 4) * 4, index % 4],
    );
    made.push(product);
  }
  await shop.factories.createProduct({
    name: 'Spade',
    categoryId: garden.id,
    variants: [{ prices: { GBP: 900 } }],
  });
  await shop.factories.createProduct({ name: 'Draft', categoryId: home.id, status: 'draft' });
  await shop.factories.createProduct({ name: 'Gone', categoryId: home.id, status: 'archived' });
  await shop.factories.createProduct({
    name: 'Later',
    categoryId: home.id,
    publishedAt: new Date('2999-01-01'),
  });
  for (const [index, product] of made.entries()) {
    await give(product, index % 2 === 0 ? 'material:oak' : 'material:linen');
    if (index < 5) await give(product, 'material:clay');
    await give(product, index < 4 ? 'room:hall' : 'room:study');
  }
}

async function give(product: ProductFixture, value: string): Promise<void> {
  await insertRow(shop.db.pool, 'product_attribute', {
    product_id: product.id,
    attribute_value_id: values[value] ?? '',
  });
}

async function names(input: ListInput): Promise<string[]> {
  const { items } = await catalogue.list({ limit: 60, ...input });
  return items.map((item) => item.name);
}

/** Every page of a list, by its cursors. */
async function walk(input: ListInput): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalogue.list({ ...input, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

const orders = {
  featured: 'p.featured desc, p.sold_count desc, p.id',
  newest: 'p.published_at desc, p.id',
  best_selling: 'p.sold_count desc, p.id',
  rating: '(p.rating_sum + 17.5) / (p.rating_count + 5) desc, p.rating_count desc, p.id',
  price_asc: 'r.min_minor, p.id',
  price_desc: 'r.min_minor desc, p.id desc',
};

describe('list', () => {
  test.each(Object.keys(orders) as (keyof typeof orders)[])(
    'by %s: pages follow each other without gaps or doubles',
    async (sort) => {
      const { rows } = await shop.db.pool.query<{ id: string }>(
        `select p.id from product p join product_price_range r on r.product_id = p.id and r.currency = 'USD'
       where p.status = 'active' and p.published_at <= now() order by ${orders[sort]}`,
      );
      const expected = rows.map((row) => row.id);
      expect(expected).toHaveLength(publicCount);
      expect(await walk({ sort, limit: 3 })).toEqual(expected);
      expect(await walk({ sort, limit: publicCount })).toEqual(expected);
      expect(await walk({ sort, limit: 7, category: 'home', inStock: true, minPriceMinor: 1500 })).toEqual(
        (
          await catalogue.list({ sort, limit: 60, category: 'home', inStock: true, minPriceMinor: 1500 })
        ).items.map((item) => item.id),
      );
    },
  );

  test('a category holds its subtree, not one whose slug begins alike', async () => {
    expect(await names({ category: 'home' })).toHaveLength(publicCount);
    expect(await names({ category: 'lighting' })).toHaveLength(publicCount / 2);
    expect(await names({ category: 'home-garden', currency: 'GBP' })).toEqual(['Spade']);
  });

  test('a category without products in the currency is empty; an unknown one is not found', async () => {
    expect(await catalogue.list({ category: 'home-garden' })).toEqual({ items: [], nextCursor: null });
    await expect(catalogue.list({ category: 'attic' })).rejects.toThrow('CATEGORY_NOT_FOUND');
    await expect(catalogue.list({ category: 'home\0' })).rejects.toThrow('CATEGORY_NOT_FOUND');
  });

  test('prices of the currency alone count', async () => {
    expect(await names({ currency: 'EUR' })).toEqual([]);
    expect(await names({ currency: 'GBP' })).toHaveLength(publicCount + 1);
  });

  test('the price filter is about the price a card shows', async () => {
    const { items } = await catalogue.list({ minPriceMinor: 1500, maxPriceMinor: 2000, limit: 60 });
    expect(items).toHaveLength(7);
    expect(new Set(items.map((item) => item.minPriceMinor))).toEqual(new Set([1500, 2000]));
    expect(await names({ minPriceMinor: Number.MAX_SAFE_INTEGER })).toEqual([]);
    expect(await names({ minPriceMinor: 2000, maxPriceMinor: 1000 })).toEqual([]);
  });

  test('what is sold out shows so, and hides on request', async () => {
    const all = (await catalogue.list({ limit: 60 })).items;
    expect(
      all
        .filter((item) => !item.available)
        .map((item) => item.name)
        .toSorted(),
    ).toEqual(['Thing 0', 'Thing 1', 'Thing 2']);
    expect(await names({ inStock: true })).toHaveLength(publicCount - 3);
  });

  test('values of one attribute widen, different attributes narrow, unknown ones match nothing', async () => {
    expect(await names({ attributes: ['material:oak'] })).toHaveLength(10);
    expect(await names({ attributes: ['material:oak', 'material:linen'] })).toHaveLength(20);
    expect((await names({ attributes: ['material:oak', 'room:hall'] })).toSorted()).toEqual([
      'Thing 0',
      'Thing 2',
    ]);
    expect(await names({ attributes: ['material:gold'] })).toEqual([]);
    expect(await names({ attributes: ['mood:calm', 'material:oak'] })).toEqual([]);
  });

  test('a cursor belongs to its sort', async () => {
    const { nextCursor } = await catalogue.list({ sort: 'newest', limit: 2 });
    await expect(catalogue.list({ sort: 'rating', cursor: nextCursor ?? '' })).rejects.toThrow(
      'CURSOR_INVALID',
    );
    await expect(catalogue.list({ cursor: 'rubbish' })).rejects.toThrow('CURSOR_INVALID');
  });
});

describe('facets', () => {
  async function facets(input: FacetsInput = {}) {
    const { facets: found, total, minPriceMinor, maxPriceMinor } = await catalogue.facets(input);
    const counts = found.flatMap((facet) =>
      facet.values.map((value) => [`${facet.code}:${value.code}`, value.count]),
    );
    return { total, minPriceMinor, maxPriceMinor, counts };
  }

  test('count every value, in the order of positions', async () => {
    expect(await facets()).toEqual({
      total: 20,
      minPriceMinor: 1000,
      maxPriceMinor: 3500,
      counts: [
        ['material:oak', 10],
        ['material:linen', 10],
        ['material:clay', 5],
        ['room:hall', 4],
        ['room:study', 16],
      ],
    });
  });

  test('a choice narrows the other attributes, not its own', async () => {
    expect(await facets({ attributes: ['material:clay'] })).toMatchObject({
      total: 5,
      counts: [
        ['material:oak', 10],
        ['material:linen', 10],
        ['material:clay', 5],
        ['room:hall', 4],
        ['room:study', 1],
      ],
    });
    expect(await facets({ attributes: ['material:clay', 'room:study'] })).toMatchObject({
      total: 1,
      counts: [
        ['material:oak', 8],
        ['material:linen', 8],
        ['material:clay', 1],
        ['room:hall', 4],
        ['room:study', 1],
      ],
    });
  });

  test('price narrows the counts but not its own bounds', async () => {
    expect(await facets({ minPriceMinor: 1000, maxPriceMinor: 1000, category: 'lighting' })).toEqual({
      total: 0,
      minPriceMinor: 1500,
      maxPriceMinor: 3500,
      counts: [],
    });
  });

  test('a chosen value stays when it counts nothing', async () => {
    expect(await facets({ attributes: ['room:hall'], category: 'lighting', inStock: true })).toMatchObject({
      total: 1,
      counts: [
        ['material:linen', 1],
        ['material:clay', 1],
        ['room:hall', 1],
        ['room:study', 8],
      ],
    });
    expect(await facets({ attributes: ['room:hall'], minPriceMinor: 3500 })).toMatchObject({
      total: 0,
      counts: [
        ['room:hall', 0],
        ['room:study', 3],
      ],
    });
  });

  test.each([
    {},
    { attributes: ['material:oak', 'room:hall'] },
    { attributes: ['material:oak', 'material:clay'], minPriceMinor: 1500, inStock: true },
    { category: 'lighting', attributes: ['room:study'], maxPriceMinor: 2500 },
  ])('the total of %j is what the list holds', async (filter) => {
    expect((await facets(filter)).total).toBe((await names(filter)).length);
  });

  test('an unknown category is not found, an empty one counts nothing', async () => {
    await expect(facets({ category: 'attic' })).rejects.toThrow('CATEGORY_NOT_FOUND');
    expect(await facets({ category: 'home-garden' })).toEqual({
      total: 0,
      minPriceMinor: null,
      maxPriceMinor: null,
      counts: [],
    });
  });
});
