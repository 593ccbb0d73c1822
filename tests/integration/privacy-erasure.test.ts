import { personalData } from '@turing/db/personal-data';
import { eraseCustomer } from '@turing/routers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { createFullCustomer, findMarks, type FullCustomer } from '../support/privacy.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';
import { openWorker, type TestWorker } from '../support/worker.ts';

const dayMs = 86_400_000;

let shop: Shop;
let mailbox: Mailbox;
let worker: TestWorker;
let variantId: string;
beforeAll(async () => {
  [shop, mailbox] = await Promise.all([openShop(), openMailbox()]);
  worker = openWorker(shop, mailbox);
  await shop.factories.createShippingMethod();
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 10_000 }] })).variants[0]!.id;
});
beforeEach(() => mailbox.reset());
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  worker.close();
  await mailbox.close();
  await shop.close();
});

function privacyOf({ visitor }: FullCustomer) {
  return shop.as({ customer: { ...visitor.customer!, signedInAt: shop.now() } }).customers.privacy;
}

/** Asks for the deletion and lets the days of grace pass. */
async function askAndWait(customer: FullCustomer): Promise<string> {
  const { id } = await privacyOf(customer).requestErasure({ idempotencyKey: key() });
  await worker.run();
  shop.advance(14 * dayMs);
  return id;
}

async function rowsOf(sql: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await shop.db.pool.query<Record<string, unknown>>(sql, values)).rows;
}

async function statusOf(id: string) {
  const [row] = await rowsOf('select status, hindrance, subject, due_at from privacy_request where id = $1', [
    id,
  ]);
  return row;
}

describe('after an erasure', () => {
  test('no text of the person is left in any column of any table', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const other = await createFullCustomer(shop, variantId);
    const { id: exportId } = await privacyOf(customer).requestExport({ idempotencyKey: key() });
    expect(await eraseCustomer(shop, exportId)).toBe('not wanted');
    const before = await findMarks(shop, customer.marks);
    expect(before.length).toBeGreaterThan(20);
    const untouched = await findMarks(shop, other.marks);
    const id = await askAndWait(customer);
    await worker.skipWaiting();
    await worker.run();
    expect(await statusOf(id)).toMatchObject({ status: 'done', subject: null });
    expect(await findMarks(shop, customer.marks)).toEqual([]);
    const left = await findMarks(shop, [customer.id]);
    const kept = new Set(
      personalData.flatMap(({ schema, name, personal }) =>
        personal?.erasure.how === 'kept' || personal?.erasure.how === 'anonymised'
          ? [`${schema}.${name}`]
          : [],
      ),
    );
    const tables = left.map((place) => (/^([^:]*): /u.exec(place)?.[1] ?? '').replaceAll('"', ''));
    expect(tables.filter((table) => !kept.has(table))).toEqual([]);
    const jobsOfOthers = (place: string) => !place.startsWith('graphile_worker.');
    expect((await findMarks(shop, other.marks)).filter(jobsOfOthers).toSorted()).toEqual(
      untouched.filter(jobsOfOthers).toSorted(),
    );
  });

  test('the books are as they were, for the guest orders of the address, too', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const amounts = `select o.id, o.number, o.status, o.subtotal_minor, o.tax_minor, o.total_minor, o.country,
        o.shipping_address ->> 'region' as region, p.captured_minor, p.refunded_minor, p.gateway_ref,
        (select jsonb_agg(to_jsonb(l) order by l.position) from order_line l where l.order_id = o.id) as lines
      from "order" o join payment p on p.order_id = o.id where o.id = any($1) order by o.number`;
    const ids = customer.orders.map(({ id }) => id);
    const before = await rowsOf(amounts, [ids]);
    await askAndWait(customer);
    await worker.skipWaiting();
    await worker.run();
    expect(await rowsOf(amounts, [ids])).toEqual(before);
    const staff = { ...(await shop.factories.createStaff()), role: 'owner' };
    const view = await shop.as({ staff }).orders.staff.get({ id: ids[0]! });
    expect(view).toMatchObject({
      email: 'erased@erased.invalid',
      shippingAddress: { name: 'Erased', country: 'US' },
    });
    for (const { token } of customer.orders)
      await expect(shop.as().orders.byToken({ token })).rejects.toThrow('ORDER_NOT_FOUND');
  });

  test('reviews are by a customer, and the last letter is the only one', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const [review] = await rowsOf('select id from review where customer_id = $1', [customer.id]);
    await askAndWait(customer);
    await worker.skipWaiting();
    await worker.run();
    expect(
      await rowsOf('select author_name, rating, title, body, reply from review where id = $1', [review?.id]),
    ).toEqual([
      {
        author_name: 'A customer',
        rating: 4,
        title: 'By …',
        body: 'Write to … or come to …',
        reply: 'Thank you, …!',
      },
    ]);
    expect(mailbox.letters.map(({ to, header }) => [to, header('subject')])).toEqual([
      [customer.email, expect.stringContaining('will be deleted')],
      [customer.email, expect.stringContaining('is deleted')],
    ]);
  });

  test('the address can have a new account, which does not get the old orders', async () => {
    const customer = await createFullCustomer(shop, variantId);
    await askAndWait(customer);
    await worker.skipWaiting();
    await worker.run();
    const again = await shop.factories.createCustomer({ email: customer.email });
    const api = shop.as({ customer: { ...again, emailVerified: true } });
    expect(await api.orders.claim()).toEqual({ claimed: 0 });
    expect((await api.orders.mine({})).items).toEqual([]);
  });
});

