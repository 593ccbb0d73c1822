import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

function create(name: string) {
  return staff().create({ name, kind: 'manual', rules: null, idempotencyKey: key() });
}

function edit(collection: { id: string; version: number }) {
  return { id: collection.id, version: collection.version, idempotencyKey: key() };
}

describe('the order of collections', () => {
  async function order(among: readonly { id: string }[]): Promise<string[]> {
    const { items } = await staff().list({ limit: 100 });
    const ids = new Set(among.map(({ id }) => id));
    return items.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  }

  test('is what staff make it, and shoppers see the same', async () => {
    const made = [await create('Order A'), await create('Order B'), await create('Order C')] as const;
    const [a, b, c] = made;
    expect(await order(made)).toEqual(['Order A', 'Order B', 'Order C']);
    const input = { ...edit(c), afterId: a.id };
    const moved = await staff().move(input);
    expect(moved).toMatchObject({ id: c.id, version: 2 });
    expect(await staff().move(input)).toEqual(moved);
    expect(await order(made)).toEqual(['Order A', 'Order C', 'Order B']);
    await staff().move({ ...edit(a), afterId: b.id });
    expect(await order(made)).toEqual(['Order C', 'Order B', 'Order A']);
    await staff().move({ ...edit(b), afterId: null });
    expect((await staff().list({ limit: 1 })).items[0]).toMatchObject({ name: 'Order B', version: 2 });
    for (const { id } of made) {
      const { version } = await staff().get({ id });
      await staff().setPublished({ id, version, published: true, idempotencyKey: key() });
    }
    const { items } = await guest().collections.list({ limit: 100 });
    expect(items.map(({ name }) => name).filter((name) => name.startsWith('Order '))).toEqual(
      await order(made),
    );
    const { rows } = await shop.db.pool.query<{ before: unknown; after: unknown }>(
      `select before, after from audit_entry where entity_id = $1 and action = 'collections.move'`,
      [c.id],
    );
    expect(rows).toEqual([{ before: { afterId: b.id }, after: { afterId: a.id } }]);
  });

  test('is not changed on an old version, behind itself or behind nothing', async () => {
    const [one, two] = [await create('Still one'), await create('Still two')];
    await expect(staff().move({ ...edit({ ...two, version: 7 }), afterId: null })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 7, current: 1 } },
    });
    await expect(staff().move({ ...edit(two), afterId: two.id })).rejects.toThrow('INPUT_INVALID');
    await expect(staff().move({ ...edit(two), afterId: unknownId })).rejects.toThrow('COLLECTION_NOT_FOUND');
    await expect(staff().move({ ...edit({ id: unknownId, version: 1 }), afterId: one.id })).rejects.toThrow(
      'COLLECTION_NOT_FOUND',
    );
    expect(await order([one, two])).toEqual(['Still one', 'Still two']);
  });

  test('is a whole one after many moved at once', async () => {
    const made = [];
    for (const letter of ['A', 'B', 'C', 'D', 'E', 'F']) made.push(await create(`Rush ${letter}`));
    await Promise.all(made.map((collection) => staff().move({ ...edit(collection), afterId: null })));
    expect((await order(made)).toSorted()).toEqual(made.map(({ name }) => name));
    const { rows } = await shop.db.pool.query<{ position: number }>(
      'select position from collection order by position',
    );
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_row, index) => index));
  });
});
