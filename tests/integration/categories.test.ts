import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, type Shop } from '../support/shop.ts';

type Visitor = { id: string; email: string; name: string; role: string };

let shop: Shop;
let owner: Visitor;
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(() => shop.close());

const staff = () => shop.as({ staff: owner }).products.staff.categories;

function create(name: string, parentId: string | null = null) {
  return staff().create({ name, parentId, idempotencyKey: key() });
}

async function get(id: string) {
  const found = (await staff().list()).find((category) => category.id === id);
  if (found === undefined) throw new Error(`no category ${id}`);
  return found;
}

async function pathOf(id: string): Promise<string> {
  const { rows } = await shop.db.pool.query<{ path: string }>('select path from category where id = $1', [
    id,
  ]);
  return rows[0]!.path;
}

async function auditOf(id: string) {
  const { rows } = await shop.db.pool.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows;
}

/** Every path is the slugs from the root, which no category of a circle could have, and the way to it is kept. */
async function expectTree() {
  const { rows } = await shop.db.pool.query(`
    with recursive tree as (
      select id, slug as path, jsonb_build_array(jsonb_build_object('slug', slug, 'name', name)) as trail
      from category where parent_id is null
      union all
      select c.id, tree.path || '/' || c.slug, tree.trail || jsonb_build_object('slug', c.slug, 'name', c.name)
      from category c join tree on tree.id = c.parent_id
    )
    select category.id, category.trail from category left join tree using (id)
    where tree.path is distinct from category.path or tree.trail is distinct from category.trail::jsonb`);
  expect(rows).toEqual([]);
}

