import { insertRow } from '@turing/db/testing';
import { applyRetention } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFullCustomer, findMarks } from '../support/privacy.ts';
import { openShop, type Shop } from '../support/shop.ts';

const dayMs = 86_400_000;

let shop: Shop;
let variantId: string;
beforeAll(async () => {
  shop = await openShop();
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 1000 }] })).variants[0]!.id;
});
afterAll(() => shop.close());

async function countOf(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await shop.db.pool.query<{ count: number }>(
    `select count(*)::int as count from ${sql}`,
    values,
  );
  return rows[0]?.count ?? -1;
}

test('each period of the register is kept to the day, and what is younger stays', async () => {
  const customer = await createFullCustomer(shop, variantId);
  const guest = await shop.factories.createCart({ lines: [{ variantId }] });
  const unconfirmed = await shop.factories.createCustomer({ emailVerified: false });
  const { id: staffId } = await shop.factories.createStaff();
  await insertRow(shop.db.pool, 'staff_security_event', { staff_id: staffId, event: 'sign_in' });
  await shop.db.pool.query(
    `insert into idempotency_record (scope, key, operation, request_hash, response)
     select 'cart:x', 'k' || n, 'x', 'x', '{}' from generate_series(1, 2500) n`,
  );
  await shop.db.pool.query(
    `select graphile_worker.add_job('send-account-letter', '{"to":"dead@example.com"}'::json, max_attempts => 1)`,
  );
  await shop.db.pool.query(
    `update graphile_worker._private_jobs set attempts = 1, last_error = 'dead@example.com refused' where max_attempts = 1`,
  );
  const places: Readonly<Record<string, readonly [days: number, count: () => Promise<number>]>> = {
    idempotency: [30, () => countOf(`idempotency_record where scope = 'cart:x'`)],
    unconfirmed: [60, () => countOf('customer where id = $1', [unconfirmed.id])],
    guestCart: [90, () => countOf('cart where token = $1', [guest.token])],
    gatewayBodies: [90, () => countOf(`gateway_event where payload <> '{}'`)],
    signIns: [400, () => countOf('staff_security_event')],
  };
  const counts = async (days: number) => {
    const due = Object.entries(places).filter(([, [after]]) => after === days);
    return Object.fromEntries(
      await Promise.all(due.map(async ([name, [, count]]) => [name, (await count()) > 0] as const)),
    );
  };
  let passed = 0;
  for (const days of new Set(Object.values(places).map(([after]) => after))) {
    shop.advance((days - 1 - passed) * dayMs);
    await applyRetention(shop);
    expect(Object.values(await counts(days))).not.toContain(false);
    shop.advance(1.1 * dayMs);
    passed = days + 0.1;
    await applyRetention(shop);
    expect(Object.values(await counts(days))).not.toContain(true);
  }
  expect(await countOf('graphile_worker._private_jobs where attempts >= max_attempts')).toBe(0);
  expect(await countOf('customer where id = $1', [customer.id])).toBe(1);
  expect(await countOf('cart where customer_id = $1', [customer.id])).toBe(1);
  expect(await countOf('"order" where erased_at is not null')).toBe(0);
});

test('old orders lose their buyer: unpaid ones after 400 days, the others after ten years', async () => {
  const email = 'old.buyer@example.com';
  const lines = [{ variantId }];
  const paid = await shop.factories.createOrder({ email, lines });
  const unpaid = await shop.factories.createOrder({ email, lines, status: 'pending' });
  await shop.db.pool.query(`update "order" set status = 'expired' where id = $1`, [unpaid.id]);
  await shop.db.pool.query(`update "order" set status = 'shipped' where id = $1`, [paid.id]);
  const isErased = (id: string) => countOf('"order" where id = $1 and erased_at is not null', [id]);
  shop.advance(401 * dayMs);
  await applyRetention(shop);
  expect([await isErased(unpaid.id), await isErased(paid.id)]).toEqual([1, 0]);
  shop.advance(3300 * dayMs);
  await applyRetention(shop);
  expect([await isErased(unpaid.id), await isErased(paid.id)]).toEqual([1, 1]);
  expect(await findMarks(shop, [email])).toEqual([]);
});

test('a request whose job was lost is taken up again', async () => {
  const customer = await createFullCustomer(shop, variantId);
  const request = await insertRow(shop.db.pool, 'privacy_request', {
    customer_id: customer.id,
    kind: 'erasure',
    open_key: `erasure:${customer.id}`,
    due_at: shop.now().toISOString(),
  });
  await applyRetention(shop);
  expect(
    await countOf(`graphile_worker._private_jobs where payload ->> 'requestId' = $1`, [request.id]),
  ).toBe(1);
});
