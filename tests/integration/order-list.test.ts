import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandomOrders, type ModelOrder, readModel } from '../support/random-orders.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let model: ModelOrder[];
let skus: string[];
/** Mulberry: the same orders in each run. */
let seed = 20_261_126;
function pick<Item>(items: readonly Item[]): Item {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return items[Math.floor((seed / 2 ** 32) * items.length)]!;
}

beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  skus = await createRandomOrders(shop, 120, pick);
  model = await readModel(shop);
});
afterAll(() => shop.close());

const staff = () => shop.as({ staff: owner }).orders.staff;
type Input = Parameters<ReturnType<typeof staff>['list']>[0];

/** What the list has to show, without any database. */
function expected(input: Input): string[] {
  const found = model.filter((order) => holds(order, input));
  if (input.sort === 'oldest') found.reverse();
  if (input.sort === 'total_desc') found.sort((a, b) => byTotal(b, a));
  if (input.sort === 'total_asc') found.sort(byTotal);
  return found.map(({ id }) => id);
}

function byTotal(a: ModelOrder, b: ModelOrder): number {
  return a.totalMinor - b.totalMinor || (a.id < b.id ? -1 : 1);
}

function holds(order: ModelOrder, input: Input): boolean {
  const text = input.query?.toLowerCase();
  return [
    input.status === undefined || order.status === input.status,
    input.paymentStatus === undefined || order.paymentStatus === input.paymentStatus,
    input.fulfilmentStatus === undefined || order.fulfilmentStatus === input.fulfilmentStatus,
    input.country === undefined || order.country === input.country,
    input.currency === undefined || order.currency === input.currency,
    input.tag === undefined || order.tags.includes(input.tag),
    input.sku === undefined || order.skus.includes(input.sku),
    input.totalFrom === undefined || order.totalMinor >= input.totalFrom,
    input.totalTo === undefined || order.totalMinor <= input.totalTo,
    input.from === undefined || order.placedAt >= new Date(input.from),
    input.to === undefined || order.placedAt < new Date(input.to),
    input.risk === undefined || order.held,
    input.returns === undefined || order.openReturn,
    text === undefined || `${order.email} ${order.name}`.toLowerCase().includes(text),
  ].every(Boolean);
}

