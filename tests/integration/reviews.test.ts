import { insertRow } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };

beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  expect((await moderation().verify()).wrong).toEqual([]);
  await shop.close();
});

const moderation = () => shop.as({ staff: owner }).products.staff.reviews;
const praise = { rating: 5, title: 'Holds', body: 'Every day since.' };

async function shopper(input: { name?: string; emailVerified?: boolean } = {}) {
  const customer = await shop.factories.createCustomer({ name: input.name ?? 'Ada Lovelace' });
  const actor = { ...customer, emailVerified: input.emailVerified ?? true };
  return { actor, review: shop.as({ customer: actor }).products.review };
}

async function written(productId: string, rating = 5) {
  const { review } = await shopper();
  return review.write({ productId, ...praise, rating });
}

async function versionOf(id: string): Promise<number> {
  const { rows } = await shop.db.pool.query<{ version: number }>('select version from review where id = $1', [
    id,
  ]);
  return rows[0]!.version;
}

async function judge(id: string, verdict: 'approve' | 'reject') {
  return moderation()[verdict]({ id, version: await versionOf(id), idempotencyKey: key() });
}

async function ratingOf(slug: string) {
  const { ratingAverage, ratingCount } = await shop.as().products.get({ slug });
  return { ratingAverage, ratingCount };
}

describe('a customer', () => {
  test('writes one review, signed with an initial, that waits for staff', async () => {
    const product = await shop.factories.createProduct();
    const { review } = await shopper({ name: 'Grace Hopper' });
    expect(await review.mine({ productId: product.id })).toBeNull();
    const mine = await review.write({ productId: product.id, ...praise });
    expect(mine).toMatchObject({ ...praise, authorName: 'Grace H.', verified: false, status: 'pending' });
    expect(await review.mine({ productId: product.id })).toEqual(mine);
    expect((await shop.as().products.reviews({ productId: product.id })).items).toEqual([]);
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: null, ratingCount: 0 });
  });

  test('ten at once are one review', async () => {
    const product = await shop.factories.createProduct();
    const { review, actor } = await shopper();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        review.write({ productId: product.id, ...praise, rating: 1 + (index % 5) }),
      ),
    );
    const { rows } = await shop.db.pool.query('select id from review where customer_id = $1', [actor.id]);
    expect(rows).toHaveLength(1);
  });

  test('is verified by an order of theirs that was paid and not cancelled, and by nothing they say', async () => {
    const product = await shop.factories.createProduct();
    const lines = [{ variantId: product.variant.id }];
    const buyer = await shopper();
    await shop.factories.createOrder({ customerId: buyer.actor.id, status: 'pending', lines });
    expect(await buyer.review.write({ productId: product.id, ...praise })).toMatchObject({ verified: false });
    await shop.factories.createOrder({ customerId: buyer.actor.id, lines });
    const claims = { productId: product.id, ...praise, title: 'Changed', verified: false };
    expect(await buyer.review.write(claims)).toMatchObject({ verified: true });
    const guest = await shopper();
    await shop.factories.createOrder({ email: guest.actor.email, lines });
    expect(await guest.review.write({ productId: product.id, ...praise })).toMatchObject({ verified: true });
    const stranger = await shopper({ emailVerified: false });
    await shop.factories.createOrder({ email: stranger.actor.email, lines });
    expect(await stranger.review.write({ productId: product.id, ...praise })).toMatchObject({
      verified: false,
    });
  });

  test('who changes it sends it back to staff and out of the rating; the same again changes nothing', async () => {
    const product = await shop.factories.createProduct();
    const { review } = await shopper();
    const mine = await review.write({ productId: product.id, ...praise });
    await judge(mine.id, 'approve');
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: 5, ratingCount: 1 });
    expect(await review.write({ productId: product.id, ...praise })).toMatchObject({ status: 'approved' });
    expect(await review.write({ productId: product.id, ...praise, rating: 2 })).toMatchObject({
      id: mine.id,
      status: 'pending',
    });
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: null, ratingCount: 0 });
    await judge(mine.id, 'approve');
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: 2, ratingCount: 1 });
    await review.remove({ productId: product.id });
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: null, ratingCount: 0 });
    await expect(review.remove({ productId: product.id })).rejects.toThrow('REVIEW_NOT_FOUND');
  });

  test('touches only their own, of products that are shown', async () => {
    const product = await shop.factories.createProduct();
    await written(product.id);
    const other = await shopper();
    expect(await other.review.mine({ productId: product.id })).toBeNull();
    await expect(other.review.remove({ productId: product.id })).rejects.toThrow('REVIEW_NOT_FOUND');
    const draft = await shop.factories.createProduct({ status: 'draft' });
    await expect(other.review.write({ productId: draft.id, ...praise })).rejects.toThrow('PRODUCT_NOT_FOUND');
    await expect(shop.as().products.review.write({ productId: product.id, ...praise })).rejects.toThrow(
      'UNAUTHENTICATED',
    );
  });
});

