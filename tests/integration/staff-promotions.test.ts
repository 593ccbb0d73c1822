import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { cartOf, placeCart } from '../support/promotions.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

type Promotions = ReturnType<Shop['as']>['orders']['staff']['promotions'];
type NewPromotion = Parameters<Promotions['create']>[0];

let shop: Shop;
let promotions: Promotions;
let variantId: string;
beforeAll(async () => {
  shop = await openShop();
  const owner = await shop.factories.createStaff({ role: 'owner' });
  ({ promotions } = shop.as({ staff: { ...owner, role: 'owner' } }).orders.staff);
  await shop.factories.createShippingMethod();
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 500 }] })).variants[0]!.id;
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

let made = 0;
function terms(changes: Partial<NewPromotion> = {}): NewPromotion {
  made += 1;
  return {
    name: `Promotion ${made}`,
    automatic: false,
    code: `STAFF-${made}`,
    benefit: { kind: 'percentage', ratePpm: 100_000 },
    currency: null,
    priority: 0,
    exclusive: false,
    scope: {},
    minimumSubtotalMinor: null,
    minimumQuantity: null,
    customerGroupIds: [],
    firstOrderOnly: false,
    countries: [],
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: null,
    usageLimit: null,
    perCustomerLimit: null,
    idempotencyKey: key(),
    ...changes,
  };
}

function changeOf({ id, version }: { id: string; version: number }, changes: Partial<NewPromotion>) {
  const { automatic: _automatic, code: _code, ...rest } = terms(changes);
  return { ...rest, id, version };
}

async function auditsOf(id: string) {
  const { rows } = await shop.db.pool.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows;
}

