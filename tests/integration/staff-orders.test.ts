import { canTransition, orderStates } from '@turing/domain';
import { settleCancelledOrder } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let analyst: typeof owner;
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  analyst = { ...(await shop.factories.createStaff({ role: 'analyst' })), role: 'analyst' };
});
afterAll(async () => {
  const { rows } = await shop.db.pool.query<{ id: string }>(
    `select entity_id as id from outbox_event where type = 'order.cancelled'`,
  );
  for (const { id } of rows) await shop.db.transaction((tx) => settleCancelledOrder(tx, id));
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

async function placed(
  input: { status?: 'pending' | 'confirmed'; quantities?: number[]; email?: string } = {},
) {
  const variants = await Promise.all(
    (input.quantities ?? [2]).map(async (quantity) => {
      const product = await shop.factories.createProduct({ variants: [{ stock: 10 }] });
      return { variantId: product.variants[0]!.id, quantity };
    }),
  );
  return shop.factories.createOrder({
    status: input.status ?? 'confirmed',
    lines: variants,
    ...(input.email === undefined ? {} : { email: input.email }),
  });
}

const staff = (actor = owner) => shop.as({ staff: actor }).orders.staff;

async function shipAll(id: string) {
  const view = await staff().get({ id });
  return staff().ship({
    id,
    version: view.version,
    carrier: 'UPS',
    trackingNumber: '1Z999',
    lines: view.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity })),
    idempotencyKey: key(),
  });
}

