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

describe('a buyer', () => {
  test('asks for a return by the secret link, says that it is sent, and follows it to the money', async () => {
    const order = await orders.shipped();
    const before = await returns.own().find({ token: order.token });
    expect(before).toMatchObject({
      returns: [],
      returnable: [{ orderLineId: order.lines[0]!.id, quantity: 2 }],
    });
    const asked = await returns.request(order, 2);
    expect(asked).toMatchObject({
      returnable: [],
      returns: [{ name: `${order.number}-R1`, status: 'requested', lines: [{ quantity: 2 }] }],
    });
    const [requested] = asked.returns;
    const approved = await returns.staff().approve({
      id: requested!.id,
      version: requested!.version,
      message: 'Use the old box.',
      idempotencyKey: key(),
    });
    const sent = await returns.own().send({
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
    expect(await returns.eventsOf(order)).toEqual(['return.requested', 'return.approved', 'return.sent']);
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
    const answers = await Promise.all(Array.from({ length: 5 }, () => returns.own().request(input)));
    expect(new Set(answers.map((answer) => answer.returns.length))).toEqual(new Set([1]));
    await expect(returns.own().request({ ...input, resolution: 'exchange' })).rejects.toThrow(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  test('never asks for more than was sent, however many ask at once', async () => {
    const order = await orders.shipped();
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => returns.request(order)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(returns.request(order)).rejects.toMatchObject({
      cause: { code: 'RETURN_QUANTITY_INVALID', details: { left: 0 } },
    });
  });

  test('may only ask in time, for what has left; staff may at any time', async () => {
    const unsent = await orders.confirmed();
    await expect(returns.request({ ...unsent, lines: unsent.lines })).rejects.toThrow('RETURN_NOT_ALLOWED');
    const order = await orders.shipped();
    await shop.db.pool.query(
      `update shipment set shipped_at = now() - interval '31 days' where order_id = $1`,
      [order.id],
    );
    await expect(returns.request(order)).rejects.toThrow('RETURN_NOT_ALLOWED');
    expect(await returns.own().find({ token: order.token })).toMatchObject({ returnable: [] });
    const created = await returns.staff().create({
      id: order.id,
      lines: [{ orderLineId: order.lines[0]!.id, quantity: 1, reason: 'other' }],
      resolution: 'refund',
      idempotencyKey: key(),
    });
    expect(created).toMatchObject({ status: 'approved', requestedBy: 'staff' });
  });

  test('keeps the things after all: the units can be returned anew', async () => {
    const { order, back } = await returns.returned('requested');
    const withdrawn = await returns.own().withdraw({
      token: order.token,
      returnId: back.id,
      version: back.version,
      idempotencyKey: key(),
    });
    expect(withdrawn).toMatchObject({ returns: [{ status: 'cancelled' }], returnable: [{ quantity: 2 }] });
    await expect(
      returns
        .staff()
        .approve({ id: back.id, version: back.version + 1, message: null, idempotencyKey: key() }),
    ).rejects.toThrow('RETURN_TRANSITION_REFUSED');
  });

  test('without an account gets no store credit, and no return of another order', async () => {
    const [order, other] = await Promise.all([orders.shipped(), returns.returned('requested')]);
    const line = { orderLineId: order.lines[0]!.id, quantity: 1, reason: 'other' as const };
    await expect(
      returns.own().request({
        token: order.token,
        lines: [line],
        resolution: 'store_credit',
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('STORE_CREDIT_NEEDS_ACCOUNT');
    await expect(
      returns
        .own()
        .withdraw({ token: order.token, returnId: other.back.id, version: 1, idempotencyKey: key() }),
    ).rejects.toThrow('RETURN_NOT_FOUND');
    await expect(returns.own().find({ token: 'x'.repeat(32) })).rejects.toThrow('ORDER_NOT_FOUND');
  });
});