describe('asking for it', () => {
  test('can be called off until it is due', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const idempotencyKey = key();
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => privacyOf(customer).requestErasure({ idempotencyKey })),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await privacyOf(customer).requestErasure({ idempotencyKey: key() })).toEqual(asked[0]);
    await worker.skipWaiting();
    await worker.run();
    expect(await privacyOf(customer).get()).toMatchObject({
      erasure: { id: asked[0]?.id, status: 'waiting' },
    });
    await privacyOf(customer).cancelErasure();
    await expect(privacyOf(customer).cancelErasure()).rejects.toThrow('ERASURE_NOT_FOUND');
    shop.advance(15 * dayMs);
    await worker.queue('erase-customer', { requestId: asked[0]?.id });
    await worker.run();
    expect(await rowsOf('select email from customer where id = $1', [customer.id])).toHaveLength(1);
    expect(mailbox.letters.at(-1)?.header('subject')).toContain('stays');
  });

  test('waits for open orders, a day at a time, and says so', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const lines = [{ variantId }];
    const open = await shop.factories.createOrder({ customerId: customer.id, status: 'pending', lines });
    const id = await askAndWait(customer);
    expect(await privacyOf(customer).get()).toMatchObject({ openOrders: [open.number] });
    expect(await eraseCustomer(shop, id)).toBe('postponed');
    expect(await eraseCustomer(shop, id)).toBe('not due');
    expect(await statusOf(id)).toMatchObject({ status: 'waiting', hindrance: 'open_orders' });
    const staff = { ...(await shop.factories.createStaff()), role: 'owner' };
    const { version } = await shop.as({ staff }).orders.staff.get({ id: open.id });
    const reason = `${customer.marks[1]} asked`;
    await shop.as({ staff }).orders.staff.cancel({ id: open.id, version, reason, idempotencyKey: key() });
    shop.advance(dayMs);
    expect(await eraseCustomer(shop, id)).toBe('erased');
    await worker.run();
    expect(mailbox.letters.at(-1)?.header('subject')).toContain('is deleted');
    expect(await findMarks(shop, customer.marks)).toEqual([]);
  });

  test('by staff is at once when they say so, and the audit names nobody', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const staff = { ...(await shop.factories.createStaff()), role: 'owner' };
    const { privacy } = shop.as({ staff }).customers.staff;
    const [row] = await rowsOf('select version from customer where id = $1', [customer.id]);
    const input = { id: customer.id, version: Number(row?.version), idempotencyKey: key() };
    await privacyOf(customer).requestErasure({ idempotencyKey: key() });
    await privacy.cancelErasure(input);
    await expect(privacy.cancelErasure({ ...input, idempotencyKey: key() })).rejects.toThrow(
      'ERASURE_NOT_FOUND',
    );
    await expect(privacy.requestErasure({ ...input, version: 99, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    const write = { ...input, atOnce: true, idempotencyKey: key() };
    const asked = await privacy.requestErasure(write);
    expect(await privacy.requestErasure(write)).toEqual(asked);
    await worker.run();
    expect(mailbox.letters.at(-1)?.header('subject')).toContain('is deleted');
    expect(await statusOf(asked.id)).toMatchObject({ status: 'done' });
    expect(await rowsOf('select action from audit_entry where entity_id = $1', [customer.id])).toHaveLength(
      2,
    );
    expect(await findMarks(shop, customer.marks)).toEqual([]);
    await expect(privacy.get({ id: customer.id })).rejects.toThrow('CUSTOMER_NOT_FOUND');
  });
});

