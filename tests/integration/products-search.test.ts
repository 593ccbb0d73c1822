import { insertRow, type ProductFixture } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

type Catalogue = ReturnType<Shop['as']>['products'];
type SearchInput = Parameters<Catalogue['search']>[0];

let shop: Shop;
let catalogue: Catalogue;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 2 });
  catalogue = shop.as().products;
  await createCatalogue();
});

afterAll(async () => {
  await shop.close();
});

async function createCatalogue(): Promise<void> {
  const home = await shop.factories.createCategory({ name: 'Home' });
  const lighting = await shop.factories.createCategory({ name: 'Lighting', parentId: home.id });
  const kitchen = await shop.factories.createCategory({ name: 'Kitchen' });
  const make = shop.factories.createProduct;
  await make({
    name: 'Harrow Desk Lamp',
    categoryId: lighting.id,
    variants: [
      { sku: 'LMP-HAR-01', barcode: '4006381333931', prices: { USD: 9000 } },
      { sku: 'LMP-HAR-02', prices: { USD: 9500 } },
    ],
  });
  await make({ name: 'Linnet Floor Lamp', categoryId: lighting.id, variants: [{ prices: { USD: 12_000 } }] });
  await make({
    name: 'Walnut Candle Holder',
    categoryId: lighting.id,
    description: 'Bright enough to do without a lamp.',
    variants: [{ stock: 0 }],
  });
  await make({ name: 'Estuary Café Cup', brand: 'Møller', categoryId: kitchen.id });
  await make({ name: 'Teak Board', categoryId: kitchen.id });
  await giveMaterial(await make({ name: 'Tea Caddy', categoryId: kitchen.id }), 'Marble');
  await make({ name: 'Moss Blanket', categoryId: home.id, variants: [{ options: { Colour: 'Rust' } }] });
  await make({ name: 'Secret Lamp', status: 'draft', categoryId: lighting.id });
  await make({ name: 'Future Lamp', publishedAt: new Date('2999-01-01'), categoryId: lighting.id });
  await make({ name: 'Export Lamp', categoryId: lighting.id, variants: [{ prices: { EUR: 100 } }] });
}

async function giveMaterial(product: ProductFixture, label: string): Promise<void> {
  const { pool } = shop.db;
  const attribute = await insertRow(pool, 'attribute', { code: 'material', name: 'Material', position: 0 });
  const row = { attribute_id: attribute.id, code: label.toLowerCase(), label, position: 0 };
  const value = await insertRow(pool, 'attribute_value', row);
  await insertRow(pool, 'product_attribute', { product_id: product.id, attribute_value_id: value.id });
}

async function find(query: string, input: Omit<SearchInput, 'query'> = {}): Promise<string[]> {
  const { items } = await catalogue.search({ ...input, query });
  return items.map((item) => item.name);
}

const lamps = ['Harrow Desk Lamp', 'Linnet Floor Lamp'];

