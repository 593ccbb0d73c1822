import { returnStates, returnTransitions } from '@turing/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { openShippedOrders, type ShippedOrders } from '../support/shipped-orders.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let orders: ShippedOrders;
beforeAll(async () => {
  shop = await openShop();
  orders = await openShippedOrders(shop);
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

type Shipped = Awaited<ReturnType<ShippedOrders['shipped']>>;

const own = () => shop.as().orders.returns;
const staff = () => orders.staff().returns;

function request(order: Shipped, quantity = 1) {
  return own().request({
    token: order.token,
    lines: [{ orderLineId: order.lines[0]!.id, quantity, reason: 'too_small', comment: 'A size up, please' }],
    resolution: 'refund',
    idempotencyKey: key(),
  });
}

/** A return of one unit that is in the given state. */
async function returned(state: 'requested' | 'approved' | 'received' | 'inspected', quantity = 1) {
  const order = await orders.shipped();
  const found = await request(order, quantity);
  let back = await staff().get({ id: found.returns[0]!.id });
  const step = () => ({ id: back.id, version: back.version, idempotencyKey: key() });
  const [line] = back.lines;
  if (state === 'requested') return { order, back };
  back = await staff().approve({ ...step(), message: null });
  if (state === 'approved') return { order, back };
  back = await staff().receive({ ...step(), lines: [{ lineId: line!.id, quantity }] });
  if (state === 'received') return { order, back };
  back = await staff().inspect({
    ...step(),
    lines: [{ lineId: line!.id, restocked: quantity, writtenOff: 0 }],
  });
  return { order, back };
}

async function onHand(order: Shipped): Promise<number> {
  const { rows } = await shop.db.pool.query<{ units: number }>(
    `select sum(s.on_hand)::int as units from stock_level s join order_line l on l.variant_id = s.variant_id where l.id = $1`,
    [order.lines[0]!.id],
  );
  return rows[0]!.units;
}

async function eventsOf(order: Shipped): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ type: string }>(
    `select type from outbox_event where entity_id = $1 and type like 'return.%' order by created_at, id`,
    [order.id],
  );
  return rows.map(({ type }) => type);
}

