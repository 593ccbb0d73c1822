import { setTimeout as sleep } from 'node:timers/promises';
import { createApiClient } from '@turing/client';
import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApi, type ApiServer } from '../support/api-server.ts';
import { ask, settled, until } from '../support/product-reads.ts';
import { address, key } from '../support/shop.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let pool: Pool;
let factories: Factories;
let here: ApiServer;
let there: ApiServer;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 4 });
  factories = createFactories(pool);
  here = await startApi(database.url);
  there = await startApi(database.url);
});

afterAll(async () => {
  await here.stop();
  await there.stop();
  await pool.end();
  await database.drop();
});

describe('a change', () => {
  const run = (text: string, values: unknown[] = []) => pool.query(text, values);

  /** Lets both servers store the answer, makes the change and says how long the slower one took to show it. */
  async function seenAfter(
    [path, input]: [path: string, input: object],
    change: () => Promise<unknown>,
  ): Promise<number> {
    const before = await ask(here, path, input);
    await ask(there, path, input);
    await settled();
    expect((await ask(there, path, input)).text).toBe(before.text);
    await change();
    const times = [here, there].map((server) =>
      until(
        () => ask(server, path, input),
        ({ text }) => text !== before.text,
      ),
    );
    return Math.max(...(await Promise.all(times)));
  }

  async function sample() {
    const product = await factories.createProduct({ variants: [{ options: { Colour: 'Moss' } }] });
    const { rows } = await run('SELECT slug FROM category WHERE id = $1', [product.categoryId]);
    return { ...product, category: (rows as { slug: string }[])[0]?.slug ?? '' };
  }
  type Sample = Awaited<ReturnType<typeof sample>>;

  const changes: [name: string, path: string, inputOf: (product: Sample) => object, sql: string][] = [
    [
      'of stock',
      'get',
      ({ slug }) => ({ slug }),
      'UPDATE stock_level SET allocated = allocated + 10 WHERE variant_id = $2 AND $1::uuid IS NOT NULL',
    ],
    [
      'of a price',
      'get',
      ({ slug }) => ({ slug }),
      'UPDATE variant_price SET amount_minor = 1234 WHERE variant_id = $2 AND $1::uuid IS NOT NULL',
    ],
    [
      'of a price, in a list',
      'list',
      ({ category }) => ({ category }),
      'UPDATE variant_price SET amount_minor = 1234 WHERE variant_id = $2 AND $1::uuid IS NOT NULL',
    ],
    [
      'of a name',
      'search',
      ({ slug }) => ({ query: slug.slice(-8) }),
      `UPDATE product SET name = name || ' of late' WHERE id = $1 AND $2::uuid IS NOT NULL`,
    ],
    [
      'of an image',
      'list',
      ({ category }) => ({ category }),
      `UPDATE product_media SET alt = 'Another' WHERE product_id = $1 AND $2::uuid IS NOT NULL`,
    ],
    [
      'of an option',
      'get',
      ({ slug }) => ({ slug }),
      `UPDATE product_option_value SET swatch = '#123456' WHERE option_id IN (SELECT id FROM product_option WHERE product_id = $1) AND $2::uuid IS NOT NULL`,
    ],
    [
      'of a review',
      'get',
      ({ slug }) => ({ slug }),
      `INSERT INTO review (product_id, author_name, rating, title, body, status) SELECT $1, 'A', 5, 'T', 'B', 'approved' WHERE $2::uuid IS NOT NULL`,
    ],
    [
      'of its reviews',
      'reviews',
      ({ id }) => ({ productId: id }),
      `INSERT INTO review (product_id, author_name, rating, title, body, status) SELECT $1, 'A', 5, 'T', 'B', 'approved' WHERE $2::uuid IS NOT NULL`,
    ],
    [
      'of a category',
      'get',
      ({ slug }) => ({ slug }),
      `UPDATE category SET name = name || '!' WHERE id = (SELECT primary_category_id FROM product WHERE id = $1) AND $2::uuid IS NOT NULL`,
    ],
    [
      'of a category, in the tree',
      'categories',
      () => ({}),
      `UPDATE category SET name = name || '!' WHERE id = (SELECT primary_category_id FROM product WHERE id = $1) AND $2::uuid IS NOT NULL`,
    ],
    [
      'of an attribute',
      'get',
      ({ slug }) => ({ slug }),
      `WITH a AS (INSERT INTO attribute (code, name, position) SELECT $1::text, 'Care', 0 WHERE $2::uuid IS NOT NULL RETURNING id), av AS (INSERT INTO attribute_value (attribute_id, code, label, position) SELECT id, 'x', 'X', 0 FROM a RETURNING id) INSERT INTO product_attribute (product_id, attribute_value_id) SELECT $1::uuid, id FROM av`,
    ],
    [
      'of its publication',
      'list',
      ({ category }) => ({ category }),
      `UPDATE product SET status = 'archived' WHERE id = $1 AND $2::uuid IS NOT NULL`,
    ],
    [
      'that the clock makes',
      'list',
      ({ category }) => ({ category }),
      `UPDATE product SET unpublish_at = clock_timestamp() WHERE id = $1 AND $2::uuid IS NOT NULL`,
    ],
  ];

  it.each(changes)('%s shows at once in every process', async (_name, path, inputOf, text) => {
    const product = await sample();
    const took = await seenAfter([path, inputOf(product)], () => run(text, [product.id, product.variant.id]));
    expect(took).toBeLessThan(1000);
  });

  it('of a collection shows at once in every process', async () => {
    const [one, other] = [await sample(), await sample()];
    const { rows } = await run(
      `INSERT INTO collection (slug, name, description, kind, published) VALUES ($1, 'Picked', 'By hand', 'manual', true) RETURNING id`,
      [`picked-${one.slug}`],
    );
    const [collection] = rows as { id: string }[];
    const add = (productId: string) =>
      run('INSERT INTO collection_product (collection_id, product_id) VALUES ($1, $2)', [
        collection?.id,
        productId,
      ]);
    await add(one.id);
    const took = await seenAfter(['list', { collection: `picked-${one.slug}` }], () => add(other.id));
    expect(took).toBeLessThan(1000);
  });

  it('of another product leaves a product page where it is', async () => {
    const [one, other] = [await sample(), await sample()];
    await ask(here, 'get', { slug: one.slug });
    await settled();
    await run('UPDATE product SET sold_count = sold_count + 1 WHERE id = $1', [other.id]);
    await settled();
    // Nobody was told: the page that is served is the stored one.
    await run('ALTER TABLE product DISABLE TRIGGER product_update_is_told');
    await run(`UPDATE product SET summary = 'Silently' WHERE id = $1`, [one.id]);
    await run('ALTER TABLE product ENABLE TRIGGER product_update_is_told');
    expect((await ask(here, 'get', { slug: one.slug })).text).not.toContain('Silently');
    await run('UPDATE product SET sold_count = 1 WHERE id = $1', [one.id]);
    await until(
      () => ask(here, 'get', { slug: one.slug }),
      ({ text }) => text.includes('Silently'),
    );
  });

  it('of stock that leaves some is no change of a list; of the last unit it is', async () => {
    const { variant, category, slug } = await sample();
    const input = { category };
    await ask(here, 'list', input);
    await settled();
    const take = (allocated: string) =>
      run(`UPDATE stock_level SET allocated = ${allocated} WHERE variant_id = $1`, [variant.id]);
    const shown = (
      await run(
        `UPDATE product_card SET shown = '{"swatches":["#000000"],"media":[]}' WHERE product_id =
      (SELECT product_id FROM product_variant WHERE id = $1) RETURNING 1`,
        [variant.id],
      )
    ).rowCount;
    expect(shown).toBe(1);
    await take('allocated + 1');
    await until(
      () => ask(here, 'get', { slug }),
      ({ text }) => text.includes('"available":99'),
    );
    expect((await ask(here, 'list', input)).text).not.toContain('#000000');
    await take('on_hand');
    await until(
      () => ask(here, 'list', input),
      ({ text }) => text.includes('#000000') && text.includes('"available":false'),
    );
  });

  it('that the clock makes later shows when it is due', async () => {
    const product = await sample();
    const input = { category: product.category };
    await run(`UPDATE product SET unpublish_at = clock_timestamp() + interval '1500 ms' WHERE id = $1`, [
      product.id,
    ]);
    const { rows } = await run('SELECT unpublish_at FROM product WHERE id = $1', [product.id]);
    const due = (rows as { unpublish_at: Date }[])[0]?.unpublish_at.getTime() ?? 0;
    expect((await ask(here, 'list', input)).text).toContain(product.slug);
    await until(
      () => ask(here, 'list', input),
      ({ text }) => !text.includes(product.slug),
    );
    expect(Date.now()).toBeGreaterThanOrEqual(due - 50);
    expect(Date.now() - due).toBeLessThan(1000);
  });

  it('shows within a second while nobody can listen', async () => {
    const product = await sample();
    const cutting = setInterval(() => void cutListeners(), 20);
    try {
      const took = await seenAfter(['get', { slug: product.slug }], () =>
        run('UPDATE variant_price SET amount_minor = 777 WHERE variant_id = $1', [product.variant.id]),
      );
      expect(took).toBeLessThan(1000);
    } finally {
      clearInterval(cutting);
    }
  });
});

