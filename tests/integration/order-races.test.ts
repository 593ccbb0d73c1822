import { randomUUID } from 'node:crypto';
import type { RouterInputs, RouterOutputs } from '@turing/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBundles, type Bundles } from '../support/fleet/bundles.ts';
import { connect, insist, Refusal } from '../support/fleet/insist.ts';
import { type Member, startMember } from '../support/fleet/member.ts';
import { findViolations } from '../support/invariants.ts';
import { address, openShop, type Shop } from '../support/shop.ts';

type PlaceInput = RouterInputs['orders']['checkout']['place'];
type Placed = RouterOutputs['orders']['checkout']['place'];

const processes = 3;
const buyers = 500;
let bundles: Bundles;
let shop: Shop;
const apis: Member[] = [];

beforeAll(async () => {
  bundles = buildBundles(['api']);
  shop = await openShop();
  await shop.factories.createShippingMethod();
  const databaseUrl = shop.db.pool.options.connectionString!;
  const started = Array.from({ length: processes }, () => startMember({ kind: 'api', bundles, databaseUrl }));
  apis.push(...(await Promise.all(started)));
}, 120_000);
afterAll(async () => {
  await Promise.all(apis.map((api) => api.kill('SIGKILL')));
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
  bundles.remove();
});

/** Places with the nth of the processes. */
async function place(nth: number, input: PlaceInput): Promise<Placed | Refusal> {
  const client = connect(apis[nth % processes]!.url);
  return insist(() => client.orders.checkout.place.mutate(input)).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

/** As many carts with one unit of the variant, past the API: what is raced for is the order. */
async function fillCarts(variantId: string, count: number): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ token: string }>(
    `with made as (insert into cart (token, currency) select md5(random()::text || n), 'USD' from generate_series(1, $2) n
       returning id, token),
     line as (insert into cart_line (cart_id, variant_id, quantity, seen_price_minor) select id, $1, 1, 2500 from made)
     select token from made`,
    [variantId, count],
  );
  return rows.map(({ token }) => token);
}

async function quoteOf(token: string): Promise<Omit<PlaceInput, 'idempotencyKey'>> {
  const { country, region } = address;
  const client = connect(apis[0]!.url);
  const { shippingMethod, pricing } = await insist(() =>
    client.orders.checkout.quote.query({ token, country, region }),
  );
  return {
    token,
    email: 'guest@example.com',
    address,
    shippingMethod,
    expectedTotalMinor: pricing.totalMinor,
  };
}

async function countOrders(variantId: string): Promise<number> {
  const { rows } = await shop.db.pool.query<{ count: number }>(
    'select count(distinct order_id)::int as count from order_line where variant_id = $1',
    [variantId],
  );
  return rows[0]!.count;
}

const isPlaced = (result: Placed | Refusal): result is Placed => !(result instanceof Refusal);
const codesOf = (results: readonly (Placed | Refusal)[]) =>
  new Set(results.flatMap((result) => (isPlaced(result) ? [] : result.code)));

describe(`${processes} processes`, { timeout: 300_000 }, () => {
  test.each([1, 10, 100])(`${buyers} buyers want %i units: that many orders`, async (units) => {
    const { variant } = await shop.factories.createProduct({ variants: [{ stock: units }] });
    const tokens = await fillCarts(variant.id, buyers);
    const input = await quoteOf(tokens[0]!);
    const results = await Promise.all(
      tokens.map((token, nth) => place(nth, { ...input, token, idempotencyKey: randomUUID() })),
    );
    const placed = results.filter(isPlaced);
    expect(placed).toHaveLength(units);
    expect(new Set(placed.map(({ number }) => number)).size).toBe(units);
    expect(codesOf(results)).toEqual(new Set(['PRODUCT_OUT_OF_STOCK']));
    expect(await countOrders(variant.id)).toBe(units);
  });

  test('fifty submits of one cart under one key are one order and one answer', async () => {
    const { variant } = await shop.factories.createProduct({ variants: [{ stock: 60 }] });
    const [token = ''] = await fillCarts(variant.id, 1);
    const input = { ...(await quoteOf(token)), idempotencyKey: randomUUID() };
    const results = await Promise.all(Array.from({ length: 50 }, (_, nth) => place(nth, input)));
    expect(results.every((result) => isPlaced(result))).toBe(true);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await countOrders(variant.id)).toBe(1);
  });

  test('fifty submits of one cart under keys of their own are one order, and the others are led to it', async () => {
    const { variant } = await shop.factories.createProduct({ variants: [{ stock: 60 }] });
    const [token = ''] = await fillCarts(variant.id, 1);
    const input = await quoteOf(token);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, nth) => place(nth, { ...input, idempotencyKey: randomUUID() })),
    );
    const [order, ...more] = results.filter(isPlaced);
    expect(more).toEqual([]);
    expect(codesOf(results)).toEqual(new Set(['CART_ALREADY_ORDERED']));
    const led = results.flatMap((result) => (isPlaced(result) ? [] : result.details.orderToken));
    expect(new Set(led)).toEqual(new Set([order!.orderToken]));
    expect(await countOrders(variant.id)).toBe(1);
  });
});
