import { currencies } from '@turing/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { activePriceList, insertGroup } from '../support/price-lists.ts';
import { openShop, type Shop } from '../support/shop.ts';

const hour = 3_600_000;

let shop: Shop;
let groupIds: string[];
let variants: { id: string; productId: string }[];

async function select<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await shop.db.pool.query<Row>(sql, values)).rows;
}

beforeAll(async () => {
  shop = await openShop();
  groupIds = [await insertGroup(shop, 'trade'), await insertGroup(shop, 'staff')];
  const bowls = await shop.factories.createProduct({ variants: [{}, {}] });
  const cup = await shop.factories.createProduct({});
  variants = [...bowls.variants, cup.variant].map(({ id }, index) => ({
    id,
    productId: index < 2 ? bowls.id : cup.id,
  }));
});
beforeEach(() => shop.db.pool.query('delete from price_list'));
afterAll(() => shop.close());

interface ModelList {
  readonly id: string;
  readonly kind: 'override' | 'sale';
  readonly active: boolean;
  readonly priority: number;
  readonly group: number | null;
  /** Hours from now; null: unbounded. */
  readonly starts: number | null;
  readonly ends: number | null;
  /** By variant; null: not on the list. */
  readonly amounts: readonly (number | null)[];
}

interface World {
  readonly base: readonly { readonly amount: number; readonly compareAt: number | null }[];
  readonly lists: readonly ModelList[];
}

interface Answer {
  readonly amount: number;
  readonly compareAt: number | null;
  readonly list: string | null;
}

/** The rule as it reads in the decision, by looking at one list after the other. */
function modelPrice(world: World, variant: number, who: { groups: readonly number[]; at: number }): Answer {
  const base = world.base[variant]!;
  const usable = world.lists.flatMap((list) => {
    const amount = list.amounts[variant] ?? null;
    if (amount === null || !list.active) return [];
    if (list.group !== null && !who.groups.includes(list.group)) return [];
    if (list.starts !== null && who.at < list.starts) return [];
    if (list.ends !== null && who.at >= list.ends) return [];
    return [{ id: list.id, kind: list.kind, priority: list.priority, amount }];
  });
  let regular: { id: string; priority: number; amount: number } | null = null;
  let sale: { id: string; amount: number } | null = null;
  for (const list of usable.filter(({ kind }) => kind === 'override')) {
    const isHigher = regular === null || list.priority > regular.priority;
    const isCheaper = list.priority === regular?.priority && list.amount < regular.amount;
    const isOlder =
      list.priority === regular?.priority && list.amount === regular.amount && list.id < regular.id;
    if (isHigher || isCheaper || isOlder) regular = list;
  }
  const usual = regular?.amount ?? base.amount;
  for (const list of usable.filter(({ kind }) => kind === 'sale')) {
    if (list.amount >= usual) continue;
    if (sale === null || list.amount < sale.amount || (list.amount === sale.amount && list.id < sale.id))
      sale = list;
  }
  if (sale !== null) return { amount: sale.amount, compareAt: usual, list: sale.id };
  if (regular !== null) return { amount: regular.amount, compareAt: null, list: regular.id };
  return { amount: base.amount, compareAt: base.compareAt, list: null };
}

const amount = fc.integer({ min: 0, max: 12 }).map((step) => step * 100);
const moment = fc.option(fc.integer({ min: -2, max: 2 }));
const listOf = fc.record({
  id: fc.uuid({ version: 7 }),
  kind: fc.constantFrom('override' as const, 'sale' as const),
  active: fc.boolean(),
  priority: fc.integer({ min: 0, max: 1 }),
  group: fc.option(fc.integer({ min: 0, max: 1 })),
  starts: moment,
  ends: moment,
  amounts: fc.array(fc.option(amount, { freq: 3 }), { minLength: 3, maxLength: 3 }),
});
const worldOf: fc.Arbitrary<World> = fc.record({
  base: fc.array(
    amount.chain((base) =>
      fc.record({ amount: fc.constant(base), compareAt: fc.option(fc.constant(base + 300)) }),
    ),
    { minLength: 3, maxLength: 3 },
  ),
  lists: fc.uniqueArray(
    listOf.filter(({ starts, ends }) => starts === null || ends === null || starts < ends),
    { selector: ({ id }) => id, maxLength: 7 },
  ),
});

async function writeBase(world: World): Promise<void> {
  for (const [index, { amount: base, compareAt }] of world.base.entries()) {
    await shop.db.pool.query(
      `update variant_price set amount_minor = $2, compare_at_minor = $3 where variant_id = $1 and currency = 'USD'`,
      [variants[index]!.id, base, compareAt],
    );
  }
}