describe('moderation', () => {
  test('approves and rejects, once per key and by version, and says who', async () => {
    const product = await shop.factories.createProduct();
    const { id } = await written(product.id, 4);
    const input = { id, version: 1, idempotencyKey: key() };
    const approved = await moderation().approve(input);
    expect(approved).toEqual([{ id, status: 'approved', version: 2 }]);
    expect(await moderation().approve(input)).toEqual(approved);
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: 4, ratingCount: 1 });
    await expect(moderation().reject({ ...input, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { id, yours: 1, current: 2 } },
    });
    await moderation().reject({ ...input, version: 2, idempotencyKey: key() });
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: null, ratingCount: 0 });
    const { items } = await moderation().list({ productId: product.id });
    expect(items).toMatchObject([{ id, status: 'rejected', moderatorName: owner.name, version: 3 }]);
    const { rows } = await shop.db.pool.query<{ action: string }>(
      'select action from audit_entry where entity_id = $1 order by id',
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['reviews.approve', 'reviews.reject']);
    const unknown = { ...input, id: '00000000-0000-7000-8000-000000000009', idempotencyKey: key() };
    await expect(moderation().approve(unknown)).rejects.toThrow('REVIEW_NOT_FOUND');
  });

  test('answers in public and takes the answer away', async () => {
    const product = await shop.factories.createProduct();
    const { id } = await written(product.id);
    await judge(id, 'approve');
    const reply = { id, version: 2, reply: 'Thank you!', idempotencyKey: key() };
    const replied = await moderation().reply(reply);
    expect(replied).toEqual({ id, version: 3, reply: 'Thank you!' });
    expect(await moderation().reply(reply)).toEqual(replied);
    const shown = await shop.as().products.reviews({ productId: product.id });
    expect(shown.items[0]).toMatchObject({ reply: 'Thank you!', repliedAt: expect.any(Date) as Date });
    await expect(moderation().reply({ ...reply, idempotencyKey: key() })).rejects.toThrow('VERSION_CONFLICT');
    await moderation().reply({ id, version: 3, reply: null, idempotencyKey: key() });
    const after = await shop.as().products.reviews({ productId: product.id });
    expect(after.items[0]).toMatchObject({ reply: null, repliedAt: null });
  });

  test('of many is all or nothing', async () => {
    const product = await shop.factories.createProduct();
    const made = await Promise.all([1, 3, 5].map((rating) => written(product.id, rating)));
    const reviews = made.map(({ id }) => ({ id, version: 1 }));
    const wrong = [...reviews.slice(1), { id: made[0]!.id, version: 7 }];
    await expect(moderation().approveMany({ reviews: wrong, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { id: made[0]!.id, yours: 7, current: 1 } },
    });
    const twice = { reviews: [reviews[0]!, reviews[0]!], idempotencyKey: key() };
    await expect(moderation().approveMany(twice)).rejects.toThrow('INPUT_INVALID');
    expect(await ratingOf(product.slug)).toMatchObject({ ratingCount: 0 });
    expect(await moderation().approveMany({ reviews, idempotencyKey: key() })).toHaveLength(3);
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: 3, ratingCount: 3 });
    await moderation().rejectMany({
      reviews: reviews.slice(0, 1).map(({ id }) => ({ id, version: 2 })),
      idempotencyKey: key(),
    });
    expect(await ratingOf(product.slug)).toEqual({ ratingAverage: 4, ratingCount: 2 });
  });

  test('by many at once, in any order and with customers at it, keeps every rating exact', async () => {
    const products = await Promise.all([1, 2, 3].map(() => shop.factories.createProduct()));
    const authors = await Promise.all(Array.from({ length: 8 }, () => shopper()));
    const pairs = authors.flatMap(({ review }) => products.map(({ id }) => ({ review, productId: id })));
    const made = await Promise.all(
      pairs.map(({ review, productId }) => review.write({ productId, ...praise })),
    );
    const all = made.map(({ id }) => ({ id, version: 1 }));
    const results = await Promise.allSettled([
      ...[all, all.toReversed(), all.slice(6), all.slice(0, 12)].map((reviews, index) =>
        moderation()[index % 2 === 0 ? 'approveMany' : 'rejectMany']({ reviews, idempotencyKey: key() }),
      ),
      ...all.map((review) => moderation().approve({ ...review, idempotencyKey: key() })),
      ...pairs.map(({ review, productId }) => review.write({ productId, ...praise, rating: 3 })),
      ...pairs.slice(0, 5).map(({ review, productId }) => review.remove({ productId })),
    ]);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(String(result.reason)).toMatch(/VERSION_CONFLICT|REVIEW_NOT_FOUND/u);
      }
    }
    expect((await moderation().verify()).wrong).toEqual([]);
  });

  test('lists by status, stars, purchase and words, as they wait or newest first, page by page', async () => {
    const product = await shop.factories.createProduct({ name: 'Quill Bench' });
    const made = [];
    for (const rating of [1, 2, 3]) made.push(await written(product.id, rating));
    const ids = async (input: Parameters<ReturnType<typeof moderation>['list']>[0]) =>
      (await moderation().list({ productId: product.id, ...input })).items.map(({ id }) => id);
    const oldest = made.map(({ id }) => id);
    expect(await ids({})).toEqual(oldest);
    expect(await ids({ sort: 'newest' })).toEqual(oldest.toReversed());
    expect(await ids({ rating: 2, status: 'pending' })).toEqual([oldest[1]]);
    expect(await ids({ verified: true })).toEqual([]);
    expect(await ids({ query: 'quill' })).toEqual(oldest);
    expect(await ids({ query: '100%' })).toEqual([]);
    const first = await moderation().list({ productId: product.id, limit: 2 });
    expect(await ids({ limit: 2, cursor: first.nextCursor ?? '' })).toEqual([oldest[2]]);
    expect((await moderation().counts()).pending).toBeGreaterThanOrEqual(3);
    await expect(moderation().list({ cursor: 'x' })).rejects.toThrow('CURSOR_INVALID');
    const fulfilment = { ...(await shop.factories.createStaff({ role: 'fulfilment' })), role: 'fulfilment' };
    await expect(shop.as({ staff: fulfilment }).products.staff.reviews.list({})).rejects.toThrow('FORBIDDEN');
  });
});

