import { insertRow, type CategoryFixture, type ProductFixture } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let catalogue: ReturnType<Shop['as']>['products'];
let lighting: CategoryFixture;
let lamp: ProductFixture;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 2 });
  catalogue = shop.as().products;
  const home = await shop.factories.createCategory({ name: 'Home', position: 2 });
  await shop.factories.createCategory({ name: 'Garden', position: 1 });
  lighting = await shop.factories.createCategory({ name: 'Lighting', parentId: home.id, position: 1 });
  lamp = await createLamp();
});

afterAll(async () => {
  await shop.close();
});

async function createLamp(): Promise<ProductFixture> {
  const product = await shop.factories.createProduct({
    name: 'Harrow Lamp',
    categoryId: lighting.id,
    variants: [
      { sku: 'LMP-1', options: { Colour: 'Sand', Size: 'L' }, prices: { USD: 5000, EUR: 4500 }, stock: 500 },
      {
        sku: 'LMP-2',
        options: { Colour: 'Moss', Size: 'S' },
        prices: { USD: 4000 },
        compareAt: { USD: 4400 },
        stock: 7,
      },
      { sku: 'LMP-3', options: { Colour: 'Rust', Size: 'S' }, prices: { USD: 1000 }, active: false },
    ],
  });
  const { rows } = await shop.db.pool.query<{ id: string }>(
    "select id from stock_location where code = 'main'",
  );
  await shop.factories.createStock(product.variants[1]!.id, { onHand: 9, location: 'second' });
  await shop.db.pool.query(
    'update stock_level set allocated = 6 where variant_id = $1 and location_id = $2',
    [product.variants[1]!.id, rows[0]!.id],
  );
  await shop.db.pool.query("update product_option_value set swatch = '#' || lower(value)");
  await insertRow(shop.db.pool, 'product_media', {
    product_id: product.id,
    key: 'products/harrow-lamp-2',
    alt: 'From the side',
    width: 1200,
    height: 900,
    colour: '#112233',
    position: 1,
  });
  const attribute = await insertRow(shop.db.pool, 'attribute', { code: 'metal', name: 'Metal', position: 0 });
  for (const [position, label] of ['Brass', 'Steel'].entries()) {
    const row = { attribute_id: attribute.id, code: label.toLowerCase(), label, position };
    const value = await insertRow(shop.db.pool, 'attribute_value', row);
    await insertRow(shop.db.pool, 'product_attribute', {
      product_id: product.id,
      attribute_value_id: value.id,
    });
  }
  return product;
}