describe('a buyer', () => {
  test('asks for a return by the secret link, says that it is sent, and follows it to the money', async () => {
    const order = await orders.shipped();
    const before = await own().find({ token: order.token });
    expect(before).toMatchObject({
      returns: [],
      returnable: [{ orderLineId: order.lines[0]!.id, quantity: 2 }],
    });
    const asked = await request(order, 2);
    expect(asked).toMatchObject({
      returnable: [],
      returns: [{ name: `${order.number}-R1`, status: 'requested', lines: [{ quantity: 2 }] }],
    });
    const [requested] = asked.returns;
    const approved = await staff().approve({
      id: requested!.id,
      version: requested!.version,
      message: 'Use the old box.',
      idempotencyKey: key(),
    });
    const sent = await own().send({
      token: order.token,
      returnId: approved.id,
      version: approved.version,
      carrier: 'UPS',
      trackingNumber: '1Z',
      idempotencyKey: key(),
    });
    expect(sent.returns).toMatchObject([
      { status: 'in_transit', message: 'Use the old box.', trackingNumber: '1Z' },
    ]);
    expect(await eventsOf(order)).toEqual(['return.requested', 'return.approved', 'return.sent']);
    const { timeline } = await orders.staff().get({ id: order.id });
    expect(timeline.filter(({ kind }) => kind.startsWith('return_'))).toMatchObject([
      { kind: 'return_requested', actorKind: 'guest' },
      { kind: 'return_approved', actorName: orders.owner.name },
      { kind: 'return_sent', actorKind: 'guest' },
    ]);
  });

  test('who repeats the request gets the same return', async () => {
    const order = await orders.shipped();
    const input = {
      token: order.token,
      lines: [{ orderLineId: order.lines[0]!.id, quantity: 1, reason: 'damaged' as const }],
      resolution: 'refund' as const,
      idempotencyKey: key(),
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => own().request(input)));
    expect(new Set(answers.map(({ returns }) => returns.length))).toEqual(new Set([1]));
    await expect(own().request({ ...input, resolution: 'exchange' })).rejects.toThrow(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  test('never asks for more than was sent, however many ask at once', async () => {
    const order = await orders.shipped();
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => request(order)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(request(order)).rejects.toMatchObject({
      cause: { code: 'RETURN_QUANTITY_INVALID', details: { left: 0 } },
    });
  });

  test('may only ask in time, for what has left; staff may at any time', async () => {
    const unsent = await orders.confirmed();
    await expect(request({ ...unsent, lines: unsent.lines })).rejects.toThrow('RETURN_NOT_ALLOWED');
    const order = await orders.shipped();
    await shop.db.pool.query(
      `update shipment set shipped_at = now() - interval '31 days' where order_id = $1`,
      [order.id],
    );
    await expect(request(order)).rejects.toThrow('RETURN_NOT_ALLOWED');
    expect(await own().find({ token: order.token })).toMatchObject({ returnable: [] });
    const created = await staff().create({
      id: order.id,
      lines: [{ orderLineId: order.lines[0]!.id, quantity: 1, reason: 'other' }],
      resolution: 'refund',
      idempotencyKey: key(),
    });
    expect(created).toMatchObject({ status: 'approved', requestedBy: 'staff' });
  });

  test('keeps the things after all: the units can be returned anew', async () => {
    const { order, back } = await returned('requested');
    const withdrawn = await own().withdraw({
      token: order.token,
      returnId: back.id,
      version: back.version,
      idempotencyKey: key(),
    });
    expect(withdrawn).toMatchObject({ returns: [{ status: 'cancelled' }], returnable: [{ quantity: 2 }] });
    await expect(
      staff().approve({ id: back.id, version: back.version + 1, message: null, idempotencyKey: key() }),
    ).rejects.toThrow('RETURN_TRANSITION_REFUSED');
  });

  test('without an account gets no store credit, and no return of another order', async () => {
    const [order, other] = await Promise.all([orders.shipped(), returned('requested')]);
    const line = { orderLineId: order.lines[0]!.id, quantity: 1, reason: 'other' as const };
    await expect(
      own().request({
        token: order.token,
        lines: [line],
        resolution: 'store_credit',
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('STORE_CREDIT_NEEDS_ACCOUNT');
    await expect(
      own().withdraw({ token: order.token, returnId: other.back.id, version: 1, idempotencyKey: key() }),
    ).rejects.toThrow('RETURN_NOT_FOUND');
    await expect(own().find({ token: 'x'.repeat(32) })).rejects.toThrow('ORDER_NOT_FOUND');
  });
});

describe('staff', () => {
  test('reject with the reason the buyer reads', async () => {
    const { order, back } = await returned('requested');
    await staff().reject({
      id: back.id,
      version: back.version,
      message: 'It was worn.',
      idempotencyKey: key(),
    });
    expect((await own().find({ token: order.token })).returns).toMatchObject([
      { status: 'rejected', message: 'It was worn.' },
    ]);
  });

  test('restock and write off what came back, and the ledger says so', async () => {
    const { order, back } = await returned('received', 2);
    const before = await onHand(order);
    const [line] = back.lines;
    const base = { id: back.id, version: back.version, idempotencyKey: key() };
    await expect(
      staff().inspect({ ...base, lines: [{ lineId: line!.id, restocked: 2, writtenOff: 1 }] }),
    ).rejects.toThrow('RETURN_QUANTITY_INVALID');
    const input = {
      ...base,
      idempotencyKey: key(),
      lines: [{ lineId: line!.id, restocked: 1, writtenOff: 1 }],
    };
    const inspected = await staff().inspect(input);
    expect(await staff().inspect(input)).toEqual(inspected);
    expect(inspected).toMatchObject({
      status: 'inspected',
      lines: [{ restockedQuantity: 1, writtenOffQuantity: 1 }],
    });
    expect(await onHand(order)).toBe(before + 1);
    const { rows } = await shop.db.pool.query(
      'select quantity, reason, staff_id from stock_movement where return_line_id = $1 order by quantity desc',
      [line!.id],
    );
    expect(rows).toEqual([
      { quantity: 2, reason: 'returned', staff_id: orders.owner.id },
      { quantity: -1, reason: 'written_off', staff_id: orders.owner.id },
    ]);
  });

  test('receive once, however many do at the same moment', async () => {
    const { back } = await returned('approved');
    const receive = () =>
      staff().receive({
        id: back.id,
        version: back.version,
        lines: [{ lineId: back.lines[0]!.id, quantity: 1 }],
        idempotencyKey: key(),
      });
    const results = await Promise.allSettled(Array.from({ length: 8 }, receive));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(
      staff().receive({
        id: back.id,
        version: back.version + 1,
        lines: [{ lineId: back.lines[0]!.id, quantity: 1 }],
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('RETURN_TRANSITION_REFUSED');
  });

  test('receive no more than was announced, and nothing is left out', async () => {
    const { back } = await returned('approved');
    const base = { id: back.id, version: back.version };
    await expect(
      staff().receive({
        ...base,
        lines: [{ lineId: back.lines[0]!.id, quantity: 2 }],
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('RETURN_QUANTITY_INVALID');
    await expect(
      staff().receive({ ...base, version: 0, lines: [], idempotencyKey: key() }),
    ).rejects.toThrow();
  });

  test('and the buyer decide at the same moment: one of the two wins', async () => {
    const { order, back } = await returned('approved');
    const results = await Promise.allSettled([
      own().withdraw({
        token: order.token,
        returnId: back.id,
        version: back.version,
        idempotencyKey: key(),
      }),
      staff().receive({
        id: back.id,
        version: back.version,
        lines: [{ lineId: back.lines[0]!.id, quantity: 1 }],
        idempotencyKey: key(),
      }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('pay out what arrived, less what the shop keeps, and close the return once', async () => {
    const { order, back } = await returned('inspected');
    const { lines } = await orders.staff().refunds.refundable({ id: order.id });
    const unitMinor = lines[0]!.totalMinor / 2;
    const settle = (change: object = {}) =>
      staff().settle({
        id: back.id,
        version: back.version,
        lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }],
        restockingFeeMinor: 100,
        returnShippingMinor: 50,
        destination: 'payment',
        expectedTotalMinor: unitMinor - 150,
        idempotencyKey: key(),
        ...change,
      });
    await expect(settle({ expectedTotalMinor: unitMinor })).rejects.toThrow('REFUND_TOTAL_CHANGED');
    await expect(settle({ lines: [{ orderLineId: order.lines[0]!.id, quantity: 2 }] })).rejects.toThrow(
      'RETURN_QUANTITY_INVALID',
    );
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => settle()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await staff().get({ id: back.id })).toMatchObject({
      status: 'closed',
      refunds: [{ destination: 'payment', totalMinor: unitMinor - 150 }],
    });
    const { refunds } = await orders.staff().aftercare({ id: order.id });
    expect(refunds).toMatchObject([
      { reason: 'return', payments: [{ amountMinor: unitMinor - 150, status: 'requested' }] },
    ]);
  });

  test('pay out as store credit, which is there at once', async () => {
    const customer = await shop.factories.createCustomer();
    const order = await orders.shipped({ customerId: customer.id });
    const line = { orderLineId: order.lines[0]!.id, quantity: 2, reason: 'changed_mind' as const };
    let back = await staff().create({
      id: order.id,
      lines: [line],
      resolution: 'store_credit',
      idempotencyKey: key(),
    });
    const step = () => ({ id: back.id, version: back.version, idempotencyKey: key() });
    back = await staff().receive({ ...step(), lines: [{ lineId: back.lines[0]!.id, quantity: 2 }] });
    back = await staff().inspect({
      ...step(),
      lines: [{ lineId: back.lines[0]!.id, restocked: 0, writtenOff: 2 }],
    });
    const totalMinor = order.lines[0]!.totalMinor;
    await staff().settle({
      ...step(),
      lines: [{ orderLineId: line.orderLineId, quantity: 2 }],
      destination: 'store_credit',
      expectedTotalMinor: totalMinor,
    });
    const { rows } = await shop.db.pool.query(
      'select balance_minor from credit_account where customer_id = $1',
      [customer.id],
    );
    expect(rows).toEqual([{ balance_minor: totalMinor }]);
    const { availableMinor } = await orders.staff().refunds.refundable({ id: order.id });
    expect(availableMinor).toBe(order.pricing.totalMinor - totalMinor);
  });

  test('close a return of which nothing arrived without money', async () => {
    const { back } = await returned('approved');
    const step = (version: number) => ({ id: back.id, version, idempotencyKey: key() });
    const lineId = back.lines[0]!.id;
    await staff().receive({ ...step(back.version), lines: [{ lineId, quantity: 0 }] });
    await staff().inspect({
      ...step(back.version + 1),
      lines: [{ lineId, restocked: 0, writtenOff: 0 }],
    });
    expect(await staff().close(step(back.version + 2))).toMatchObject({ status: 'closed', refunds: [] });
  });

  test('find returns by state, number and name, page by page', async () => {
    const { order, back } = await returned('requested');
    expect((await staff().list({ query: `#${order.number}` })).items).toMatchObject([
      { id: back.id, units: 1, reasons: ['too_small'] },
    ]);
    expect((await staff().list({ query: 'nobody_at_all' })).items).toEqual([]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff().list({ status: 'requested', limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const counts = await staff().counts();
    expect(seen).toHaveLength(counts.requested);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('decide for how long; what is old is refused', async () => {
    const before = await staff().policy();
    const change = { windowDays: 14, restockingFeePpm: 100_000, instructions: 'To the dock.' };
    const after = await staff().setPolicy({ ...change, version: before.version, idempotencyKey: key() });
    expect(after).toEqual({ ...change, version: before.version + 1 });
    await expect(
      staff().setPolicy({ ...change, version: before.version, idempotencyKey: key() }),
    ).rejects.toThrow('VERSION_CONFLICT');
    const { version } = after;
    await staff().setPolicy({ ...before, version, idempotencyKey: key() });
  });
});

test('the edges the database allows are the edges of the domain, all of them and no others', async () => {
  const { back } = await returned('requested');
  const client = await shop.db.pool.connect();
  const drawn = new Set(returnTransitions.map(({ from, to }) => `${from} ${to}`));
  try {
    for (const from of returnStates) {
      for (const to of returnStates) {
        if (from === to) continue;
        await client.query('begin');
        await client.query('set local session_replication_role = replica');
        await client.query('update order_return set status = $2 where id = $1', [back.id, from]);
        await client.query('set local session_replication_role = origin');
        const allowed = await client
          .query('update order_return set status = $2 where id = $1', [back.id, to])
          .then(
            () => true,
            () => false,
          );
        await client.query('rollback');
        expect({ from, to, allowed }).toEqual({ from, to, allowed: drawn.has(`${from} ${to}`) });
      }
    }
  } finally {
    client.release();
  }
});

test('units are conserved: what the ledger says of each line is what was inspected', async () => {
  const { rows } = await shop.db.pool.query(`
    select rl.id from order_return_line rl left join stock_movement m on m.return_line_id = rl.id
    group by rl.id having coalesce(sum(m.quantity) filter (where m.reason = 'returned'), 0) <> rl.restocked_quantity + rl.written_off_quantity
      or coalesce(-sum(m.quantity) filter (where m.reason = 'written_off'), 0) <> rl.written_off_quantity`);
  expect(rows).toEqual([]);
});
