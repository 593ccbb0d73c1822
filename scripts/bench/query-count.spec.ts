import { generateCatalogue } from './generate/catalogue.ts';
import { openRecorder, type Recorder } from './scenarios/caller.ts';
import { exploreWorld, type World } from './scenarios/world.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts';

interface Size {
  readonly database: TestDatabase;
  readonly recorder: Recorder;
  readonly world: World;
}

const sizes: Size[] = [];

async function open(products: number): Promise<Size> {
  const database = await createTestDatabase();
  await generateCatalogue(database.url, products, () => undefined);
  return {
    database,
    recorder: openRecorder(database.url),
    world: await exploreWorld(database.url, products),
  };
}

beforeAll(async () => {
  sizes.push(await open(10), await open(1000));
}, 120_000);

afterAll(async () => {
  for (const { database, recorder } of sizes) {
    await recorder.close();
    await database.drop();
  }
});

/** The most statements that each read may send. */
test.each([
  ['products.list', 1, () => ({ limit: 24 })],
  ['products.list', 1, () => ({ limit: 60, sort: 'price_asc', inStock: true, minPriceMinor: 100 })],
  ['products.list', 1, ({ categories }: World) => ({ category: categories[0]?.slug })],
  ['products.get', 2, ({ sample }: World) => ({ slug: sample[0]?.slug })],
  ['products.search', 2, ({ sample }: World) => ({ query: sample[0]?.name.split(' ')[2] })],
  ['products.suggest', 2, ({ sample }: World) => ({ query: sample[0]?.name.slice(0, 4) })],
  ['products.facets', 2, ({ categories }: World) => ({ category: categories[0]?.slug })],
  ['products.related', 1, ({ sample }: World) => ({ slug: sample[0]?.slug })],
  ['products.categories', 1, () => ({})],
  ['products.staff.list', 1, () => ({ limit: 100 })],
  ['orders.staff.list', 1, () => ({ limit: 20 })],
])('%s sends at most %i statements, however much there is', async (path, most, inputOf) => {
  const counts: number[] = [];
  for (const { recorder, world } of sizes) {
    // What only the first call of a process asks is no part of a read.
    await recorder.record({ path, input: inputOf(world) });
    counts.push((await recorder.record({ path, input: inputOf(world) })).statements.length);
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(most);
  expect(counts[0]).toBe(counts[1]);
});
