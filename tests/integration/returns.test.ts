import { returnStates, returnTransitions } from '@turing/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { openReturns } from '../support/returns.ts';
import { openShippedOrders, type ShippedOrders } from '../support/shipped-orders.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let orders: ShippedOrders;
let returns: ReturnType<typeof openReturns>;
beforeAll(async () => {
  shop = await openShop();
  orders = await openShippedOrders(shop);
  returns = openReturns(shop, orders);
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

describe('staff', () => {
  test('reject with the reason the buyer reads', async () => {
    const { order, back } = await returns.returned('requested');
    await returns.staff().reject({
      id: back.id,
      version: back.version,
      message: 'It was worn.',
      idempotencyKey: key(),
    });
    expect((await returns.own().find({ token: order.token })).returns).toMatchObject([
      { status: 'rejected', message: 'It was worn.' },
    ]);
  });

  test('restock and write off what came back, and the ledger says so', async () => {
    const { order, back } = await returns.returned('received', 2);
    const before = await returns.onHand(order);
    const [line] = back.lines;
    const base = { id: back.id, version: back.version, idempotencyKey: key() };
    await expect(
      returns.staff().inspect({ ...base, lines: [{ lineId: line!.id, restocked: 2, writtenOff: 1 }] }),
    ).rejects.toThrow('RETURN_QUANTITY_INVALID');
    const input = {
      ...base,
      idempotencyKey: key(),
      lines: [{ lineId: line!.id, restocked: 1, writtenOff: 1 }],
    };
    const inspected = await returns.staff().inspect(input);
    expect(await returns.staff().inspect(input)).toEqual(inspected);
    expect(inspected).toMatchObject({
      status: 'inspected',
      lines: [{ restockedQuantity: 1, writtenOffQuantity: 1 }],
    });
    expect(await returns.onHand(order)).toBe(before + 1);
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
    const { back } = await returns.returned('approved');
    const receive = () =>
      returns.staff().receive({
        id: back.id,
        version: back.version,
        lines: [{ lineId: back.lines[0]!.id, quantity: 1 }],
        idempotencyKey: key(),
      });
    const results = await Promise.allSettled(Array.from({ length: 8 }, receive));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(
      returns.staff().receive({
        id: back.id,
        version: back.version + 1,
        lines: [{ lineId: back.lines[0]!.id, quantity: 1 }],
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('RETURN_TRANSITION_REFUSED');
  });

  test('receive no more than was announced, and nothing is left out', async () => {
    const { back } = await returns.returned('approved');
    const base = { id: back.id, version: back.version };
    await expect(
      returns.staff().receive({
        ...base,
        lines: [{ lineId: back.lines[0]!.id, quantity: 2 }],
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('RETURN_QUANTITY_INVALID');
    await expect(
      returns.staff().receive({ ...base, version: 0, lines: [], idempotencyKey: key() }),
    ).rejects.toThrow('too_small');
  });

  test('and the buyer decide at the same moment: one of the two wins', async () => {
    const { order, back } = await returns.returned('approved');
    const results = await Promise.allSettled([
      returns.own().withdraw({
        token: order.token,
        returnId: back.id,
        version: back.version,
        idempotencyKey: key(),
      }),
      returns.staff().receive({
        id: back.id,
        version: back.version,
        lines: [{ lineId: back.lines[0]!.id, quantity: 1 }],
        idempotencyKey: key(),
      }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('pay out what arrived, less what the shop keeps, and close the return once', async () => {
    const { order, back } = await returns.returned('inspected');
    const { lines } = await orders.staff().refunds.refundable({ id: order.id });
    const unitMinor = lines[0]!.totalMinor / 2;
    const settle = (change: object = {}) =>
      returns.staff().settle({
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
    expect(await returns.staff().get({ id: back.id })).toMatchObject({
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
    let back = await returns.staff().create({
      id: order.id,
      lines: [line],
      resolution: 'store_credit',
      idempotencyKey: key(),
    });
    const step = () => ({ id: back.id, version: back.version, idempotencyKey: key() });
    back = await returns.staff().receive({ ...step(), lines: [{ lineId: back.lines[0]!.id, quantity: 2 }] });
    back = await returns.staff().inspect({
      ...step(),
      lines: [{ lineId: back.lines[0]!.id, restocked: 0, writtenOff: 2 }],
    });
    const totalMinor = order.lines[0]!.totalMinor;
    await returns.staff().settle({
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
    const { back } = await returns.returned('approved');
    const step = (version: number) => ({ id: back.id, version, idempotencyKey: key() });
    const lineId = back.lines[0]!.id;
    await returns.staff().receive({ ...step(back.version), lines: [{ lineId, quantity: 0 }] });
    await returns.staff().inspect({
      ...step(back.version + 1),
      lines: [{ lineId, restocked: 0, writtenOff: 0 }],
    });
    expect(await returns.staff().close(step(back.version + 2))).toMatchObject({
      status: 'closed',
      refunds: [],
    });
  });

  test('find returns by state, number and name, page by page', async () => {
    const { order, back } = await returns.returned('requested');
    expect((await returns.staff().list({ query: `#${order.number}` })).items).toMatchObject([
      { id: back.id, units: 1, reasons: ['too_small'] },
    ]);
    expect((await returns.staff().list({ query: 'nobody_at_all' })).items).toEqual([]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await returns.staff().list({ status: 'requested', limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const counts = await returns.staff().counts();
    expect(seen).toHaveLength(counts.requested);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('decide for how long; what is old is refused', async () => {
    const before = await returns.staff().policy();
    const change = { windowDays: 14, restockingFeePpm: 100_000, instructions: 'To the dock.' };
    const after = await returns
      .staff()
      .setPolicy({ ...change, version: before.version, idempotencyKey: key() });
    expect(after).toEqual({ ...change, version: before.version + 1 });
    await expect(
      returns.staff().setPolicy({ ...change, version: before.version, idempotencyKey: key() }),
    ).rejects.toThrow('VERSION_CONFLICT');
    const { version } = after;
    await returns.staff().setPolicy({ ...before, version, idempotencyKey: key() });
  });
});

test('the edges the database allows are the edges of the domain, all of them and no others', async () => {
  const { back } = await returns.returned('requested');
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
