import { permissions } from '@turing/domain';
import { appRouter } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createWorld,
  type IdPlace,
  ownershipCases,
  sampleInput,
  tableOf,
  type World,
} from '../support/ownership/index.ts';
import { openShop, type Shop, type Visitor } from '../support/shop.ts';

const definitionSchema = z.object({ type: z.string(), inputs: z.array(z.instanceof(z.ZodType)) });
const flat: Record<string, unknown> = appRouter._def.procedures;
const queries = Object.entries(flat)
  .map(([path, procedure]) => ({ path, ...definitionSchema.parse((procedure as { _def: unknown })._def) }))
  .filter(({ type }) => type === 'query');

const lastDays = { from: '2026-01-01', to: '2026-01-31' };

/** Where a made-up input of the right shape is refused before anything is read. */
const inputs: Readonly<Record<string, (world: World) => unknown>> = {
  'products.get': ({ product }) => ({ slug: product.slug }),
  'products.related': ({ product }) => ({ slug: product.slug }),
  'products.boughtTogether': ({ product }) => ({ slug: product.slug }),
  'products.staff.searchReports.popular': () => lastDays,
  'products.staff.searchReports.zeroResults': () => lastDays,
  'products.staff.searchReports.clickThrough': () => lastDays,
  'products.collections.get': () => ({ slug: 'shelf' }),
  'orders.letters.preview': () => ({ id: 'gift-card' }),
  'orders.staff.shipping.tryAddress': () => ({
    country: 'US',
    region: 'OR',
    postalCode: '97205',
    currency: 'USD',
    weightGrams: 500,
    subtotalMinor: 2500,
  }),
  'orders.staff.drafts.preview': () => ({
    customerId: null,
    email: null,
    currency: 'USD',
    address: null,
    shippingMethod: null,
    shippingMinor: null,
    discountMinor: 0,
    note: null,
    lines: [],
  }),
  'orders.staff.promotions.preview': () => ({
    name: 'Ten off',
    benefit: { kind: 'percentage', ratePpm: 100_000 },
    currency: null,
    priority: 0,
    exclusive: false,
    scope: { productIds: [], collectionIds: [], categoryIds: [] },
    minimumSubtotalMinor: null,
    minimumQuantity: null,
    customerGroupIds: [],
    firstOrderOnly: false,
    countries: [],
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: null,
    usageLimit: null,
    perCustomerLimit: null,
    cart: {
      currency: 'USD',
      lines: [],
      country: null,
      isFirstOrder: false,
      inGroups: false,
      shippingMinor: 0,
    },
  }),
};

let shop: Shop;
let world: World;
beforeAll(async () => {
  shop = await openShop({ maxConnections: 1 });
  world = await createWorld(shop);
});
afterAll(async () => {
  await shop.db.pool.query('SET default_transaction_read_only = off');
  await shop.close();
});

interface Call {
  readonly visitor: Visitor;
  readonly input: unknown;
}

/** A call that reads something real. */
async function callOf(path: string, schemas: readonly z.ZodType[]): Promise<Call> {
  const { visitor } = world.victim;
  const ownership = ownershipCases[path];
  if (ownership?.kind === 'owned') {
    const { owner, input } = await ownership.reach(shop, world);
    return { visitor: owner, input };
  }
  const given = inputs[path];
  if (given !== undefined) return { visitor, input: given(world) };
  if (schemas.length === 0) return { visitor, input: undefined };
  const ids = new Map<string, string>();
  const tableAt = (place: IdPlace) => tableOf(path, place) ?? 'product';
  sampleInput(schemas, { idOf: (place) => ids.set(tableAt(place), '') && '', isBrief: true });
  for (const table of ids.keys()) {
    const { rows } = await shop.db.pool.query<{ id: string }>(`SELECT id FROM "${table}" LIMIT 1`);
    ids.set(table, rows[0]?.id ?? '');
  }
  return {
    visitor,
    input: sampleInput(schemas, { idOf: (place) => ids.get(tableAt(place)) ?? '', isBrief: true }),
  };
}

async function codeOf(path: string, { visitor, input }: Call): Promise<string> {
  const owner = { id: world.clerk.id, email: 'c@turing.example', name: 'C', role: 'owner', permissions };
  let target: unknown = shop.as({ staff: owner, ...visitor });
  for (const name of path.split('.')) target = (target as Record<string, unknown>)[name];
  try {
    await (target as (given: unknown) => Promise<unknown>)(input);
    return 'ANSWERED';
  } catch (error) {
    return z.object({ code: z.string() }).parse(error).code;
  }
}

// GET is what links, pictures and prefetching browsers send: it must be safe to send twice, and from anywhere.
test.each(queries)('$path writes nothing', async ({ path, inputs: schemas }) => {
  const call = await callOf(path, schemas);
  await shop.db.pool.query('SET default_transaction_read_only = on');
  try {
    expect(await codeOf(path, call)).toBe('ANSWERED');
  } finally {
    await shop.db.pool.query('SET default_transaction_read_only = off');
  }
});

test('a write would have been noticed', async () => {
  const { product, victim } = world;
  await shop.db.pool.query('SET default_transaction_read_only = on');
  const input = { productId: product.id, rating: 5, title: 'T', body: 'B' };
  await expect(shop.as(victim.visitor).products.review.write(input)).rejects.toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
  });
});
