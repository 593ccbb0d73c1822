import type { ProductFixture } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activePriceList, insertGroup, openPriceLists } from '../support/price-lists.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

type Lists = Awaited<ReturnType<typeof openPriceLists>>['lists'];

let shop: Shop;
let lists: Lists;
beforeAll(async () => {
  shop = await openShop();
  ({ lists } = await openPriceLists(shop));
});
afterAll(() => shop.close());

function terms(changes: Partial<Parameters<Lists['create']>[0]> = {}): Parameters<Lists['create']>[0] {
  return {
    name: key(),
    kind: 'sale',
    priority: 0,
    groupId: null,
    startsAt: null,
    endsAt: null,
    idempotencyKey: key(),
    ...changes,
  };
}

async function auditsOf(id: string) {
  const { rows } = await shop.db.pool.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows;
}

describe('a price list', () => {
  test('is a draft when it is made, and live from its start until its end when it is switched on', async () => {
    const startsAt = new Date(shop.now().getTime() + 3_600_000);
    const endsAt = new Date(shop.now().getTime() + 7_200_000);
    const made = await lists.create(terms({ startsAt, endsAt }));
    expect(made).toMatchObject({ state: 'draft', version: 1, startsAt, endsAt, priceCount: 0, overlaps: [] });
    const on = { id: made.id, version: 1, active: true, idempotencyKey: key() };
    expect(await lists.activate(on)).toMatchObject({ state: 'scheduled', version: 2 });
    const stateNow = async () => (await lists.get({ id: made.id })).state;
    shop.advance(3_600_000);
    expect(await stateNow()).toBe('live');
    expect((await lists.list({ state: 'live' })).items.map(({ id }) => id)).toContain(made.id);
    shop.advance(3_600_000);
    expect(await stateNow()).toBe('ended');
    expect((await lists.list({ state: 'live' })).items.map(({ id }) => id)).not.toContain(made.id);
  });

  test('is made once per key and written to the audit once', async () => {
    const input = terms();
    const [first, second] = [await lists.create(input), await lists.create(input)];
    expect(second).toEqual(first);
    expect((await auditsOf(first.id)).map(({ action }) => action)).toEqual(['priceLists.create']);
    await expect(lists.create({ ...input, name: key() })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
  });

  test('has a name of its own, a group that exists, and an end after its start', async () => {
    const { name, id, version } = await lists.create(terms());
    await expect(lists.create(terms({ name }))).rejects.toThrow('NAME_TAKEN');
    const other = await lists.create(terms());
    const rename = { ...terms({ name }), id: other.id, version: other.version };
    await expect(lists.update(rename)).rejects.toThrow('NAME_TAKEN');
    await expect(lists.create(terms({ groupId: id }))).rejects.toThrow('CUSTOMER_GROUP_NOT_FOUND');
    const startsAt = new Date('2026-01-01T10:00:00Z');
    const dates = { startsAt, endsAt: startsAt };
    await expect(lists.create(terms(dates))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(lists.update({ ...terms(dates), id, version })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('is edited on the version that was read: of ten who edit at once, one does', async () => {
    const { id } = await lists.create(terms());
    const edits = await Promise.allSettled(
      Array.from({ length: 10 }, (_, priority) => lists.update({ ...terms({ priority }), id, version: 1 })),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = edits.find((edit) => edit.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      message: 'VERSION_CONFLICT',
      cause: { details: { yours: 1, current: 2 } },
    });
    const audits = await auditsOf(id);
    expect(audits.map(({ action }) => action)).toEqual(['priceLists.create', 'priceLists.update']);
    expect(audits[1]).toMatchObject({ before: { priority: 0 } });
  });

  test('is deleted with its prices once it is off', async () => {
    const { variant } = await shop.factories.createProduct({});
    const { id, version } = await activePriceList(shop, { kind: 'sale', rows: [[variant.id, 100]] });
    const gone = { id, version, idempotencyKey: key() };
    await expect(lists.delete(gone)).rejects.toThrow('PRICE_LIST_ACTIVE');
    const off = await lists.activate({ id, version, active: false, idempotencyKey: key() });
    const now = { id, version: off.version, idempotencyKey: key() };
    expect([await lists.delete(now), await lists.delete(now)]).toEqual([null, null]);
    await expect(lists.get({ id })).rejects.toThrow('PRICE_LIST_NOT_FOUND');
    await expect(lists.activate({ ...now, active: true, idempotencyKey: key() })).rejects.toThrow(
      'PRICE_LIST_NOT_FOUND',
    );
  });

  test('names the other lists that price the same variants while it is live', async () => {
    const { variant } = await shop.factories.createProduct({});
    const rows = [[variant.id, 100]] as const;
    const [june, july, august] = ['2030-06-01', '2030-07-01', '2030-08-01'].map((day) => new Date(day)) as [
      Date,
      Date,
      Date,
    ];
    const first = await activePriceList(shop, { kind: 'sale', rows, startsAt: june, endsAt: july });
    const next = await activePriceList(shop, { kind: 'sale', rows, startsAt: july, endsAt: august });
    const always = await activePriceList(shop, { kind: 'override', rows });
    expect((await lists.get({ id: first.id })).overlaps.map(({ id }) => id)).toEqual([always.id]);
    expect((await lists.get({ id: always.id })).overlaps).toMatchObject([
      { name: first.name < next.name ? first.name : next.name, state: 'scheduled', priceCount: 1 },
      { name: first.name < next.name ? next.name : first.name },
    ]);
  });

  test('is found by a part of its name, page by page', async () => {
    for (const name of ['Winter one', 'Winter two', 'Winter three']) await lists.create(terms({ name }));
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lists.list({
        query: 'winter',
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(names).toEqual(['Winter three', 'Winter two', 'Winter one']);
    await expect(lists.list({ cursor: 'x', limit: 2 })).rejects.toThrow('CURSOR_INVALID');
  });
});

describe('its prices', () => {
  let bowl: ProductFixture;
  beforeAll(async () => {
    bowl = await shop.factories.createProduct({
      name: 'Glazed bowl',
      variants: ['BWL-1', 'BWL-2', 'BWL-3'].map((sku) => ({ sku, prices: { USD: 2000, EUR: 1800 } })),
    });
  });
  const row = (index: number, amountMinor: number | null) => ({
    variantId: bowl.variants[index]!.id,
    currency: 'USD' as const,
    amountMinor,
  });

  test('are set and taken away in one call, which counts what changed', async () => {
    const { id } = await lists.create(terms());
    const first = { id, version: 1, rows: [row(0, 1500), row(1, 1600)], idempotencyKey: key() };
    expect(await lists.setPrices(first)).toEqual({ version: 2, written: 2, deleted: 0 });
    expect(await lists.setPrices(first)).toEqual({ version: 2, written: 2, deleted: 0 });
    const rows = [row(0, 1500), row(1, null), row(2, 1700)];
    expect(await lists.setPrices({ id, version: 2, rows, idempotencyKey: key() })).toEqual({
      version: 3,
      written: 1,
      deleted: 1,
    });
    const { items } = await lists.prices({ id });
    expect(items.map(({ sku, basePriceMinor, amountMinor }) => [sku, basePriceMinor, amountMinor])).toEqual([
      ['BWL-1', 2000, 1500],
      ['BWL-3', 2000, 1700],
    ]);
    expect((await auditsOf(id)).at(-1)).toMatchObject({
      before: { prices: [row(1, 1600), row(2, null)] },
      after: { prices: [row(1, null), row(2, 1700)] },
    });
  });

  test('are all refused when a variant is unknown, a price is given twice or the version is old', async () => {
    const { id } = await lists.create(terms());
    const unknown = { ...row(0, 1), variantId: id };
    const input = { id, version: 1, idempotencyKey: key() };
    await expect(lists.setPrices({ ...input, rows: [row(0, 1), unknown] })).rejects.toMatchObject({
      message: 'VARIANT_NOT_FOUND',
      cause: { details: { variantIds: [id] } },
    });
    await expect(lists.setPrices({ ...input, rows: [row(0, 1), row(0, 2)] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(lists.setPrices({ ...input, version: 3, rows: [row(0, 1)] })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    expect((await lists.prices({ id })).items).toEqual([]);
  });

  test('a thousand at once', async () => {
    const { id: productId } = await shop.factories.createProduct({ name: 'Many sizes' });
    const { rows: variants } = await shop.db.pool.query<{ id: string }>(
      `insert into product_variant (product_id, sku, name, position)
       select $1, 'MANY-' || n, 'Size ' || n, n from generate_series(1, 333) n returning id`,
      [productId],
    );
    const rows = variants.flatMap(({ id: variantId }) =>
      (['USD', 'EUR', 'GBP'] as const).map((currency) => ({ variantId, currency, amountMinor: 900 })),
    );
    const { id } = await lists.create(terms());
    expect(await lists.setPrices({ id, version: 1, rows, idempotencyKey: key() })).toMatchObject({
      written: 999,
    });
    const tooMany = [...rows, ...rows];
    await expect(
      lists.setPrices({ id, version: 2, rows: tooMany, idempotencyKey: key() }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const first = await lists.prices({ id, limit: 200 });
    const second = await lists.prices({ id, limit: 200, cursor: first.nextCursor! });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([200, 133, null]);
    await expect(lists.prices({ id, cursor: 'x' })).rejects.toThrow('CURSOR_INVALID');
  });

  test('are searched by product or SKU, with the variants that have none if wanted', async () => {
    const { id } = await lists.create(terms());
    await lists.setPrices({ id, version: 1, rows: [row(1, 1500)], idempotencyKey: key() });
    const skus = async (query: string, unlisted: boolean) =>
      (await lists.prices({ id, query, unlisted })).items.map(({ sku }) => sku);
    expect(await skus('glazed', false)).toEqual(['BWL-2']);
    expect(await skus('glazed', true)).toEqual(['BWL-1', 'BWL-2', 'BWL-3']);
    expect(await skus('bwl-3', true)).toEqual(['BWL-3']);
    const matched = await lists.matchSkus({ id, skus: ['bwl-2', 'BWL-3', 'NONE'] });
    expect(matched.map(({ sku, amountMinor }) => [sku, amountMinor])).toEqual([
      ['BWL-2', 1500],
      ['BWL-3', null],
    ]);
  });
});

describe('a list filled by a percentage', () => {
  const amounts = [1840, 5000, 60, 999];
  let target: ProductFixture;
  let parentId: string;
  beforeAll(async () => {
    const parent = await shop.factories.createCategory({ name: 'Filled' });
    parentId = parent.id;
    const { id: categoryId } = await shop.factories.createCategory({ name: 'Inner', parentId });
    target = await shop.factories.createProduct({
      brand: 'Fillers',
      categoryId,
      variants: amounts.map((amount, index) => ({
        sku: `FIL-${index}`,
        prices: { USD: amount, EUR: amount },
      })),
    });
    await shop.db.pool.query(`update product set tags = '{filled}' where id = $1`, [target.id]);
    await shop.factories.createProduct({ brand: 'Fillers', categoryId, status: 'archived' });
  });

  async function fill(changes: Partial<Parameters<Lists['fillByPercent']>[0]>) {
    const { id } = await lists.create(terms());
    const input = {
      id,
      target: { kind: 'brand' as const, name: 'Fillers' },
      ratePpm: 200_000,
      rounding: 'none' as const,
      currencies: ['USD' as const],
      ...changes,
    };
    const preview = await lists.previewPercent(input);
    const filled = await lists.fillByPercent({ ...input, version: 1, idempotencyKey: key() });
    expect(filled).toEqual({ version: 2, written: preview.priceCount, deleted: 0 });
    const { items } = await lists.prices({ id });
    return { id, preview, written: items.map(({ amountMinor }) => amountMinor) };
  }

  test('has the base prices less the rate, halves up, or down to the ending wanted', async () => {
    expect((await fill({})).written).toEqual([1472, 4000, 48, 799]);
    expect((await fill({ ratePpm: 125_000 })).written).toEqual([1610, 4375, 52, 874]);
    expect((await fill({ rounding: '99' })).written).toEqual([1399, 3999, 48, 799]);
    expect((await fill({ rounding: '95' })).written).toEqual([1395, 3995, 48, 795]);
    expect((await fill({ ratePpm: 1_000_000, rounding: '99' })).written).toEqual([0, 0, 0, 0]);
  });

  test('takes products by category and what is below, collection, tag or brand, in every currency', async () => {
    const { rows } = await shop.db.pool.query<{ id: string }>(
      `insert into collection (slug, name, description, kind) values ('filled', 'Filled', '', 'manual') returning id`,
    );
    const collectionId = rows[0]!.id;
    await shop.db.pool.query('insert into collection_product (collection_id, product_id) values ($1, $2)', [
      collectionId,
      target.id,
    ]);
    for (const chosen of [
      { kind: 'category', id: parentId },
      { kind: 'collection', id: collectionId },
      { kind: 'tag', name: 'filled' },
    ] as const) {
      const { preview } = await fill({ target: chosen, currencies: ['USD', 'EUR', 'GBP', 'USD'] });
      expect(preview).toMatchObject({ productCount: 1, priceCount: 8, replacedCount: 0 });
    }
    expect(await lists.targets()).toMatchObject({ collections: [{ id: collectionId }], tags: ['filled'] });
  });

  test('keeps what it has already and replaces what differs', async () => {
    const { id } = await fill({});
    const input = {
      id,
      target: { kind: 'tag' as const, name: 'filled' },
      ratePpm: 200_000,
      currencies: ['USD' as const],
    };
    expect(await lists.previewPercent({ ...input, rounding: '99' })).toMatchObject({ replacedCount: 2 });
    const again = { ...input, version: 2, rounding: '99' as const, idempotencyKey: key() };
    expect(await lists.fillByPercent(again)).toEqual({ version: 3, written: 2, deleted: 0 });
    expect(await lists.fillByPercent(again)).toEqual({ version: 3, written: 2, deleted: 0 });
    expect((await auditsOf(id)).at(-1)).toMatchObject({
      action: 'priceLists.fillByPercent',
      after: { written: 2 },
    });
  });

  test('refuses a category or collection that is not there, and a list that is not', async () => {
    const { id } = await lists.create(terms());
    const input = { id, ratePpm: 1, rounding: 'none' as const, currencies: ['USD' as const] };
    const write = { version: 1, idempotencyKey: key() };
    for (const kind of ['category', 'collection'] as const) {
      const wrong = { ...input, target: { kind, id } };
      await expect(lists.previewPercent(wrong)).rejects.toThrow(`${kind.toUpperCase()}_NOT_FOUND`);
      await expect(lists.fillByPercent({ ...wrong, ...write })).rejects.toThrow(
        `${kind.toUpperCase()}_NOT_FOUND`,
      );
    }
    const nowhere = { ...input, id: parentId, target: { kind: 'all' as const } };
    await expect(lists.previewPercent(nowhere)).rejects.toThrow('PRICE_LIST_NOT_FOUND');
    await expect(lists.fillByPercent({ ...nowhere, ...write })).rejects.toThrow('PRICE_LIST_NOT_FOUND');
  });
});

test('two who set prices of one live list at once leave ranges that agree with the prices', async () => {
  const { variant, id: productId } = await shop.factories.createProduct({
    variants: [{ prices: { USD: 5000 } }],
  });
  const groupId = await insertGroup(shop, 'racers');
  const { id, version } = await activePriceList(shop, { kind: 'sale', rows: [[variant.id, 4000]] });
  await Promise.allSettled([
    lists.update({ ...terms({ groupId }), id, version }),
    lists.setPrices({
      id,
      version,
      rows: [{ variantId: variant.id, currency: 'USD', amountMinor: 3000 }],
      idempotencyKey: key(),
    }),
    shop.db.pool.query(
      `update variant_price set amount_minor = 3500 where variant_id = $1 and currency = 'USD'`,
      [variant.id],
    ),
  ]);
  const { rows } = await shop.db.pool.query(
    `select r.min_minor - price.amount_minor as wrong from product_price_range r
     cross join lateral effective_price($2, 'USD', '{}', now()) price where r.product_id = $1 and r.currency = 'USD'`,
    [productId, variant.id],
  );
  expect(rows).toEqual([{ wrong: 0 }]);
});