async function writeLists(lists: World['lists'], now: number): Promise<void> {
  const time = (hours: number | null) => (hours === null ? null : new Date(now + hours * hour));
  for (const list of lists) {
    const group = list.group === null ? null : groupIds[list.group];
    const terms = [list.kind, list.active, list.priority, group, time(list.starts), time(list.ends)];
    await shop.db.pool.query(
      `insert into price_list (id, name, kind, active, priority, group_id, starts_at, ends_at)
       values ($1::uuid, $1::uuid::text, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set kind = excluded.kind, active = excluded.active, priority = excluded.priority,
         group_id = excluded.group_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
      [list.id, ...terms],
    );
    await shop.db.pool.query(
      `with gone as (delete from price_list_price where price_list_id = $1 and variant_id <> all ($2::uuid[]))
       insert into price_list_price select $1, variant, 'USD', amount from unnest($2::uuid[], $3::bigint[]) t (variant, amount)
       on conflict (price_list_id, variant_id, currency) do update set amount_minor = excluded.amount_minor`,
      [
        list.id,
        list.amounts.flatMap((price, index) => (price === null ? [] : [variants[index]!.id])),
        list.amounts.filter((price) => price !== null),
      ],
    );
  }
}

async function askDatabase(now: number): Promise<Map<string, Answer>> {
  const rows = await select<Answer & { key: string }>(
    `select v.n || ' ' || g.n || ' ' || h as key, price.amount_minor as amount, price.compare_at_minor as "compareAt",
       price.price_list_id as list
     from unnest($1::uuid[]) with ordinality v (id, n), (values (0, '{}'::uuid[]), (1, $2::uuid[]), (2, $3::uuid[])) g (n, ids),
       generate_series(-3, 3) h
     cross join lateral effective_price(v.id, 'USD', g.ids, $4::timestamptz + h * interval '1 hour') price`,
    [variants.map(({ id }) => id), groupIds.slice(0, 1), groupIds, new Date(now)],
  );
  return new Map(rows.map(({ key: at, ...answer }) => [at, answer]));
}

const groupsAsked = [[], [0], [0, 1]];

function askModel(world: World): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const variant of [0, 1, 2])
    for (const [index, groups] of groupsAsked.entries())
      for (let at = -3; at <= 3; at += 1)
        answers.set(`${variant + 1} ${index} ${at}`, modelPrice(world, variant, { groups, at }));
  return answers;
}

/** Lists show what everybody pays; just after `now`, so that what starts now has started. */
function modelRanges(world: World): Map<string, [number, number, number | null]> {
  const answers = [0, 1, 2].map((variant) => modelPrice(world, variant, { groups: [], at: 0 }));
  const [first, second, third] = answers as [Answer, Answer, Answer];
  const lowest = second.amount < first.amount ? second : first;
  return new Map([
    [variants[0]!.productId, [lowest.amount, Math.max(first.amount, second.amount), lowest.compareAt]],
    [variants[2]!.productId, [third.amount, third.amount, third.compareAt]],
  ]);
}

async function readRanges(): Promise<Map<string, [number, number, number | null]>> {
  const rows = await select<{ id: string; low: number; high: number; compareAt: number | null }>(
    `select product_id as id, min_minor as low, max_minor as high, compare_at_minor as "compareAt"
     from product_price_range where currency = 'USD' and product_id = any ($1::uuid[])`,
    [[variants[0]!.productId, variants[2]!.productId]],
  );
  return new Map(rows.map(({ id, low, high, compareAt }) => [id, [low, high, compareAt]]));
}

describe('the pricing function', () => {
  test('agrees with a model of lists, groups, dates and overlaps; ranges follow every write', async () => {
    await fc.assert(
      fc.asyncProperty(worldOf, worldOf, async (before, after) => {
        await shop.db.pool.query('delete from price_list');
        const now = Date.now() - 1000;
        await writeBase(before);
        await writeLists(before.lists, now);
        expect(await readRanges()).toEqual(modelRanges(before));
        const kept = before.lists.map((list, index) => ({ ...list, ...after.lists[index], id: list.id }));
        const world = { base: after.base, lists: kept };
        await writeLists(kept, now);
        await writeBase(world);
        expect(await askDatabase(now)).toEqual(askModel(world));
        expect(await readRanges()).toEqual(modelRanges(world));
        await shop.db.pool.query('delete from price_list where id = $1', [kept[0]?.id ?? null]);
        expect(await readRanges()).toEqual(modelRanges({ ...world, lists: kept.slice(1) }));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('gives no price in a currency without a base price, whatever lists say', async () => {
    const { variant } = await shop.factories.createProduct({ variants: [{ prices: { USD: 1000 } }] });
    const list = await activePriceList(shop, { kind: 'override', rows: [[variant.id, 900]] });
    await shop.db.pool.query(`insert into price_list_price values ($1, $2, 'EUR', 900)`, [
      list.id,
      variant.id,
    ]);
    const priced = await Promise.all(
      currencies.map((currency) =>
        select(`select amount_minor from effective_price($1, $2, '{}', now())`, [variant.id, currency]),
      ),
    );
    expect(priced).toEqual([[{ amount_minor: 900 }], [], []]);
  });
});
