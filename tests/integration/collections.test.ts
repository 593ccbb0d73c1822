import { insertRow } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refreshAllCollections, refreshChangedProducts } from '@turing/routers';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(() => shop.close());

const unknownId = '00000000-0000-7000-8000-000000000009';
const staff = () => shop.as({ staff: owner }).products.staff.collections;
const guest = () => shop.as().products;

type Created = Parameters<ReturnType<typeof staff>['create']>[0];
type Rules = NonNullable<Created['rules']>;

function create(name: string, rules: Rules | null = null) {
  return staff().create({ name, kind: rules === null ? 'manual' : 'rules', rules, idempotencyKey: key() });
}

function edit(collection: { id: string; version: number }) {
  return { id: collection.id, version: collection.version, idempotencyKey: key() };
}

const tagged = (tag: string): Rules => ({
  match: 'all',
  conditions: [{ field: 'tag', operator: 'is', value: tag }],
});

async function productTagged(...tags: string[]) {
  const product = await shop.factories.createProduct();
  await shop.db.pool.query('update product set tags = $2 where id = $1', [product.id, tags]);
  return product;
}

async function membersOf(id: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await staff().members({ id, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...page.items.map((item) => item.id));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}

async function jobs(): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ key: string }>(
    `select key from graphile_worker.jobs where task_identifier = 'refresh-collections' order by key`,
  );
  return rows.map((row) => row.key);
}

