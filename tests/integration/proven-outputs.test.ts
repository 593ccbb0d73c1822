import { fullSize, seedShop } from '@turing/db/seed';
import { appRouter } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openShop, type Shop } from '../support/shop.ts';

/** The definition of a procedure whose answers are not parsed as they leave. */
const proven = z.object({
  output: z.custom<{ schema: z.ZodType }>((output) => typeof output === 'function' && 'schema' in output),
});

const flat: Record<string, unknown> = appRouter._def.procedures;
const schemas = new Map(
  Object.entries(flat).flatMap(([path, procedure]) => {
    const { data } = proven.safeParse((procedure as { _def: unknown })._def);
    return data === undefined ? [] : [[path, data.output.schema] as const];
  }),
);

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await seedShop({
    databaseUrl: String(shop.db.pool.options.connectionString),
    mediaDir: shop.mediaDir,
    now: new Date(),
    log: () => undefined,
    size: { ...fullSize, productsPerKind: 2, orders: 20, customers: 10 },
  });
}, 120_000);
afterAll(() => shop.close());

async function answersOf(path: string): Promise<unknown[]> {
  const { products } = shop.as();
  const { items } = await products.list({ limit: 60 });
  switch (path) {
    case 'products.list':
      return Promise.all(
        (['featured', 'price_desc', 'rating'] as const).map((sort) => products.list({ sort, limit: 60 })),
      );
    case 'products.get':
      return Promise.all(items.map(({ slug }) => products.get({ slug })));
    case 'products.search':
      return Promise.all(items.slice(0, 20).map(({ name }) => products.search({ query: name })));
    case 'products.suggest':
      return Promise.all(items.slice(0, 20).map(({ name }) => products.suggest({ query: name.slice(0, 3) })));
    case 'products.facets':
      return [await products.facets({}), await products.facets({ query: items[0]?.name })];
    default:
      throw new Error(`Say here how to ask ${path}.`);
  }
}

test('public reads are answered unparsed', () => {
  expect([...schemas.keys()]).toContain('products.list');
});

test.each([...schemas])('%s answers what its output says, field by field', async (path, schema) => {
  const answers = await answersOf(path);
  expect(answers.length).toBeGreaterThan(1);
  // What the schema does not name, parsing leaves out.
  for (const answer of answers) expect(schema.parse(answer)).toEqual(answer);
});

// Lists have their cards as the database wrote them down, pages put theirs together.
test('a card of a list says what the page of its product says, also after that has changed', async () => {
  const { products } = shop.as();
  const expectAlike = async () => {
    const { items } = await products.list({ limit: 60 });
    for (const card of items) expect(await products.get({ slug: card.slug })).toMatchObject(card);
  };
  await expectAlike();
  await shop.db.pool.query(`
    update product set name = name || ' "Ü" \\ ' || chr(10), brand = 'Other', rating_sum = 13, rating_count = 3,
      published_at = published_at - interval '1 day'`);
  await shop.db.pool.query(`update product_media set alt = 'Another "look"'`);
  await expectAlike();
});