describe('a new category', () => {
  test('is the last of its siblings, with an address from its name, and says who made it', async () => {
    const root = await create('Chairs & Stools');
    expect(root).toMatchObject({ slug: 'chairs-stools', parentId: null, version: 1, childCount: 0 });
    await create('Bar stools', root.id);
    const second = await create('Rocking chairs', root.id);
    expect(await pathOf(second.id)).toBe('chairs-stools/rocking-chairs');
    const children = (await staff().list()).filter(({ parentId }) => parentId === root.id);
    expect(children.map(({ name }) => name)).toEqual(['Bar stools', 'Rocking chairs']);
    expect(await auditOf(root.id)).toMatchObject([{ action: 'categories.create', before: null }]);
    expect((await shop.as().products.categories()).map(({ slug }) => slug)).toContain('rocking-chairs');
  });

  test('is made once by a retry, and refused an address that is taken or cannot be', async () => {
    const input = { name: 'Once', parentId: null, idempotencyKey: key() };
    const first = await staff().create(input);
    expect(await staff().create(input)).toEqual(first);
    await expect(staff().create({ ...input, name: 'Twice' })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    await expect(create('Once')).rejects.toThrow('SLUG_TAKEN');
    await expect(create('椅子')).rejects.toThrow('INPUT_INVALID');
    await expect(create('Lost', '00000000-0000-7000-8000-000000000009')).rejects.toThrow(
      'CATEGORY_NOT_FOUND',
    );
    const twins = await Promise.allSettled([create('Twins'), create('Twins')]);
    expect(twins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      String((twins.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason),
    ).toMatch('SLUG_TAKEN');
  });
});

describe('an edit', () => {
  test('changes what is said, moves what is below to the new address, and the old one redirects', async () => {
    const root = await create('Gardn');
    const child = await create('Hoses', root.id);
    const changed = await staff().update({
      id: root.id,
      version: root.version,
      changes: {
        name: 'Garden',
        slug: 'garden',
        seoTitle: 'All for the garden',
        imageKey: 'categories/garden',
      },
      idempotencyKey: key(),
    });
    expect(changed).toMatchObject({
      name: 'Garden',
      version: 2,
      seoTitle: 'All for the garden',
      image: { src: '/media/categories/garden', alt: 'Garden' },
    });
    expect(await pathOf(child.id)).toBe('garden/hoses');
    const guest = shop.as().products;
    expect(await guest.movedSlug({ owner: 'category', slug: 'gardn' })).toEqual({ slug: 'garden' });
    expect(await guest.movedSlug({ owner: 'category', slug: 'garden' })).toBeNull();
    expect(await guest.movedSlug({ owner: 'product', slug: 'gardn' })).toBeNull();
    expect((await auditOf(root.id)).at(-1)).toMatchObject({
      action: 'categories.update',
      before: { name: 'Gardn', slug: 'gardn' },
      after: { name: 'Garden', slug: 'garden' },
    });
  });

  test('on an old version is refused with both versions, and to a taken address too', async () => {
    const category = await create('Versions');
    const edit = { id: category.id, version: 1, changes: { name: 'V' }, idempotencyKey: key() };
    const first = await staff().update(edit);
    expect(await staff().update(edit)).toEqual(first);
    await expect(staff().update({ ...edit, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 1, current: 2 } },
    });
    await create('Occupied');
    await expect(
      staff().update({ ...edit, version: 2, changes: { slug: 'occupied' }, idempotencyKey: key() }),
    ).rejects.toThrow('SLUG_TAKEN');
    await expect(
      staff().update({ ...edit, id: '00000000-0000-7000-8000-000000000009', idempotencyKey: key() }),
    ).rejects.toThrow('CATEGORY_NOT_FOUND');
  });
});

describe('a move', () => {
  test('takes the whole subtree along and numbers the siblings', async () => {
    const [from, to] = [await create('From'), await create('To')];
    const branch = await create('Branch', from.id);
    const leaf = await create('Leaf', branch.id);
    const [a, b] = [await create('Elder', to.id), await create('Younger', to.id)];
    const move = {
      id: branch.id,
      version: 1,
      parentId: to.id,
      position: 1,
      idempotencyKey: key(),
    };
    const moved = await staff().move(move);
    expect(await staff().move(move)).toEqual(moved);
    expect(moved).toMatchObject({ parentId: to.id, version: 2 });
    expect(await pathOf(leaf.id)).toBe('to/branch/leaf');
    const order = (await staff().list()).filter(({ parentId }) => parentId === to.id).map(({ id }) => id);
    expect(order).toEqual([a.id, branch.id, b.id]);
    const product = await shop.factories.createProduct({ categoryId: leaf.id });
    const { items } = await shop.as().products.list({ category: 'to' });
    expect(items.map(({ id }) => id)).toEqual([product.id]);
    await expect(staff().move({ ...move, idempotencyKey: key() })).rejects.toThrow('VERSION_CONFLICT');
    await expectTree();
  });

  test('below itself is refused', async () => {
    const root = await create('Ouroboros');
    const child = await create('Tail', root.id);
    for (const parentId of [root.id, child.id]) {
      await expect(
        staff().move({ id: root.id, version: 1, parentId, position: 0, idempotencyKey: key() }),
      ).rejects.toThrow('CATEGORY_CYCLE');
    }
    await expect(
      staff().move({
        id: root.id,
        version: 1,
        parentId: '00000000-0000-7000-8000-000000000009',
        position: 0,
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('CATEGORY_NOT_FOUND');
  });

  test('of each of two below the other at once makes no circle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [left, right] = [await create(`Left ${round}`), await create(`Right ${round}`)];
      const results = await Promise.allSettled(
        [
          [left, right],
          [right, left],
        ].map(([one, other]) =>
          staff().move({
            id: one!.id,
            version: 1,
            parentId: other!.id,
            position: 0,
            idempotencyKey: key(),
          }),
        ),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { reason } = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(String(reason)).toMatch('CATEGORY_CYCLE');
      await expectTree();
    }
  });

  test('beside new, renamed and moved categories leaves a tree', async () => {
    const roots = await Promise.all(['P', 'Q', 'R', 'S'].map((name) => create(`Root ${name}`)));
    const results = await Promise.allSettled(
      roots.flatMap((root, index) => {
        const next = roots[(index + 1) % roots.length]!;
        return [
          staff().move({ id: root.id, version: 1, parentId: next.id, position: 0, idempotencyKey: key() }),
          staff().update({
            id: next.id,
            version: 1,
            changes: { slug: `renamed-${index}` },
            idempotencyKey: key(),
          }),
          create(`Child ${index}`, root.id),
        ];
      }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(8);
    await expectTree();
  });
});

test('siblings are put in order, unless somebody was faster', async () => {
  const root = await create('Ordered');
  await Promise.all(['One', 'Two', 'Three'].map((name) => create(`${name} of`, root.id)));
  const before = (await staff().list()).filter(({ parentId }) => parentId === root.id).map(({ id }) => id);
  const after = before.toReversed();
  const input = { before, after, idempotencyKey: key() };
  expect(await staff().reorder(input)).toEqual(after);
  expect(await staff().reorder(input)).toEqual(after);
  const now = (await staff().list()).filter(({ parentId }) => parentId === root.id).map(({ id }) => id);
  expect(now).toEqual(after);
  await expect(staff().reorder({ ...input, idempotencyKey: key() })).rejects.toMatchObject({
    cause: { code: 'VERSION_CONFLICT', details: { yours: before, current: after } },
  });
  await expect(
    staff().reorder({ before: after, after: [after[0]!, after[0]!, after[1]!], idempotencyKey: key() }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await auditOf(root.id)).toMatchObject([{}, { action: 'categories.reorder' }]);
});

describe('deleting', () => {
  test('is refused while something is in the way, which it names', async () => {
    const root = await create('Full');
    const child = await create('Below', root.id);
    await shop.factories.createProduct({ categoryId: child.id });
    const remove = (id: string) => staff().delete({ id, version: 1, idempotencyKey: key() });
    await expect(remove(root.id)).rejects.toMatchObject({
      cause: { code: 'CATEGORY_NOT_EMPTY', details: { categories: 1, products: 0, collections: 0 } },
    });
    await expect(remove(child.id)).rejects.toMatchObject({
      cause: { code: 'CATEGORY_NOT_EMPTY', details: { categories: 0, products: 1 } },
    });
    expect(await get(root.id)).toMatchObject({ childCount: 1, productCount: 0, totalCount: 1 });
  });

  test('takes an empty one away, once', async () => {
    const category = await create('Empty');
    await expect(staff().delete({ id: category.id, version: 7, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    const input = { id: category.id, version: 1, idempotencyKey: key() };
    expect(await staff().delete(input)).toEqual({ id: category.id });
    expect(await staff().delete(input)).toEqual({ id: category.id });
    await expect(staff().delete({ ...input, idempotencyKey: key() })).rejects.toThrow('CATEGORY_NOT_FOUND');
    expect((await auditOf(category.id)).at(-1)).toMatchObject({
      action: 'categories.delete',
      before: { name: 'Empty' },
      after: null,
    });
  });

  test('waits for a product that is just being put there', async () => {
    const category = await create('Filling');
    const product = await shop.factories.createProduct();
    const client = await shop.db.pool.connect();
    try {
      await client.query('begin');
      await client.query('insert into product_category values ($1, $2)', [product.id, category.id]);
      const deleting = Promise.allSettled([
        staff().delete({ id: category.id, version: 1, idempotencyKey: key() }),
      ]);
      await expect
        .poll(async () => {
          const { rows } = await shop.db.pool.query(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          return rows.length;
        })
        .toBe(1);
      await client.query('commit');
      expect(await deleting).toMatchObject([{ reason: { message: 'CATEGORY_NOT_EMPTY' } }]);
    } finally {
      client.release();
    }
  });
});