describe('shipping', () => {
  test('the whole order ships it, takes the stock away and says who did it', async () => {
    const order = await placed();
    const shipped = await shipAll(order.id);
    expect(shipped).toMatchObject({
      status: 'shipped',
      fulfilmentStatus: 'fulfilled',
      shipments: [{ carrier: 'UPS', trackingNumber: '1Z999', lines: [{ quantity: 2 }] }],
    });
    expect(shipped.timeline.at(-1)).toMatchObject({
      kind: 'shipped',
      fromStatus: 'confirmed',
      toStatus: 'shipped',
      actorName: owner.name,
    });
    const { rows } = await shop.db.pool.query(
      'select action, staff_id, before, after from audit_entry where entity_id = $1',
      [order.id],
    );
    expect(rows).toMatchObject([
      { action: 'orders.ship', staff_id: owner.id, before: { status: 'confirmed' } },
    ]);
    expect(await shop.as().orders.byToken({ token: order.token })).toMatchObject({
      status: 'shipped',
      shipments: [{ carrier: 'UPS' }],
    });
  });

  test('a part leaves the rest to ship', async () => {
    const order = await placed({ quantities: [3, 1] });
    const view = await staff().get({ id: order.id });
    const [first] = view.lines;
    const parcel = {
      id: order.id,
      version: view.version,
      carrier: 'DHL',
      trackingNumber: null,
      idempotencyKey: key(),
      lines: [{ orderLineId: first!.id, quantity: 2 }],
    };
    const partly = await staff().ship(parcel);
    expect(partly).toMatchObject({
      status: 'confirmed',
      fulfilmentStatus: 'partially_fulfilled',
      version: view.version + 1,
    });
    expect(await staff().ship(parcel)).toEqual(partly);
    await expect(
      staff().ship({ ...parcel, version: partly.version, idempotencyKey: key() }),
    ).rejects.toMatchObject({ cause: { code: 'ORDER_NOT_SHIPPABLE', details: { left: 1 } } });
    const rest = partly.lines.map((line) => ({
      orderLineId: line.id,
      quantity: line.quantity - line.fulfilledQuantity,
    }));
    const whole = await staff().ship({
      ...parcel,
      version: partly.version,
      lines: rest,
      idempotencyKey: key(),
    });
    expect(whole).toMatchObject({ status: 'shipped', fulfilmentStatus: 'fulfilled' });
  });

  test('by two people at once happens once', async () => {
    const order = await placed();
    const results = await Promise.allSettled([shipAll(order.id), shipAll(order.id)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.find((result) => result.status === 'rejected');
    expect(String(refused?.reason)).toMatch(/VERSION_CONFLICT|ORDER_NOT_SHIPPABLE/u);
  });

  test('of an unpaid order, of a line of another order and of a line twice is refused', async () => {
    const unpaid = await placed({ status: 'pending' });
    await expect(shipAll(unpaid.id)).rejects.toThrow('ORDER_NOT_SHIPPABLE');
    const [mine, other] = await Promise.all([placed(), placed()]);
    const { version } = await staff().get({ id: mine.id });
    const parcel = { id: mine.id, version, carrier: 'UPS', trackingNumber: null, idempotencyKey: key() };
    await expect(
      staff().ship({ ...parcel, lines: [{ orderLineId: other.lineIds[0]!, quantity: 1 }] }),
    ).rejects.toThrow('ORDER_NOT_SHIPPABLE');
    const twice = { orderLineId: mine.lineIds[0]!, quantity: 1 };
    await expect(staff().ship({ ...parcel, idempotencyKey: key(), lines: [twice, twice] })).rejects.toThrow(
      'ORDER_NOT_SHIPPABLE',
    );
  });

  test('is followed by delivery and by nothing else', async () => {
    const order = await placed();
    const { version } = await shipAll(order.id);
    const delivered = await staff().markDelivered({ id: order.id, version, idempotencyKey: key() });
    expect(delivered.status).toBe('delivered');
    await expect(
      staff().cancel({ id: order.id, version: delivered.version, reason: 'late', idempotencyKey: key() }),
    ).rejects.toThrow('ORDER_TRANSITION_REFUSED');
  });
});

describe('cancelling', () => {
  test('gives the stock back and tells the rest of the shop', async () => {
    const order = await placed();
    const { version } = await staff().get({ id: order.id });
    const input = { id: order.id, version, reason: 'Customer asked', idempotencyKey: key() };
    const cancelled = await staff().cancel(input);
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelReason: 'Customer asked' });
    expect(await staff().cancel(input)).toEqual(cancelled);
    const { rows } = await shop.db.pool.query('select type from outbox_event where entity_id = $1', [
      order.id,
    ]);
    expect(rows).toEqual([{ type: 'order.cancelled' }]);
  });

  test('a partly shipped order is refused', async () => {
    const order = await placed({ quantities: [2] });
    const { version, lines } = await staff().get({ id: order.id });
    const partly = await staff().ship({
      id: order.id,
      version,
      carrier: 'UPS',
      trackingNumber: null,
      idempotencyKey: key(),
      lines: [{ orderLineId: lines[0]!.id, quantity: 1 }],
    });
    await expect(
      staff().cancel({ id: order.id, version: partly.version, reason: 'x', idempotencyKey: key() }),
    ).rejects.toThrow('ORDER_TRANSITION_REFUSED');
  });

  test('while another ships: one of the two wins', async () => {
    const order = await placed();
    const { version } = await staff().get({ id: order.id });
    const results = await Promise.allSettled([
      shipAll(order.id),
      staff().cancel({ id: order.id, version, reason: 'race', idempotencyKey: key() }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(['shipped', 'cancelled']).toContain((await staff().get({ id: order.id })).status);
  });
});

describe('what staff may not do', () => {
  test('strangers and customers are refused, and so are roles without the permission', async () => {
    const order = await placed();
    const { version } = await staff().get({ id: order.id });
    const write = { id: order.id, version, reason: 'no', idempotencyKey: key() };
    await expect(shop.as().orders.staff.get({ id: order.id })).rejects.toThrow('UNAUTHENTICATED');
    const customer = { ...(await shop.factories.createCustomer()), emailVerified: true };
    await expect(shop.as({ customer }).orders.staff.list({})).rejects.toThrow('UNAUTHENTICATED');
    await expect(staff(analyst).cancel(write)).rejects.toThrow('FORBIDDEN');
    expect((await staff(analyst).get({ id: order.id })).status).toBe('confirmed');
  });

  test('an order that is not there is not found, and an old version is a conflict that names both', async () => {
    await expect(staff().get({ id: '00000000-0000-7000-8000-000000000000' })).rejects.toThrow(
      'ORDER_NOT_FOUND',
    );
    const order = await placed();
    await expect(
      staff().cancel({ id: order.id, version: 0, reason: 'old', idempotencyKey: key() }),
    ).rejects.toMatchObject({ cause: { code: 'VERSION_CONFLICT', details: { yours: 0, current: 1 } } });
  });
});

describe('the list', () => {
  test('finds by number, e-mail and status, and pages without gaps or doubles', async () => {
    const mine = await Promise.all(
      Array.from({ length: 5 }, () => placed({ email: 'needle_one@example.com' })),
    );
    const byMail = await staff().list({ query: 'needle_one@' });
    expect(byMail.items.map(({ id }) => id).toSorted()).toEqual(mine.map(({ id }) => id).toSorted());
    expect((await staff().list({ query: 'needle%one' })).items).toEqual([]);
    expect((await staff().list({ query: `#${mine[0]!.number}` })).items).toMatchObject([
      { id: mine[0]!.id, itemCount: 2 },
    ]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff().list({
        status: 'confirmed',
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      expect(page.items.every(({ status }) => status === 'confirmed')).toBe(true);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(mine.every(({ id }) => seen.includes(id))).toBe(true);
    await expect(staff().list({ cursor: 'nonsense' })).rejects.toThrow('CURSOR_INVALID');
  });

  test('the summary counts what needs doing and sums thirty days', async () => {
    const before = await staff().summary();
    const order = await placed();
    const after = await staff().summary();
    expect(after.toShip).toBe(before.toShip + 1);
    expect(after.days).toHaveLength(30);
    expect(after.days.at(-1)!.revenueMinor - before.days.at(-1)!.revenueMinor).toBe(order.totalMinor);
  });
});

test('the database itself refuses an edge that is not drawn, and changes to its books', async () => {
  const order = await placed({ status: 'pending' });
  await expect(
    shop.db.pool.query(`update "order" set status = 'delivered' where id = $1`, [order.id]),
  ).rejects.toThrow('cannot go from pending to delivered');
  await expect(
    shop.db.pool.query('delete from order_timeline where order_id = $1', [order.id]),
  ).rejects.toThrow('append-only');
  await expect(shop.db.pool.query('update audit_entry set action = action')).rejects.toThrow('append-only');
});

test('the edges the database allows are the edges of the domain, all of them and no others', async () => {
  const order = await placed({ status: 'pending' });
  const pairs = orderStates.flatMap((from) =>
    orderStates.filter((to) => to !== from).map((to) => [from, to] as const),
  );
  const client = await shop.db.pool.connect();
  try {
    for (const [from, to] of pairs) {
      await client.query('begin');
      // Triggers are off while the order is put into the state to leave.
      await client.query(`set local session_replication_role = replica`);
      await client.query('update "order" set status = $2 where id = $1', [order.id, from]);
      await client.query(`set local session_replication_role = origin`);
      const allowed = await client.query('update "order" set status = $2 where id = $1', [order.id, to]).then(
        () => true,
        () => false,
      );
      await client.query('rollback');
      expect({ from, to, allowed }).toEqual({ from, to, allowed: canTransition(from, to) });
    }
  } finally {
    client.release();
  }
});
