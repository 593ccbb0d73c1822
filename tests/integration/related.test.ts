import { appendEvent } from '@turing/db';
import type { ProductFixture } from '@turing/db/testing';
import { refreshPairs } from '@turing/routers';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { key, openShop, type Shop } from '../support/shop.ts';
import { openWorker, type TestWorker } from '../support/worker.ts';

let shop: Shop;
let mailbox: Mailbox;
let worker: TestWorker;
let owner: { id: string; email: string; name: string; role: string };
let products: ProductFixture[];

beforeAll(async () => {
  mailbox = await openMailbox();
  shop = await openShop({ maxConnections: 4 });
  worker = openWorker(shop, mailbox);
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
beforeEach(async () => {
  const { id: categoryId } = await shop.factories.createCategory();
  products = [];
  for (let index = 0; index < 5; index += 1)
    products.push(await shop.factories.createProduct({ categoryId }));
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  worker.close();
  await shop.close();
  await mailbox.close();
});

const related = () => shop.as({ staff: owner }).products.staff.related;
const slugs = (cards: readonly { slug: string }[]) => cards.map(({ slug }) => slug);
const at = (index: number) => products[index]!;

async function confirmed(...indexes: number[]) {
  const { id } = await shop.factories.createOrder({
    lines: indexes.map((index) => ({ variantId: at(index).variant.id })),
  });
  await shop.db.transaction((tx) => appendEvent(tx, { type: 'order.confirmed', entityId: id, payload: {} }));
  return id;
}

async function pairs(): Promise<Record<string, number>> {
  const { rows } = await shop.db.pool.query<{ pair: string; orders: number }>(
    `select a.slug || ' ' || b.slug as pair, orders from product_pair
     join product a on a.id = product_id join product b on b.id = other_id where a.id = any ($1) or b.id = any ($1)`,
    [products.map(({ id }) => id)],
  );
  return Object.fromEntries(rows.map(({ pair, orders }) => [pair, orders]));
}

const pairOf = (a: number, b: number) => `${at(a).slug} ${at(b).slug}`;

describe('picked by hand', () => {
  const set = async (relatedIds: string[], version = 1) =>
    related().set({ productId: at(0).id, version, relatedIds, idempotencyKey: key() });

  test('come first and in order, then what was shown before', async () => {
    await set([at(3).id, at(1).id]);
    const shown = slugs(await shop.as().products.related({ slug: at(0).slug }));
    expect(shown.slice(0, 2)).toEqual([at(3).slug, at(1).slug]);
    expect(shown.slice(2).toSorted()).toEqual([at(2).slug, at(4).slug].toSorted());
    await set([at(2).id], 2);
    expect(slugs(await shop.as().products.related({ slug: at(0).slug }))[0]).toBe(at(2).slug);
    expect((await related().get({ productId: at(0).id })).picked).toMatchObject([{ id: at(2).id }]);
  });

  test('are left out while the shop does not show them', async () => {
    const draft = await shop.factories.createProduct({ status: 'draft' });
    await set([draft.id]);
    expect(slugs(await shop.as().products.related({ slug: at(0).slug }))).not.toContain(draft.slug);
    expect((await related().get({ productId: at(0).id })).picked).toMatchObject([{ status: 'draft' }]);
  });

  test('are set once per key, by version, with one audit row', async () => {
    const input = { productId: at(0).id, version: 1, relatedIds: [at(1).id], idempotencyKey: key() };
    const done = await related().set(input);
    expect(done).toEqual({ productId: at(0).id, version: 2 });
    expect(await related().set(input)).toEqual(done);
    await expect(set([], 1)).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 1, current: 2 } },
    });
    const results = await Promise.allSettled([set([at(2).id], 2), set([at(3).id], 2)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await shop.db.pool.query(
      `select before, after from audit_entry where entity_id = $1 and action = 'products.setRelated' order by id`,
      [at(0).id],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ before: { relatedIds: [] }, after: { relatedIds: [at(1).id] } });
  });

  test('are other products that are there, each once', async () => {
    await expect(set([at(0).id])).rejects.toThrow('INPUT_INVALID');
    await expect(set([at(1).id, at(1).id])).rejects.toThrow('INPUT_INVALID');
    const unknown = '00000000-0000-7000-8000-000000000009';
    await expect(set([unknown])).rejects.toThrow('PRODUCT_NOT_FOUND');
    const input = { productId: unknown, version: 1, relatedIds: [], idempotencyKey: key() };
    await expect(related().set(input)).rejects.toThrow('PRODUCT_NOT_FOUND');
    await expect(related().get({ productId: unknown })).rejects.toThrow('PRODUCT_NOT_FOUND');
  });
});

describe('bought together', () => {
  test('is counted once for each confirmed order, however often its event comes', async () => {
    await confirmed(0, 1, 2);
    await confirmed(0, 1);
    await confirmed(3);
    await worker.run();
    const counted = await pairs();
    expect(counted).toEqual({
      [pairOf(0, 1)]: 2,
      [pairOf(1, 0)]: 2,
      [pairOf(0, 2)]: 1,
      [pairOf(2, 0)]: 1,
      [pairOf(1, 2)]: 1,
      [pairOf(2, 1)]: 1,
    });
    const { rows } = await shop.db.pool.query<{ id: string }>('select id from outbox_event');
    await Promise.all(rows.map(({ id }) => worker.queue('deliver-event', { eventId: id })));
    await worker.run();
    expect(await pairs()).toEqual(counted);
    expect(slugs(await shop.as().products.boughtTogether({ slug: at(0).slug }))).toEqual([
      at(1).slug,
      at(2).slug,
    ]);
    expect((await related().get({ productId: at(0).id })).boughtTogether).toMatchObject([
      { id: at(1).id, orders: 2 },
      { id: at(2).id, orders: 1 },
    ]);
    expect(await shop.as().products.boughtTogether({ slug: 'nowhere' })).toEqual([]);
  });

  test('a recount while orders are counted counts each once', async () => {
    for (let index = 0; index < 12; index += 1) await confirmed(index % 3, 3, 4);
    await Promise.all([worker.run(), refreshPairs(shop), worker.run(), refreshPairs(shop)]);
    await worker.run();
    const counted = await pairs();
    expect(counted[pairOf(3, 4)]).toBe(12);
    expect(counted[pairOf(0, 3)]).toBe(4);
    expect(await refreshPairs(shop)).toBe(0);
  });

  test('a recount corrects what is wrong, and runs as a job', async () => {
    await confirmed(0, 1);
    await worker.run();
    await shop.db.pool.query('update product_pair set orders = 99 where product_id = $1', [at(0).id]);
    await shop.db.pool.query('insert into product_pair (product_id, other_id, orders) values ($1, $2, 3)', [
      at(2).id,
      at(4).id,
    ]);
    await worker.queue('refresh-pairs', {});
    await worker.run();
    expect(await pairs()).toEqual({ [pairOf(0, 1)]: 1, [pairOf(1, 0)]: 1 });
  });
});

test('reading what is related takes one statement, and so does what was bought together', async () => {
  const run = vi.spyOn(shop.db, 'run');
  const query = vi.spyOn(shop.db.pool, 'query');
  try {
    await shop.as().products.related({ slug: at(0).slug });
    await shop.as().products.boughtTogether({ slug: at(0).slug });
    expect(run).toHaveBeenCalledTimes(2);
    expect(query).not.toHaveBeenCalled();
  } finally {
    run.mockRestore();
    query.mockRestore();
  }
});