describe('the public list', () => {
  test('sorts four ways, filters by stars and counts each star whatever the filter', async () => {
    const product = await shop.factories.createProduct();
    const rows: [rating: number, verified: boolean, day: number][] = [
      [5, false, 1],
      [3, true, 2],
      [5, true, 3],
      [1, false, 4],
    ];
    for (const [rating, verified, day] of rows) {
      await insertRow(shop.db.pool, 'review', {
        product_id: product.id,
        author_name: 'Ada L.',
        rating,
        title: `Day ${day}`,
        body: 'So it is.',
        verified,
        status: 'approved',
        created_at: `2026-03-0${day}T08:00:00Z`,
      });
    }
    const list = (input: object) => shop.as().products.reviews({ productId: product.id, ...input });
    const days = async (input: object) => (await list(input)).items.map(({ title }) => Number(title.at(-1)));
    expect(await days({})).toEqual([4, 3, 2, 1]);
    expect(await days({ sort: 'highest' })).toEqual([3, 1, 2, 4]);
    expect(await days({ sort: 'lowest' })).toEqual([4, 2, 3, 1]);
    expect(await days({ sort: 'verified' })).toEqual([3, 2, 4, 1]);
    expect(await days({ rating: 5 })).toEqual([3, 1]);
    const totals = [2, 0, 1, 0, 1].map((count, index) => ({ rating: 5 - index, count }));
    expect((await list({ rating: 4 })).totals).toEqual(totals);
    for (const sort of ['newest', 'highest', 'lowest', 'verified']) {
      const first = await list({ sort, limit: 2 });
      const cursor = first.nextCursor ?? '';
      expect(first.totals).toEqual(totals);
      expect([...(await days({ sort, limit: 2 })), ...(await days({ sort, limit: 2, cursor }))]).toEqual(
        await days({ sort }),
      );
    }
  });
});
