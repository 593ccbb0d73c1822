import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let places: string[];

beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  await shop.factories.createShippingMethod({ code: 'standard' });
  const codes = ['main', 'second', 'third'];
  places = await Promise.all(codes.map(async (code) => (await shop.factories.createStockLocation(code)).id));
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

const stock = () => shop.as({ staff: owner }).products.staff.stock;

/** The same numbers each time, from 0 to below `end`. */
function dice(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

async function lowIds(): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await stock().low({ limit: 100, cursor });
    ids.push(...page.items.map(({ variantId }) => variantId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

/** Low variants counted from levels, thresholds and status, the emptiest first. */
async function countedIds(): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ id: string }>(`
    select v.id from product_variant v join product p on p.id = v.product_id
    cross join lateral (
      select coalesce(sum(s.on_hand - s.allocated), 0) as free from stock_level s where s.variant_id = v.id and s.active) own
    where v.active and p.status <> 'archived' and own.free <= v.low_stock_threshold order by own.free, v.id`);
  return rows.map(({ id }) => id);
}

/** Refusals of the shop are part of the game; deadlocks and failures are not. */
async function tolerate(work: Promise<unknown>): Promise<void> {
  await work.catch((error: { cause?: { code?: string } }) => {
    if (!/^[A-Z]+_[A-Z_]+$/u.test(error.cause?.code ?? '')) throw error;
  });
}

async function changeStatus(productId: string, archived: boolean): Promise<void> {
  await shop.db.pool.query('update product set status = $2::product_status where id = $1', [
    productId,
    archived ? 'archived' : 'active',
  ]);
}

async function changeVariant(variantId: string, threshold: number | null, active: boolean): Promise<void> {
  await shop.db.pool.query('update product_variant set low_stock_threshold = $2, active = $3 where id = $1', [
    variantId,
    threshold,
    active,
  ]);
}

async function turnLocation(id: string, active: boolean): Promise<void> {
  const location = (await stock().locations.list()).find((one) => one.id === id);
  const { version } = location ?? { version: 0 };
  await stock().locations.update({ id, version, active, idempotencyKey: key() });
}

test('what is kept is what is counted, whatever parallel writers do', async () => {
  const products = await Promise.all(
    Array.from({ length: 4 }, () =>
      shop.factories.createProduct({ variants: [{ stock: 8 }, { stock: 20 }] }),
    ),
  );
  const variants = products.flatMap((product) => product.variants.map(({ id }) => id));
  async function write(seed: number): Promise<void> {
    const roll = dice(seed);
    const pick = (from: readonly string[]) => from[roll(from.length)]!;
    for (let step = 0; step < 12; step += 1) {
      const [variantId, locationId] = [pick(variants), pick(places)];
      const row = { variantId, locationId, idempotencyKey: key() };
      const moves = [
        () => stock().adjust({ ...row, change: 6 - roll(12) || 1, reason: 'correction', note: null }),
        () =>
          stock().adjustMany({
            rows: variants.map((each) => ({
              variantId: each,
              locationId,
              change: 5 - roll(9) || 1,
            })),
            reason: 'correction',
            note: null,
            idempotencyKey: key(),
          }),
        () =>
          stock().transfer({
            variantId,
            fromLocationId: locationId,
            toLocationId: pick(places.filter((id) => id !== locationId)),
            quantity: 1 + roll(3),
            note: null,
            idempotencyKey: key(),
          }),
        () => order(shop, { variantId, quantity: 1 + roll(3) }),
        () => order(shop, { variantId }),
        () => changeVariant(variantId, roll(4) === 0 ? null : roll(12), roll(4) > 0),
        () => changeStatus(products[roll(4)]!.id, roll(2) === 0),
        () => turnLocation(places[1 + roll(2)]!, roll(2) === 0),
      ];
      await tolerate(moves[roll(moves.length)]!());
    }
  }
  await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => write(seed * 7919)));
  expect(await findViolations(shop.db.pool)).toEqual({});
  expect(await lowIds()).toEqual(await countedIds());
  expect(await stock().lowCount()).toBe((await countedIds()).length);
}, 60_000);
