import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
const lamps = 60;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 2 });
  for (let index = 0; index < lamps; index += 1) {
    const place = String(index).padStart(2, '0');
    await shop.factories.createProduct({
      name: `Marsh Lamp ${place}`,
      variants: [{ prices: { USD: 1000 + index * 100 }, stock: index % 2 }],
    });
  }
  await shop.factories.createProduct({
    name: 'Marsh Chair',
    description: 'Stands well beside a lamp.',
    variants: [{ prices: { USD: 900 } }],
  });
  await shop.db.pool.query(`update product set sold_count = 10 where name like 'Marsh Lamp 0%'`);
  await beLarge();
});

afterAll(async () => {
  await shop.close();
});

/** What is known of all documents says that there are many more than there are. */
async function beLarge(): Promise<void> {
  const { pool } = shop.db;
  await pool.query('select search.count_words()');
  await pool.query(`update search.statistic set documents = 4000, tiers = (
    select percentile_disc(array[0.5, 0.75, 0.875]) within group (order by popularity) from search.product_document)`);
  await pool.query(`update search.word set documents = 3000 where word = 'lamp'`);
  await pool.query('select search.rank_documents(null, 1000)');
}

async function namesOf(
  input: Parameters<ReturnType<Shop['as']>['products']['search']>[0],
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await shop.as().products.search({ ...input, limit: 24, ...(cursor && { cursor }) });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return names;
}

const cheapFirst = Array.from(
  { length: lamps },
  (_, index) => `Marsh Lamp ${String(index).padStart(2, '0')}`,
);

describe('in a large catalogue', () => {
  test('the documents hold what a rebuild makes', async () => {
    const read = async () => {
      const { rows } = await shop.db.pool.query<{ document: string }>(
        'select document::text from search.product_document order by product_id',
      );
      return rows;
    };
    const before = await read();
    await shop.db.pool.query('select search.refresh_products(array_agg(id)) from product');
    expect(await read()).toEqual(before);
    expect(before.filter(({ document }) => document.includes(`'tier.3'`))).not.toHaveLength(0);
  });

  test('what has a word in its description alone is left out when there is enough without it', async () => {
    const { total } = await shop.as().products.facets({ query: 'lamp' });
    expect(total).toBe(lamps);
    expect(await namesOf({ query: 'lamp', minPriceMinor: 0 })).not.toContain('Marsh Chair');
    expect(await namesOf({ query: 'stands' })).toEqual(['Marsh Chair']);
  });

  test('the order of a list is kept from page to page', async () => {
    expect(await namesOf({ query: 'lamp', sort: 'price_asc' })).toEqual(cheapFirst);
    expect(await namesOf({ query: 'lamp', sort: 'price_desc' })).toEqual(cheapFirst.toReversed());
    for (const sort of ['newest', 'best_selling', 'rating', 'featured'] as const) {
      expect((await namesOf({ query: 'lamp', sort })).toSorted()).toEqual(cheapFirst);
    }
  });

  test('filters see every match that the best do not make up for', async () => {
    const sold = await namesOf({ query: 'lamp', inStock: true });
    expect(sold.toSorted()).toEqual(cheapFirst.filter((_, index) => index % 2 === 1));
    expect(await namesOf({ query: 'lamp', maxPriceMinor: 1200, sort: 'price_desc' })).toEqual([
      'Marsh Lamp 02',
      'Marsh Lamp 01',
      'Marsh Lamp 00',
    ]);
  });

  test('suggestions are the best that begin as typed', async () => {
    const { products } = await shop.as().products.suggest({ query: 'marsh la' });
    expect(products.map(({ name }) => name).toSorted()).toHaveLength(6);
    expect(products.every(({ name }) => name.startsWith('Marsh Lamp 0'))).toBe(true);
  });

  test('a near miss still follows what is rare', async () => {
    expect((await namesOf({ query: 'marsh chair lamp' }))[0]).toBe('Marsh Chair');
  });
});