describe('get', () => {
  test('gives all that the page shows, in order', async () => {
    expect(await catalogue.get({ slug: 'harrow-lamp' })).toMatchObject({
      name: 'Harrow Lamp',
      currency: 'USD',
      minPriceMinor: 4000,
      maxPriceMinor: 5000,
      compareAtMinor: 4400,
      available: true,
      ratingAverage: null,
      breadcrumbs: [
        { slug: 'home', name: 'Home' },
        { slug: 'lighting', name: 'Lighting' },
      ],
      options: [
        {
          name: 'Colour',
          values: [
            { value: 'Sand', swatch: '#sand' },
            { value: 'Moss', swatch: '#moss' },
          ],
        },
        { name: 'Size', values: [{ value: 'L' }, { value: 'S' }] },
      ],
      swatches: ['#sand', '#moss', '#l', '#s'],
      image: { src: '/media/products/harrow-lamp-1' },
      secondImage: { src: '/media/products/harrow-lamp-2', alt: 'From the side', height: 900 },
      attributes: [{ name: 'Metal', values: ['Brass', 'Steel'] }],
    });
  });

  test('variants on sale have their options in order, and what one location can serve', async () => {
    const { variants, media } = await catalogue.get({ slug: 'harrow-lamp' });
    expect(variants).toEqual([
      {
        id: lamp.variants[0]!.id,
        sku: 'LMP-1',
        name: 'Sand / L',
        optionValues: ['Sand', 'L'],
        priceMinor: 5000,
        compareAtMinor: null,
        available: 99,
        onShelf: 99,
        backorder: false,
        mediaIndex: null,
      },
      {
        id: lamp.variants[1]!.id,
        sku: 'LMP-2',
        name: 'Moss / S',
        optionValues: ['Moss', 'S'],
        priceMinor: 4000,
        compareAtMinor: 4400,
        available: 9,
        onShelf: 9,
        backorder: false,
        mediaIndex: null,
      },
    ]);
    expect(media).toHaveLength(2);
  });

  test('a variant without a price in the currency has none', async () => {
    const { variants, minPriceMinor, maxPriceMinor } = await catalogue.get({
      slug: 'harrow-lamp',
      currency: 'EUR',
    });
    expect([minPriceMinor, maxPriceMinor]).toEqual([4500, 4500]);
    expect(variants.map((variant) => variant.priceMinor)).toEqual([4500, null]);
  });

  test('a plain product has no options', async () => {
    await shop.factories.createProduct({ name: 'Plain bowl', variants: [{ stock: 0 }] });
    expect(await catalogue.get({ slug: 'plain-bowl' })).toMatchObject({
      options: [],
      swatches: [],
      attributes: [],
      available: false,
      variants: [{ optionValues: [], available: 0 }],
    });
  });

  test('what is unknown, hidden, not yet published or without a price is not found', async () => {
    await shop.factories.createProduct({ name: 'Hidden', status: 'draft' });
    await shop.factories.createProduct({ name: 'Old', status: 'archived' });
    await shop.factories.createProduct({ name: 'Future', publishedAt: new Date('2999-01-01') });
    await shop.factories.createProduct({ name: 'British', variants: [{ prices: { GBP: 100 } }] });
    for (const slug of ['nothing', 'hidden', 'old', 'future', 'british', 'harrow-lamp\0', '', "'; drop"]) {
      await expect(catalogue.get({ slug })).rejects.toThrow('PRODUCT_NOT_FOUND');
    }
  });
});

test('related: the best sellers of the same category, then of its siblings, eight at most', async () => {
  const parent = await shop.factories.createCategory({ name: 'Kitchen' });
  const mugs = await shop.factories.createCategory({ name: 'Mugs', parentId: parent.id });
  const bowls = await shop.factories.createCategory({ name: 'Bowls', parentId: parent.id });
  for (let index = 0; index < 5; index += 1) {
    for (const [category, sold] of [
      [mugs, index],
      [bowls, 100 + index],
    ] as const) {
      const { id } = await shop.factories.createProduct({
        name: `${category.slug} ${index}`,
        categoryId: category.id,
      });
      await shop.db.pool.query('update product set sold_count = $2 where id = $1', [id, sold]);
    }
  }
  await shop.factories.createProduct({ name: 'Mugs draft', categoryId: mugs.id, status: 'draft' });
  const related = await catalogue.related({ slug: 'mugs-4' });
  expect(related.map((card) => card.slug)).toEqual([
    'mugs-3',
    'mugs-2',
    'mugs-1',
    'mugs-0',
    'bowls-4',
    'bowls-3',
    'bowls-2',
    'bowls-1',
  ]);
  expect(await catalogue.related({ slug: 'nothing' })).toEqual([]);
});

test('categories: parents before children by position, counting the whole subtree once', async () => {
  await insertRow(shop.db.pool, 'product_category', {
    product_id: lamp.id,
    category_id: (await shop.factories.createCategory({ name: 'Desk lamps', parentId: lighting.id })).id,
  });
  const categories = await catalogue.categories();
  const found = categories.filter((category) =>
    ['home', 'garden', 'lighting', 'desk-lamps'].includes(category.slug),
  );
  expect(found.map(({ slug, parentSlug, productCount }) => [slug, parentSlug, productCount])).toEqual([
    ['garden', null, 0],
    ['home', null, 1],
    ['lighting', 'home', 1],
    ['desk-lamps', 'lighting', 1],
  ]);
});

