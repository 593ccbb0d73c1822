import { randomUUID } from 'node:crypto';
import { exampleAddress } from '@turing/db/testing';
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

/** What each step of a checkout sends, from an empty cart to an order: BEGIN and COMMIT count. */
async function checkOut({ recorder, world }: Size) {
  const variantId = world.variantIds[0];
  const counts: Record<string, number> = {};
  const send = async <Answer>(path: string, input: object): Promise<Answer> => {
    const { answer, statements } = await recorder.record({
      path,
      input: { idempotencyKey: randomUUID(), ...input },
    });
    counts[path] = statements.length;
    return answer as Answer;
  };
  const line = { variantId, quantity: 1 };
  const { token } = await send<{ token: string }>('orders.cart.addLine', { token: null, ...line });
  counts.newCart = counts['orders.cart.addLine'] ?? 0;
  await send('orders.cart.addLine', { token, ...line });
  await send('orders.cart.find', { token });
  const place = { token, country: 'US', region: 'OR' };
  const quote = await send<{ shippingMethod: string; pricing: { totalMinor: number } }>(
    'orders.checkout.quote',
    place,
  );
  await send('orders.checkout.place', {
    token,
    email: 'reader@example.com',
    address: exampleAddress(),
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
  });
  return counts;
}

test('a new cart is at most 4 statements, a whole checkout at most 20, however much there is', async () => {
  const counts = [];
  for (const size of sizes) {
    await checkOut(size);
    counts.push(await checkOut(size));
  }
  expect(counts[0]).toEqual(counts[1]);
  expect(counts[0]).toEqual({
    newCart: 2,
    'orders.cart.addLine': 8,
    'orders.cart.find': 2,
    'orders.checkout.quote': 3,
    'orders.checkout.place': 11,
  });
});