describe('a deletion under way', () => {
  test('ends what a run that broke off began, wherever that was', async () => {
    const customer = await createFullCustomer(shop, variantId);
    await privacyOf(customer).requestExport({ idempotencyKey: key() });
    await worker.run();
    const id = await askAndWait(customer);
    for (let call = 1; ; call += 1) {
      const broken = breakAt(shop, call);
      const outcome = await eraseCustomer(broken, id).catch(() => 'broken');
      if (outcome === 'erased') break;
      expect(outcome).toBe('broken');
      expect(call).toBeLessThan(40);
      if (call > 1) await expect(privacyOf(customer).cancelErasure()).rejects.toThrow('ERASURE_UNDER_WAY');
    }
    await worker.run();
    expect(await statusOf(id)).toMatchObject({ status: 'done', subject: null });
    expect(await findMarks(shop, customer.marks)).toEqual([]);
    expect(await eraseCustomer(shop, id)).toBe('not wanted');
  });

  test('is done once by five workers at the same moment', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const id = await askAndWait(customer);
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => eraseCustomer(shop, id).catch(String)),
    );
    expect(outcomes.filter((outcome) => outcome === 'erased').length).toBe(1);
    await worker.run();
    expect(mailbox.letters.filter(({ to }) => to === customer.email)).toHaveLength(2);
    expect(await findMarks(shop, customer.marks)).toEqual([]);
  });

  test('leaves no order behind that was placed at the same moment by who was still signed in', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const id = await askAndWait(customer);
    const buy = async () => {
      const placed = await order(shop, { variantId, email: 'someone@else.example' });
      await shop.db.pool.query('update "order" set customer_id = $1 where token = $2', [
        customer.id,
        placed.orderToken,
      ]);
      return placed;
    };
    const [outcome, ...orders] = await Promise.allSettled([eraseCustomer(shop, id), buy(), buy(), buy()]);
    const [left] = await rowsOf('select count(*)::int as count from "order" where customer_id = $1', [
      customer.id,
    ]);
    if (outcome.status === 'fulfilled' && outcome.value === 'erased') expect(left).toEqual({ count: 0 });
    else expect(await statusOf(id)).toMatchObject({ hindrance: 'open_orders' });
    for (const placed of orders)
      if (placed.status === 'rejected')
        expect(String(placed.reason)).toMatch(/customer_id_fkey|UNAUTHENTICATED/u);
  });

  test('refuses what a session writes that outlived the account', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const id = await askAndWait(customer);
    expect(await eraseCustomer(shop, id)).toBe('erased');
    const late = shop.as(customer.visitor);
    await expect(late.orders.wishlist.add({ variantId })).rejects.toThrow(
      /UNAUTHENTICATED|CUSTOMER_NOT_FOUND/u,
    );
    await expect(late.customers.privacy.get()).rejects.toThrow('CUSTOMER_NOT_FOUND');
    const [row] = await rowsOf('select count(*)::int as count from wishlist_item where customer_id = $1', [
      customer.id,
    ]);
    expect(row).toEqual({ count: 0 });
  });
});

/** The shop, whose n-th transaction is not there any more. */
function breakAt({ db, storage, now }: Shop, nth: number) {
  let count = 0;
  const transaction: Shop['db']['transaction'] = async (work) => {
    count += 1;
    if (count === nth) throw new Error('the process ended');
    return db.transaction(work);
  };
  return { db: { ...db, transaction }, storage, now };
}