async function cutListeners(): Promise<void> {
  await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'turing-catalogue-watch' AND datname = current_database()`,
  );
}

it('no answer is ever staler than a second, with listeners cut and under parallel writes', async () => {
  const { slug, variant } = await factories.createProduct();
  /** When each price had been committed, by its amount. */
  const committedAt = [performance.now()];
  const price = (amount: number) =>
    pool.query('UPDATE variant_price SET amount_minor = $2 WHERE variant_id = $1', [variant.id, amount]);
  await price(0);
  const end = performance.now() + 4000;
  let worst = 0;
  let answers = 0;

  async function write(): Promise<void> {
    for (let amount = 1; performance.now() < end; amount += 1) {
      // Now and then a pause long enough that only a notification can tell.
      await sleep(amount % 8 === 0 ? 700 : 5);
      await price(amount);
      committedAt[amount] = performance.now();
    }
  }

  async function read(server: ApiServer): Promise<void> {
    while (performance.now() < end) {
      const askedAt = performance.now();
      const { data } = await ask(server, 'get', { slug });
      const supersededAt = committedAt[Number(data.minPriceMinor) + 1];
      if (supersededAt !== undefined) worst = Math.max(worst, askedAt - supersededAt);
      answers += 1;
    }
  }

  async function cut(): Promise<void> {
    while (performance.now() < end) {
      await sleep(900);
      await cutListeners();
    }
  }

  await Promise.all([write(), cut(), ...[here, there, here, there].map(read)]);
  expect(answers).toBeGreaterThan(100);
  expect(worst).toBeLessThan(1000);
});

it('an order placed in one process takes its units off the page in another', async () => {
  const { slug, variant } = await factories.createProduct({ variants: [{ stock: 9 }] });
  await factories.createShippingMethod();
  await factories.createTaxRate();
  const stockThere = async () => {
    const { data } = await ask(there, 'get', { slug });
    return (data.variants as { available: number }[])[0]?.available;
  };
  expect(await stockThere()).toBe(9);
  await settled();
  const { orders } = createApiClient({ url: `${here.url}/trpc` });
  const cart = await orders.cart.addLine.mutate({
    token: null,
    variantId: variant.id,
    quantity: 4,
    idempotencyKey: key(),
  });
  const quote = await orders.checkout.quote.query({ token: cart.token, country: 'US', region: null });
  await orders.checkout.place.mutate({
    token: cart.token,
    email: 'guest@example.com',
    address,
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
    idempotencyKey: key(),
  });
  await vi.waitFor(async () => expect(await stockThere()).toBe(5), { timeout: 1000, interval: 10 });
});