describe('a promotion', () => {
  test('is made once per key, with a code that nobody else has', async () => {
    const input = terms({ code: 'spring-sale', name: ' Spring ' });
    const [first, second] = [await promotions.create(input), await promotions.create(input)];
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      name: 'Spring',
      code: 'SPRING-SALE',
      state: 'running',
      codeCount: 1,
      uses: 0,
    });
    await expect(promotions.create(terms({ code: 'Spring-Sale' }))).rejects.toThrow('CODE_TAKEN');
    await expect(promotions.create({ ...input, name: 'Other' })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    expect(await auditsOf(first.id)).toMatchObject([{ action: 'promotions.create', before: null }]);
    expect((await cartOf(shop, { variantId, codes: ['spring-sale'] })).promotions).toMatchObject([
      { applied: true, name: 'Spring' },
    ]);
  });

  test.each<[string, Partial<NewPromotion>]>([
    ['an amount without a currency', { benefit: { kind: 'amount', amountMinor: 500, perItem: false } }],
    ['a minimum without a currency', { minimumSubtotalMinor: 500 }],
    ['an end before its start', { endsAt: '2025-12-31T00:00:00Z' }],
    ['more than everything off', { benefit: { kind: 'percentage', ratePpm: 1_000_001 } }],
    ['a code it does not need', { automatic: true }],
    [
      'two tiers from the same number on',
      {
        benefit: {
          kind: 'tiered',
          by: 'quantity',
          tiers: [
            { from: 2, ratePpm: 100_000, amountMinor: null },
            { from: 2, ratePpm: 200_000, amountMinor: null },
          ],
        },
      },
    ],
  ])('is refused with %s', async (_, changes) => {
    await expect(promotions.create(terms(changes))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('changes on the version that was read, with what changed in the audit', async () => {
    const promotion = await promotions.create(terms());
    const change = (name: string) => promotions.update(changeOf(promotion, { name, priority: 5 }));
    const both = await Promise.allSettled([change('One'), change('Two')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(change('Three')).rejects.toMatchObject({
      message: 'VERSION_CONFLICT',
      cause: { details: { yours: 1, current: 2 } },
    });
    const [, audit] = await auditsOf(promotion.id);
    expect(audit).toMatchObject({
      action: 'promotions.update',
      before: { name: promotion.name, priority: 0 },
      after: { priority: 5 },
    });
    expect(Object.keys(audit!.after as object).toSorted()).toEqual(['name', 'priority']);
    const gone = { id: '00000000-0000-7000-8000-000000000009', version: 1 };
    await expect(promotions.update(changeOf(gone, {}))).rejects.toThrow('PROMOTION_NOT_FOUND');
  });

  test('that gets a limit counts the orders it has', async () => {
    const promotion = await promotions.create(terms());
    const { id, code } = promotion;
    for (const email of ['a@example.com', 'b@example.com'])
      await placeCart(shop, (await cartOf(shop, { variantId, codes: [code!] })).token, email);
    const limited = (usageLimit: number) => promotions.update(changeOf(promotion, { usageLimit }));
    await expect(limited(1)).rejects.toMatchObject({
      message: 'INPUT_INVALID',
      cause: { details: { field: 'usageLimit', used: 2 } },
    });
    expect(await limited(2)).toMatchObject({ state: 'used_up', uses: 2, version: 2 });
    await expect(cartOf(shop, { variantId, codes: [code!] })).rejects.toThrow('PROMOTION_EXHAUSTED');
    expect(await promotions.usage({ id })).toMatchObject({
      totals: [{ currency: 'USD', orders: 2, discountMinor: 500 }],
      customers: 2,
      released: 0,
      latest: [{ code }, { code }],
    });
    const { days } = await promotions.usage({ id });
    expect([days.length, days.at(-1)?.orders]).toEqual([30, 2]);
  });

  test('ends at once, and one that has not started never runs', async () => {
    const running = await promotions.create(terms());
    const end = { id: running.id, version: 1, idempotencyKey: key() };
    const ended = await promotions.end(end);
    expect(ended).toMatchObject({ state: 'ended', version: 2 });
    expect(await promotions.end(end)).toEqual(ended);
    const later = await promotions.create(terms({ startsAt: '2099-01-01T00:00:00Z' }));
    expect(later.state).toBe('scheduled');
    expect((await promotions.end({ id: later.id, version: 1, idempotencyKey: key() })).state).toBe('ended');
  });

  test('is copied without its codes, and gives nothing until it has dates', async () => {
    const { id, name } = await promotions.create(terms({ priority: 7 }));
    const again = { id, idempotencyKey: key() };
    const copy = await promotions.duplicate(again);
    expect(copy).toMatchObject({ name: `Copy of ${name}`, priority: 7, state: 'ended', code: null });
    expect(await promotions.duplicate(again)).toEqual(copy);
    await expect(promotions.duplicate({ id: variantId, idempotencyKey: key() })).rejects.toThrow(
      'PROMOTION_NOT_FOUND',
    );
  });
});

describe('codes', () => {
  test('a thousand are made once, all different, each for one use', async () => {
    const promotion = await promotions.create(terms({ code: null }));
    const { id } = promotion;
    const wanted = { id, version: 1, count: 1000, prefix: 'gift-', usageLimit: 1, idempotencyKey: key() };
    const generated = await promotions.generateCodes(wanted);
    expect(generated).toEqual({ version: 2, generated: 1000 });
    await promotions.generateCodes(wanted);
    const first = await promotions.codes({ id, limit: 600 });
    const second = await promotions.codes({ id, limit: 600, cursor: first.nextCursor! });
    const codes = [...first.items, ...second.items].map(({ code }) => code);
    expect([new Set(codes).size, second.nextCursor]).toEqual([1000, null]);
    expect(codes.every((code) => /^GIFT-[A-Z2-9]{10}$/u.test(code))).toBe(true);
    const [code] = codes;
    await placeCart(shop, (await cartOf(shop, { variantId, codes: [code!] })).token, 'gift@example.com');
    await expect(cartOf(shop, { variantId, codes: [code!] })).rejects.toThrow('PROMOTION_EXHAUSTED');
    expect((await promotions.codes({ id, query: code })).items).toMatchObject([{ code, uses: 1 }]);
    await expect(promotions.codes({ id, cursor: 'nonsense' })).rejects.toThrow('CURSOR_INVALID');
  });

  test('one is added by name; an automatic promotion takes none', async () => {
    const { id } = await promotions.create(terms());
    const add = { id, version: 1, code: `added-${made}`, usageLimit: null, idempotencyKey: key() };
    expect(await promotions.addCode(add)).toMatchObject({ codeCount: 2, version: 2 });
    await expect(promotions.addCode({ ...add, version: 2, idempotencyKey: key() })).rejects.toThrow(
      'CODE_TAKEN',
    );
    const automatic = await promotions.create(
      terms({ automatic: true, code: null, startsAt: '2099-01-01T00:00:00Z' }),
    );
    await expect(
      promotions.addCode({ ...add, id: automatic.id, code: 'never', idempotencyKey: key() }),
    ).rejects.toThrow('INPUT_INVALID');
  });
});

test('the list finds by name, code and state, page by page', async () => {
  const { id, code } = await promotions.create(terms({ name: 'Needle in the list' }));
  const later = await promotions.create(terms({ startsAt: '2099-01-01T00:00:00Z' }));
  for (const query of ['needle', code!.toLowerCase()])
    expect((await promotions.list({ query })).items.map((row) => row.id)).toEqual([id]);
  expect((await promotions.list({ state: 'scheduled' })).items.map((row) => row.id)).toContain(later.id);
  const first = await promotions.list({ limit: 1 });
  const second = await promotions.list({ limit: 1, cursor: first.nextCursor! });
  expect([first.items[0]!.id, second.items[0]!.id]).toEqual([later.id, id]);
});

test('a preview prices a cart with terms that are not written yet', async () => {
  const {
    automatic: _automatic,
    code: _code,
    idempotencyKey: _key,
    ...written
  } = terms({
    minimumQuantity: 2,
    countries: ['US'],
  });
  const preview = (quantity: number, country: string) =>
    promotions.preview({
      ...written,
      cart: {
        currency: 'USD',
        lines: [{ variantId, quantity }],
        country,
        isFirstOrder: true,
        inGroups: true,
        shippingMinor: 500,
      },
    });
  expect(await preview(2, 'US')).toMatchObject({
    applied: true,
    subtotalMinor: 5000,
    discountMinor: 500,
    totalMinor: 5000,
    lines: [{ quantity: 2, discountMinor: 500 }],
  });
  expect(await preview(2, 'DE')).toMatchObject({ applied: false, reason: { kind: 'other_country' } });
  expect(await preview(1, 'US')).toMatchObject({ reason: { kind: 'below_minimum', missingQuantity: 1 } });
});