describe('a new collection', () => {
  test('is hidden, has an address from its name and is made once', async () => {
    const input = { name: 'Summer table', kind: 'manual' as const, idempotencyKey: key() };
    const made = await staff().create(input);
    expect(made).toMatchObject({
      slug: 'summer-table',
      kind: 'manual',
      sort: 'manual',
      published: false,
      version: 1,
      productCount: 0,
      rules: null,
    });
    expect(await staff().create(input)).toEqual(made);
    await expect(create('Summer table')).rejects.toThrow('SLUG_TAKEN');
    await expect(create('夏')).rejects.toThrow('INPUT_INVALID');
    await expect(guest().collections.get({ slug: 'summer-table' })).rejects.toThrow('COLLECTION_NOT_FOUND');
    await expect(guest().list({ collection: 'summer-table' })).rejects.toThrow('COLLECTION_NOT_FOUND');
    await expect(guest().facets({ collection: 'summer-table' })).rejects.toThrow('COLLECTION_NOT_FOUND');
  });

  test('has rules or none, by its kind', async () => {
    const input = { name: 'Odd', idempotencyKey: key() };
    for (const odd of [
      { ...input, kind: 'manual' as const, rules: tagged('odd') },
      { ...input, kind: 'rules' as const },
      { ...input, kind: 'rules' as const, rules: { match: 'all' as const, conditions: [] } },
      { ...input, kind: 'rules' as const, rules: tagged('odd'), sort: 'manual' as const },
    ]) {
      await expect(staff().create(odd)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
  });
});

describe('an edit', () => {
  test('changes what is said of it, and the old address leads to the new one', async () => {
    const made = await create('Wintr');
    const input = {
      ...edit(made),
      changes: { name: 'Winter', slug: 'winter', description: 'Warm.', sort: 'newest' as const },
    };
    const changed = await staff().update(input);
    expect(changed).toMatchObject({ name: 'Winter', slug: 'winter', sort: 'newest', version: 2 });
    expect(await staff().update(input)).toEqual(changed);
    expect(await guest().movedSlug({ owner: 'collection', slug: 'wintr' })).toBeNull();
    await staff().setPublished({ ...edit(changed), published: true });
    expect(await guest().movedSlug({ owner: 'collection', slug: 'wintr' })).toEqual({ slug: 'winter' });
    await expect(staff().update({ ...edit(made), changes: { name: 'W' } })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 1, current: 3 } },
    });
    await create('Spring');
    await expect(
      staff().update({ ...edit({ id: made.id, version: 3 }), changes: { slug: 'spring' } }),
    ).rejects.toThrow('SLUG_TAKEN');
    await expect(
      staff().update({ ...edit({ id: made.id, version: 3 }), changes: { rules: tagged('w') } }),
    ).rejects.toThrow('INPUT_INVALID');
    await expect(
      staff().update({ ...edit({ id: unknownId, version: 1 }), changes: { name: 'W' } }),
    ).rejects.toThrow('COLLECTION_NOT_FOUND');
    const { rows } = await shop.db.pool.query<{ action: string }>(
      'select action from audit_entry where entity_id = $1 order by created_at, id',
      [made.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'collections.create',
      'collections.update',
      'collections.setPublished',
    ]);
  });

  test('by two at once happens once', async () => {
    const made = await create('Raced');
    const results = await Promise.allSettled(
      ['A', 'B', 'C'].map((name) => staff().update({ ...edit(made), changes: { name } })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('deletes it once and leaves its products', async () => {
    const made = await create('Gone');
    const product = await shop.factories.createProduct();
    const full = await staff().addProducts({ ...edit(made), productIds: [product.id] });
    await expect(staff().delete(edit(made))).rejects.toThrow('VERSION_CONFLICT');
    const input = edit(full);
    expect(await staff().delete(input)).toEqual({ id: made.id });
    expect(await staff().delete(input)).toEqual({ id: made.id });
    await expect(staff().delete(edit(full))).rejects.toThrow('COLLECTION_NOT_FOUND');
    expect(await guest().get({ slug: product.slug })).toMatchObject({ id: product.id });
  });
});

describe('products picked by hand', () => {
  test('keep the order they are given, page by page, and shoppers see it', async () => {
    const made = await create('Picked');
    const products = [];
    for (let index = 0; index < 5; index += 1) products.push(await shop.factories.createProduct());
    const [a, b, c, d, e] = products.map(({ id }) => id) as [string, string, string, string, string];
    const input = { ...edit(made), productIds: [c, a, b] };
    const three = await staff().addProducts(input);
    expect(await staff().addProducts(input)).toEqual(three);
    const five = await staff().addProducts({ ...edit(three), productIds: [a, e, d] });
    expect(five).toMatchObject({ productCount: 5, version: 3 });
    expect(await membersOf(made.id)).toEqual([c, a, b, e, d]);
    const moved = await staff().moveProducts({ ...edit(five), productIds: [d, a], afterId: c });
    expect(await membersOf(made.id)).toEqual([c, d, a, b, e]);
    const first = await staff().moveProducts({ ...edit(moved), productIds: [e], afterId: null });
    expect(await membersOf(made.id)).toEqual([e, c, d, a, b]);
    const fewer = await staff().removeProducts({ ...edit(first), productIds: [d] });
    await staff().setPublished({ ...edit(fewer), published: true });
    await shop.db.pool.query(`update product set status = 'draft' where id = $1`, [a]);
    const listed = await guest().list({ collection: 'picked', sort: 'manual', limit: 2 });
    const rest = await guest().list({ collection: 'picked', sort: 'manual', cursor: listed.nextCursor! });
    expect([...listed.items, ...rest.items].map(({ id }) => id)).toEqual([e, c, b]);
    expect(await guest().facets({ collection: 'picked' })).toMatchObject({ total: 3 });
    const name = products[4]!.name;
    const found = await guest().search({ collection: 'picked', query: name });
    expect(found.items[0]).toMatchObject({ id: e });
    expect(await guest().collections.get({ slug: 'picked' })).toMatchObject({
      productCount: 3,
      sort: 'manual',
      image: { alt: name },
    });
  });

  test('are refused where they cannot be', async () => {
    const made = await create('Strict');
    const product = await shop.factories.createProduct();
    const ids = [product.id];
    await expect(staff().addProducts({ ...edit(made), productIds: [unknownId] })).rejects.toThrow(
      'PRODUCT_NOT_FOUND',
    );
    await expect(staff().moveProducts({ ...edit(made), productIds: ids, afterId: null })).rejects.toThrow(
      'PRODUCT_NOT_FOUND',
    );
    const ruled = await create('Ruled', tagged('ruled'));
    for (const change of [
      () => staff().addProducts({ ...edit(ruled), productIds: ids }),
      () => staff().removeProducts({ ...edit(ruled), productIds: ids }),
      () => staff().moveProducts({ ...edit(ruled), productIds: ids, afterId: null }),
    ]) {
      await expect(change()).rejects.toThrow('COLLECTION_RULED');
    }
    await expect(guest().list({ sort: 'manual' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(staff().members({ id: unknownId })).rejects.toThrow('COLLECTION_NOT_FOUND');
  });
});

describe('rules', () => {
  test('gather at once, again when they change, and say beforehand what they would', async () => {
    const [one, two] = [await productTagged('red', 'warm'), await productTagged('blue')];
    const { items, ...counts } = await staff().preview({ rules: tagged('red') });
    expect(counts).toEqual({ count: 1, publicCount: 1 });
    expect(items).toMatchObject([{ id: one.id, minPriceMinor: 2500, currency: 'USD' }]);
    const made = await create('Colours', tagged('red'));
    expect(made).toMatchObject({ kind: 'rules', sort: 'featured', productCount: 1 });
    expect(await membersOf(made.id)).toEqual([one.id]);
    const changed = await staff().update({ ...edit(made), changes: { rules: tagged('blue') } });
    expect(changed.rules).toEqual(tagged('blue'));
    expect(await membersOf(made.id)).toEqual([two.id]);
    await staff().setPublished({ ...edit(changed), published: true });
    expect((await guest().list({ collection: 'colours' })).items.map(({ id }) => id)).toEqual([two.id]);
  });

  test('follow a product that changes, through one job for all that did', async () => {
    const made = await create('Followed', tagged('follow'));
    await refreshChangedProducts(shop);
    await shop.db.pool.query(`delete from graphile_worker._private_jobs`);
    const product = await productTagged('follow');
    const other = await productTagged('follow');
    expect(await jobs()).toEqual(['refresh-collections']);
    expect(await membersOf(made.id)).toEqual([]);
    await refreshChangedProducts(shop);
    expect(await membersOf(made.id)).toEqual([product.id, other.id].sort());
    await shop.db.pool.query(`update product set tags = '{}' where id = $1`, [product.id]);
    await shop.db.pool.query(`update product set status = 'archived' where id = $1`, [other.id]);
    await refreshChangedProducts(shop);
    expect(await membersOf(made.id)).toEqual([]);
    await shop.db.pool.query('update product set sold_count = sold_count + 1 where id = $1', [product.id]);
    expect(await refreshChangedProducts(shop)).toEqual({ products: 0, changed: 0 });
  });

  test('follow time and stock at the pass over all', async () => {
    const inStock = await create('Here now', {
      match: 'all',
      conditions: [
        { field: 'inStock', operator: 'is', value: true },
        { field: 'tag', operator: 'is', value: 'shelf' },
      ],
    });
    const product = await productTagged('shelf');
    await refreshChangedProducts(shop);
    expect(await membersOf(inStock.id)).toEqual([product.id]);
    await shop.db.pool.query('update stock_level set allocated = on_hand where variant_id = $1', [
      product.variant.id,
    ]);
    await refreshAllCollections(shop);
    expect(await membersOf(inStock.id)).toEqual([]);
  });

  test('follow a category that moves', async () => {
    const root = await shop.factories.createCategory({ name: 'Rooms' });
    const branch = await shop.factories.createCategory({ name: 'Attic' });
    const product = await shop.factories.createProduct({ categoryId: branch.id });
    const made = await create('In rooms', {
      match: 'all',
      conditions: [{ field: 'category', operator: 'is', value: root.id }],
    });
    expect(await membersOf(made.id)).toEqual([]);
    await shop.as({ staff: owner }).products.staff.categories.move({
      ...edit({ id: branch.id, version: 1 }),
      parentId: root.id,
      position: 0,
    });
    expect(await jobs()).toContain('refresh-collections:all');
    await refreshAllCollections(shop);
    expect(await membersOf(made.id)).toEqual([product.id]);
    await expect(
      shop.as({ staff: owner }).products.staff.categories.delete(edit({ id: root.id, version: 1 })),
    ).rejects.toMatchObject({ cause: { details: { collections: 1 } } });
  });

  test('and products that change at the same moment end up agreeing', async () => {
    const made = await create('Agreeing', tagged('agree'));
    const products = await Promise.all([1, 2, 3, 4, 5, 6].map(() => shop.factories.createProduct()));
    await Promise.all([
      ...products.map(({ id }, index) =>
        shop.db.pool.query('update product set tags = $2 where id = $1', [
          id,
          index % 2 === 0 ? ['agree'] : ['agreed'],
        ]),
      ),
      staff().update({ ...edit(made), changes: { rules: tagged('agreed') } }),
      refreshChangedProducts(shop),
      refreshAllCollections(shop),
      refreshChangedProducts(shop),
    ]);
    await refreshChangedProducts(shop);
    const expected = products.filter((_product, index) => index % 2 === 1).map(({ id }) => id);
    expect(await membersOf(made.id)).toEqual(expected.sort());
  });
});

test('staff find collections by a part of their name, in the order of the shop, page by page', async () => {
  for (const name of ['Listing one', 'Listing two', 'Listing three']) await create(name);
  const first = await staff().list({ query: 'LISTING', limit: 2 });
  const second = await staff().list({ query: 'LISTING', limit: 2, cursor: first.nextCursor! });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
    'Listing one',
    'Listing two',
    'Listing three',
  ]);
  await expect(staff().list({ cursor: 'nonsense' })).rejects.toThrow('CURSOR_INVALID');
});

test('shoppers see the published ones in order, page by page', async () => {
  for (const name of ['Shown A', 'Shown B', 'Shown C']) {
    await staff().setPublished({ ...edit(await create(name)), published: true });
  }
  const names: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await guest().collections.list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    names.push(...page.items.map(({ name }) => name));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(names.filter((name) => name.startsWith('Shown'))).toEqual(['Shown A', 'Shown B', 'Shown C']);
  expect(names).not.toContain('Listing one');
});

test('a list of a category and a collection says which of the two there is not', async () => {
  const category = await shop.factories.createCategory();
  const made = await create('Scoped');
  await staff().setPublished({ ...edit(made), published: true });
  expect(await guest().list({ category: category.slug, collection: 'scoped' })).toEqual({
    items: [],
    nextCursor: null,
  });
  await expect(guest().list({ category: 'nowhere', collection: 'scoped' })).rejects.toThrow(
    'CATEGORY_NOT_FOUND',
  );
  await expect(guest().list({ category: category.slug, collection: 'none' })).rejects.toThrow(
    'COLLECTION_NOT_FOUND',
  );
  await insertRow(shop.db.pool, 'collection', { slug: 'raw', name: 'Raw', description: '', kind: 'manual' });
  await expect(guest().collections.get({ slug: 'raw' })).rejects.toThrow('COLLECTION_NOT_FOUND');
});