describe('finds', () => {
  test.each([
    ['a name', 'desk lamp', 'Harrow Desk Lamp'],
    ['words in any order and case', 'LAMP desk', 'Harrow Desk Lamp'],
    ['a plural', 'blankets', 'Moss Blanket'],
    ['a half-typed word', 'blan', 'Moss Blanket'],
    ['a half-typed last word', 'moss bl', 'Moss Blanket'],
    ['a typo', 'wallnut', 'Walnut Candle Holder'],
    ['two typos', 'wallnut candel', 'Walnut Candle Holder'],
    ['a typo beside a right word', 'harrow lmap', 'Harrow Desk Lamp'],
    ['a material', 'marble', 'Tea Caddy'],
    ['a misspelt material', 'marbel', 'Tea Caddy'],
    ['a misspelt category', 'kichen caddy', 'Tea Caddy'],
    ['most of the words', 'moss blanket cashmere', 'Moss Blanket'],
    ['an accent', 'café', 'Estuary Café Cup'],
    ['an accent left out', 'cafe cup', 'Estuary Café Cup'],
    ['an accent too many', 'estüary', 'Estuary Café Cup'],
    ['a brand', 'moller', 'Estuary Café Cup'],
    ['a colour', 'rust blanket', 'Moss Blanket'],
    ['a SKU', 'LMP-HAR-02', 'Harrow Desk Lamp'],
    ['a SKU in lower case', 'lmp-har-01', 'Harrow Desk Lamp'],
    ['a barcode', '4006381333931', 'Harrow Desk Lamp'],
    ['a barcode as it is printed', '4 006381 333931', 'Harrow Desk Lamp'],
    ['an exact name first', 'tea caddy', 'Tea Caddy'],
    ['a whole word before the beginning of another', 'tea', 'Tea Caddy'],
    ['a phrase', '"floor lamp"', 'Linnet Floor Lamp'],
    ['what is not excluded', 'lamp -desk -walnut', 'Linnet Floor Lamp'],
    ['either word', 'caddy or blanket -moss', 'Tea Caddy'],
  ])('%s', async (_case, query, expected) => {
    expect((await find(query))[0]).toBe(expected);
  });

  test('names before descriptions, and only what is public and priced', async () => {
    const found = await find('lamp');
    expect(found.slice(0, 2).toSorted()).toEqual(lamps);
    expect(found.slice(2)).toEqual(['Walnut Candle Holder']);
  });

  test('a category by its name, with all below it', async () => {
    expect((await find('lighting')).toSorted()).toEqual([...lamps, 'Walnut Candle Holder'].toSorted());
  });

  test('a new name and a new SKU at once', async () => {
    const { id } = await shop.factories.createProduct({ name: 'Zither', summary: '', description: '' });
    await shop.db.pool.query("update product set name = 'Ocarina' where id = $1", [id]);
    await shop.db.pool.query("update product_variant set sku = 'OCA-1' where product_id = $1", [id]);
    expect(await find('zither')).toEqual([]);
    expect(await find('ocarina')).toEqual(['Ocarina']);
    expect((await find('oca-1'))[0]).toBe('Ocarina');
  });
});

describe('any text is a query', () => {
  test.each([
    "'; drop table product; --",
    "' or 'a' = 'a",
    '🔥🔥🔥',
    '!@#$%^&*()_+{}|:<>?'.repeat(5),
    ':*',
    '&',
    '!',
    '<->',
    '"',
    '"unclosed',
    '-',
    '-lamp',
    '\\',
    "\\'",
    '%_%',
    'the',
    'of the and',
    '\0',
    'x\0y',
    '½ ŉ ⑴',
    '\uD800',
    '漢字',
    'zzzzzzzz',
    'q'.repeat(100),
    'ab '.repeat(33),
  ])('%j', async (query) => {
    const { items } = await catalogue.search({ query });
    expect(items.map((item) => item.name)).toEqual([]);
    expect(await catalogue.facets({ query })).toMatchObject({ total: 0, facets: [] });
  });

  test('but not none', async () => {
    await expect(catalogue.search({ query: '   ' })).rejects.toThrow('too_small');
    await expect(catalogue.search({ query: 'x'.repeat(101) })).rejects.toThrow('too_big');
  });
});

describe('filters, sorts and pages', () => {
  test('filters apply to what matches, and near misses do not fill in for what they hide', async () => {
    expect(await find('lamp', { category: 'kitchen' })).toEqual([]);
    expect(await find('lamp', { category: 'home', inStock: true, maxPriceMinor: 10_000 })).toEqual([
      'Harrow Desk Lamp',
    ]);
    await expect(find('lamp', { category: 'attic' })).rejects.toThrow('CATEGORY_NOT_FOUND');
    expect(await find('lamp', { currency: 'EUR' })).toContain('Export Lamp');
  });

  test('other sorts order the same matches', async () => {
    expect(await find('lamp', { sort: 'price_asc' })).toEqual(['Walnut Candle Holder', ...lamps]);
    expect(await find('lamp', { sort: 'price_desc' })).toEqual([
      ...lamps.toReversed(),
      'Walnut Candle Holder',
    ]);
  });

  test('facets count the same matches', async () => {
    expect(await catalogue.facets({ query: 'lamp' })).toMatchObject({
      total: 3,
      minPriceMinor: 2500,
      maxPriceMinor: 12_000,
    });
    expect(await catalogue.facets({ query: 'lamp', category: 'kitchen' })).toMatchObject({ total: 0 });
  });

  test.each(['relevance', 'newest', 'price_desc'] as const)(
    'by %s: every match is on one page',
    async (sort) => {
      for (const query of ['lamp', 'wallnut lmap']) {
        const all = await find(query, { sort, limit: 60 });
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await catalogue.search({
            query,
            sort,
            limit: 1,
            ...(cursor === undefined ? {} : { cursor }),
          });
          paged.push(...page.items.map((item) => item.name));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(all);
        expect(new Set(paged).size).toBe(paged.length);
      }
    },
  );
});