async function readAll(input: Input, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await staff().list({ ...input, limit, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString();
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const inputs = (): fc.Arbitrary<Input> =>
  fc
    .record({
      sort: fc.constantFrom('newest', 'oldest', 'total_desc', 'total_asc'),
      status: optional(fc.constantFrom('pending', 'confirmed', 'shipped', 'cancelled')),
      paymentStatus: optional(fc.constantFrom('pending', 'captured', 'failed')),
      fulfilmentStatus: optional(fc.constantFrom('unfulfilled', 'partially_fulfilled', 'fulfilled')),
      country: optional(fc.constantFrom('US', 'GB', 'DE')),
      currency: fc.constantFrom('USD', 'EUR'),
      tag: optional(fc.constantFrom('vip', 'gift', 'none')),
      sku: optional(fc.constantFrom(...skus)),
      totalFrom: optional(fc.integer({ min: 0, max: 7000 })),
      totalTo: optional(fc.integer({ min: 1000, max: 9000 })),
      from: optional(fc.integer({ min: 0, max: 40 }).map(day)),
      to: optional(fc.integer({ min: 0, max: 40 }).map(day)),
      risk: optional(fc.constantFrom('held')),
      returns: optional(fc.constantFrom('open')),
      query: optional(fc.constantFrom('ada', 'Hopper', 'alan-', '_', '100%', 'nobody')),
    })
    .map((wanted) => Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));

describe('the list of orders', () => {
  test('shows what the filters ask for, in the order asked for, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(inputs(), fc.integer({ min: 1, max: 30 }), async (input, limit) => {
        // Fewer than three letters are looked for where an address begins.
        const asked = input.query === '_' ? { ...input, query: '_Turing' } : input;
        expect(await readAll(asked, limit)).toEqual(expected(asked));
      }),
      { numRuns: 120 },
    );
  });

  test('finds an order by its number and says what is to know of it', async () => {
    const wanted = model[7]!;
    const { items } = await staff().list({ query: `#${wanted.number}` });
    expect(items).toMatchObject([
      { id: wanted.id, version: 1, held: wanted.held, openReturn: wanted.openReturn },
    ]);
    expect(items[0]!.tags.toSorted()).toEqual([...wanted.tags].toSorted());
  });

  test('loses and repeats none while others come in', async () => {
    const before = expected({});
    const product = await shop.factories.createProduct({ variants: [{ stock: 100 }] });
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await staff().list({ limit: 13, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      await shop.factories.createOrder({
        status: 'pending',
        lines: [{ variantId: product.variants[0]!.id }],
        placedAt: pick([new Date(), new Date(Date.UTC(2026, 0, 1))]),
      });
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
    model = await readModel(shop);
  });

  test('totals are compared in one currency, and a cursor is of one sort', async () => {
    await expect(staff().list({ totalFrom: 100 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(staff().list({ sort: 'total_desc' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const { nextCursor } = await staff().list({ limit: 1 });
    await expect(staff().list({ cursor: nextCursor!, sort: 'oldest' })).rejects.toMatchObject({
      cause: { code: 'CURSOR_INVALID' },
    });
  });

  test('counts views up to a bound', async () => {
    const { items } = await staff().counts({
      views: [
        { key: 'paid', filters: { paymentStatus: 'captured' } },
        { key: 'vip', filters: { tag: 'vip', country: 'US' } },
      ],
    });
    expect(items).toEqual([
      { key: 'paid', count: expected({ paymentStatus: 'captured' }).length, more: false },
      { key: 'vip', count: expected({ tag: 'vip', country: 'US' }).length, more: false },
    ]);
  });
});

describe('saved views', () => {
  const filters = { status: 'confirmed', tag: 'vip' } as const;
  const create = (name: string, shared = false) =>
    staff().views.create({ name, filters, shared, idempotencyKey: key() });

  test('are kept once per key, under a name of their own, and audited', async () => {
    const input = { name: 'Hurry', filters, shared: false, idempotencyKey: key() };
    const [one, other] = await Promise.all([staff().views.create(input), staff().views.create(input)]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ name: 'Hurry', filters, own: true, version: 1 });
    await expect(create('Hurry')).rejects.toMatchObject({ cause: { code: 'VIEW_NAME_TAKEN' } });
    const { rows } = await shop.db.pool.query('select action from audit_entry where entity_id = $1', [
      one.id,
    ]);
    expect(rows).toEqual([{ action: 'orders.views.create' }]);
  });

  test('change on the version that was seen', async () => {
    const view = await create('Changing');
    const change = { id: view.id, version: 1, shared: true, idempotencyKey: key() };
    expect(await staff().views.update(change)).toMatchObject({ shared: true, version: 2, filters });
    expect(await staff().views.update(change)).toMatchObject({ version: 2 });
    await expect(staff().views.update({ ...change, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT' },
    });
    await expect(
      staff().views.delete({ id: view.id, version: 1, idempotencyKey: key() }),
    ).rejects.toMatchObject({ cause: { code: 'VERSION_CONFLICT' } });
    await staff().views.delete({ id: view.id, version: 2, idempotencyKey: key() });
    expect((await staff().views.list()).items.map(({ id }) => id)).not.toContain(view.id);
  });

  test('of colleagues are seen when shared, and changed by nobody else', async () => {
    const colleague = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
    const theirs = shop.as({ staff: colleague }).orders.staff.views;
    const secret = await create('Mine alone');
    const shared = await create('For all', true);
    const seen = (await theirs.list()).items;
    expect(seen.map(({ id }) => id)).not.toContain(secret.id);
    expect(seen.find(({ id }) => id === shared.id)).toMatchObject({ own: false, ownerName: owner.name });
    const write = { id: shared.id, version: 1, idempotencyKey: key() };
    await expect(theirs.update({ ...write, name: 'Taken over' })).rejects.toMatchObject({
      cause: { code: 'VIEW_NOT_FOUND' },
    });
    await expect(theirs.delete({ ...write, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VIEW_NOT_FOUND' },
    });
  });

  test('keep nothing that says who somebody is', async () => {
    const named = {
      name: 'Ada',
      shared: false,
      idempotencyKey: key(),
      filters: { query: 'ada@example.com' },
    };
    await expect(staff().views.create(named as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