describe('reviews', () => {
  test('approved ones, newest first, in pages', async () => {
    const product = await shop.factories.createProduct({ name: 'Reviewed' });
    for (let index = 0; index < 7; index += 1) {
      await insertRow(shop.db.pool, 'review', {
        product_id: product.id,
        author_name: 'Ada',
        rating: index === 6 ? 4 : 5,
        title: `Review ${index}`,
        body: 'Good.',
        status: index === 0 ? 'pending' : 'approved',
        created_at: new Date(Date.UTC(2026, 1, 1 + Math.floor(index / 2))).toISOString(),
      });
    }
    const first = await catalogue.reviews({ productId: product.id, limit: 4 });
    const second = await catalogue.reviews({
      productId: product.id,
      limit: 4,
      cursor: first.nextCursor ?? '',
    });
    expect([...first.items, ...second.items].map((review) => review.title)).toEqual(
      [6, 4, 5, 2, 3, 1].map((index) => `Review ${index}`),
    );
    expect(second.nextCursor).toBeNull();
    expect(await catalogue.get({ slug: 'reviewed' })).toMatchObject({ ratingAverage: 4.8, ratingCount: 6 });
  });

  test('those of a hidden or unknown product are none', async () => {
    const hidden = await shop.factories.createProduct({ status: 'draft' });
    await insertRow(shop.db.pool, 'review', {
      product_id: hidden.id,
      author_name: 'Ada',
      rating: 5,
      title: 'Early',
      body: '',
      status: 'approved',
    });
    expect(await catalogue.reviews({ productId: hidden.id })).toEqual({
      items: [],
      nextCursor: null,
      totals: [5, 4, 3, 2, 1].map((rating) => ({ rating, count: 0 })),
    });
    await expect(catalogue.reviews({ productId: lamp.id, cursor: 'x' })).rejects.toThrow('CURSOR_INVALID');
  });
});

describe('staff list', () => {
  const owner = { id: '', email: '', name: 'Owner', role: 'owner' };
  const staffList = () => shop.as({ staff: owner }).products.staff;

  test('finds by name, brand or SKU and shows stock of every location', async () => {
    for (const query of ['harrow', 'LMP-2', 'lmp-']) {
      const { items } = await staffList().list({ query });
      expect(items).toMatchObject([
        {
          slug: 'harrow-lamp',
          category: 'Lighting',
          variantCount: 3,
          onHand: 616,
          allocated: 6,
          minPriceMinor: 4000,
        },
      ]);
    }
    expect((await staffList().list({ query: '%' })).items).toEqual([]);
    expect((await staffList().list({ query: 'nobody\0' })).items).toEqual([]);
    expect((await staffList().list({ query: 'fernhollow', status: 'draft' })).items.length).toBeGreaterThan(
      0,
    );
  });

  test('pages through every product, last changed first, whatever its status and price', async () => {
    const ids: string[] = [];
    const times: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await staffList().list({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...page.items.map((item) => item.id));
      times.push(...page.items.map((item) => item.updatedAt.getTime()));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const { rows } = await shop.db.pool.query<{ count: number }>('select count(*) from product');
    expect(new Set(ids).size).toBe(rows[0]!.count);
    expect(ids).toHaveLength(rows[0]!.count);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('is for staff who may read products', async () => {
    await expect(catalogue.staff.list({})).rejects.toThrow('UNAUTHENTICATED');
  });
});

test('a read is one statement, a search two, however much it returns', async () => {
  const sent = [vi.spyOn(shop.db, 'run'), vi.spyOn(shop.db.pool, 'query')];
  const reads: [statements: number, read: () => Promise<unknown>][] = [
    [1, () => catalogue.list({ limit: 1 })],
    [1, () => catalogue.list({ limit: 60, category: 'home', inStock: true })],
    [2, () => catalogue.search({ query: 'lamp', limit: 60 })],
    [2, () => catalogue.search({ query: 'larmp', sort: 'newest' })],
    [2, () => catalogue.facets({ query: 'lamp', category: 'home', attributes: ['metal:brass'] })],
    [1, () => catalogue.get({ slug: 'harrow-lamp' })],
    [1, () => catalogue.related({ slug: 'mugs-4' })],
    [1, () => catalogue.categories()],
    [1, () => catalogue.reviews({ productId: lamp.id })],
  ];
  for (const [statements, read] of reads) {
    for (const spy of sent) spy.mockClear();
    await read();
    expect(sent.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBe(statements);
  }
  for (const spy of sent) spy.mockRestore();
});
