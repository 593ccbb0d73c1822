import { settleCancelledOrder } from '@turing/routers';
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
  const { rows } = await shop.db.pool.query<{ id: string }>(
    `select entity_id as id from outbox_event where type = 'order.cancelled'`,
  );
  for (const { id } of rows) await shop.db.transaction((tx) => settleCancelledOrder(tx, id));
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

type Order = Awaited<ReturnType<ShippedOrders['shipped']>>;

const staff = () => orders.staff();

async function versionOf(order: Order): Promise<number> {
  return (await staff().get({ id: order.id })).version;
}

function refund(order: Order, version: number, change: object = {}) {
  return staff().refunds.create({
    id: order.id,
    version,
    destination: 'payment',
    expectedTotalMinor: 0,
    idempotencyKey: key(),
    ...change,
  });
}

async function askedOf(order: Order): Promise<number> {
  const { rows } = await shop.db.pool.query<{ total: number }>(
    `select coalesce(sum(r.amount_minor), 0)::int as total from refund r join payment p on p.id = r.payment_id
     where p.order_id = $1 and r.status <> 'failed'`,
    [order.id],
  );
  return rows[0]!.total;
}

describe('a refund', () => {
  test('of units, shipping and an amount says what it is for and asks the payment once', async () => {
    const order = await orders.shipped();
    const [line] = order.lines;
    const expectedTotalMinor = line!.totalMinor / 2 + 500 + 25;
    const input = {
      id: order.id,
      version: order.version,
      lines: [{ orderLineId: line!.id, quantity: 1 }],
      shippingMinor: 500,
      extraMinor: 25,
      destination: 'payment' as const,
      expectedTotalMinor,
      note: 'Arrived late',
      idempotencyKey: key(),
    };
    const [first] = await Promise.all(Array.from({ length: 4 }, () => staff().refunds.create(input)));
    expect(first!.version).toBe(order.version + 1);
    expect(await askedOf(order)).toBe(expectedTotalMinor);
    const { refunds } = await staff().aftercare({ id: order.id });
    expect(refunds).toMatchObject([
      {
        totalMinor: expectedTotalMinor,
        note: 'Arrived late',
        staffName: orders.owner.name,
        lines: [{ quantity: 1, amountMinor: line!.totalMinor / 2 }],
      },
    ]);
    expect(await staff().refunds.refundable({ id: order.id })).toMatchObject({
      shippingLeftMinor: 0,
      availableMinor: order.pricing.totalMinor - expectedTotalMinor,
      lines: [{ refundedQuantity: 1 }],
    });
    const { rows } = await shop.db.pool.query(
      `select action, after from audit_entry where entity_id = $1 and action = 'orders.refunds.create'`,
      [order.id],
    );
    expect(rows).toMatchObject([{ after: { totalMinor: expectedTotalMinor } }]);
    expect(JSON.stringify(rows)).not.toContain('Arrived late');
  });

  test('a hundred at once of 60 % each: one succeeds', async () => {
    const order = await orders.shipped();
    const extraMinor = Math.ceil(order.pricing.totalMinor * 0.6);
    const share = { extraMinor, expectedTotalMinor: extraMinor };
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () => refund(order, order.version, share)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await askedOf(order)).toBe(extraMinor);
  });

  test('a hundred at once of 60 %, each with the version of the moment: one succeeds', async () => {
    const order = await orders.shipped();
    const extraMinor = Math.ceil(order.pricing.totalMinor * 0.6);
    const insist = async (): Promise<string> => {
      for (;;) {
        try {
          await refund(order, await versionOf(order), { extraMinor, expectedTotalMinor: extraMinor });
          return 'refunded';
        } catch (error) {
          if (!String(error).includes('VERSION_CONFLICT')) return String(error);
        }
      }
    };
    const results = await Promise.all(Array.from({ length: 100 }, insist));
    expect(results.filter((result) => result === 'refunded')).toHaveLength(1);
    expect(results.filter((result) => result.includes('REFUND_EXCEEDS_CAPTURE'))).toHaveLength(99);
  });

  test('of more than is left, of units twice, of another sum and to nobody is refused', async () => {
    const order = await orders.shipped();
    const [line] = order.lines;
    const units = { lines: [{ orderLineId: line!.id, quantity: 2 }], expectedTotalMinor: line!.totalMinor };
    await expect(refund(order, order.version, { ...units, expectedTotalMinor: 1 })).rejects.toThrow(
      'REFUND_TOTAL_CHANGED',
    );
    await expect(refund(order, order.version, { ...units, destination: 'store_credit' })).rejects.toThrow(
      'STORE_CREDIT_NEEDS_ACCOUNT',
    );
    await expect(refund(order, 0, units)).rejects.toThrow('VERSION_CONFLICT');
    await refund(order, order.version, units);
    await expect(refund(order, order.version + 1, units)).rejects.toThrow('REFUND_INVALID');
    const rest = order.pricing.totalMinor - line!.totalMinor;
    await expect(
      refund(order, order.version + 1, { extraMinor: rest + 1, expectedTotalMinor: rest + 1 }),
    ).rejects.toThrow('REFUND_EXCEEDS_CAPTURE');
    await refund(order, order.version + 1, { extraMinor: rest, expectedTotalMinor: rest });
    expect(await askedOf(order)).toBe(order.pricing.totalMinor);
  });

  test('that the gateway refused is asked for again, once', async () => {
    const order = await orders.shipped();
    await refund(order, order.version, { extraMinor: 300, expectedTotalMinor: 300 });
    const [decided] = (await staff().aftercare({ id: order.id })).refunds;
    const refundId = decided!.payments[0]!.id;
    const again = async () =>
      staff().refunds.retry({
        id: order.id,
        version: await versionOf(order),
        refundId,
        idempotencyKey: key(),
      });
    await expect(again()).rejects.toThrow('REFUND_NOT_FOUND');
    await shop.db.pool.query(`update refund set status = 'failed' where id = $1`, [refundId]);
    await again();
    await again();
    const [after] = (await staff().aftercare({ id: order.id })).refunds;
    expect(after!.payments).toMatchObject([
      { id: refundId, status: 'failed', retryable: false },
      { amountMinor: 300, status: 'requested' },
    ]);
    expect(await askedOf(order)).toBe(300);
  });
});

describe('cancelling units', () => {
  const cancel = (order: Order, change: object = {}) =>
    staff().cancelLines({
      id: order.id,
      version: order.version,
      lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }],
      reason: 'One is enough',
      refundMinor: null,
      idempotencyKey: key(),
      ...change,
    });

  test('gives their stock back and refunds them by line', async () => {
    const order = await orders.confirmed({ quantities: [3, 1] });
    const refundMinor = order.lines[0]!.totalMinor / 3;
    const cancelled = await cancel(order, { refundMinor });
    expect(cancelled).toMatchObject({ status: 'confirmed', lines: [{ cancelledQuantity: 1 }, {}] });
    expect(await askedOf(order)).toBe(refundMinor);
    const { rows } = await shop.db.pool.query(
      'select s.allocated from stock_level s join order_line l on l.variant_id = s.variant_id where l.id = $1',
      [order.lines[0]!.id],
    );
    expect(rows).toEqual([{ allocated: 2 }]);
    await expect(orders.ship(cancelled)).rejects.toThrow('ORDER_NOT_SHIPPABLE');
  });

  test('what is left to ship decides: with the rest cancelled the order counts as shipped', async () => {
    const order = await orders.confirmed({ quantities: [3] });
    const [line] = order.lines;
    const partly = await orders.ship(order, [{ orderLineId: line!.id, quantity: 2 }]);
    const done = await cancel(partly);
    expect(done).toMatchObject({ status: 'shipped', fulfilmentStatus: 'fulfilled' });
    const { rows } = await shop.db.pool.query(
      `select type from outbox_event where entity_id = $1 order by created_at, id`,
      [order.id],
    );
    expect(rows.map(({ type }) => type as string)).toEqual([
      'order.partially_shipped',
      'order.lines_cancelled',
      'order.completed',
    ]);
  });

  test('that were shipped, of all of an order, of an unpaid one or twice in one is refused', async () => {
    const shipped = await orders.shipped();
    await expect(cancel(shipped)).rejects.toThrow('ORDER_LINES_NOT_CANCELLABLE');
    const order = await orders.confirmed();
    const line = { orderLineId: order.lines[0]!.id, quantity: 1 };
    await expect(cancel(order, { lines: [{ ...line, quantity: 2 }] })).rejects.toThrow(
      'ORDER_LINES_NOT_CANCELLABLE',
    );
    await expect(cancel(order, { lines: [line, line] })).rejects.toThrow('ORDER_LINES_NOT_CANCELLABLE');
    await expect(cancel(order, { refundMinor: 1 })).rejects.toThrow('REFUND_TOTAL_CHANGED');
  });

  test('while another ships them: one of the two wins', async () => {
    const order = await orders.confirmed({ quantities: [1, 1] });
    const results = await Promise.allSettled([orders.ship(order), cancel(order)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('then the whole order gives back the rest, once', async () => {
    const order = await orders.confirmed({ quantities: [2] });
    const refundMinor = order.lines[0]!.totalMinor / 2;
    const { version } = await cancel(order, { refundMinor });
    await staff().cancel({ id: order.id, version, reason: 'All of it', idempotencyKey: key() });
    await shop.db.transaction((tx) => settleCancelledOrder(tx, order.id));
    expect(await askedOf(order)).toBe(order.pricing.totalMinor);
  });
});

test('cancelling an order does not give back again what became store credit', async () => {
  const customer = await shop.factories.createCustomer();
  const order = await orders.confirmed({ customerId: customer.id });
  const credit = { destination: 'store_credit', extraMinor: 400, expectedTotalMinor: 400 };
  const { version } = await refund(order, order.version, credit);
  await staff().cancel({ id: order.id, version, reason: 'All of it', idempotencyKey: key() });
  await shop.db.transaction((tx) => settleCancelledOrder(tx, order.id));
  await shop.db.transaction((tx) => settleCancelledOrder(tx, order.id));
  expect(await askedOf(order)).toBe(order.pricing.totalMinor - 400);
});

describe('a parcel', () => {
  const parcel = (order: Order, shipmentId = order.shipments[0]!.id) => ({
    id: order.id,
    version: order.version,
    shipmentId,
    idempotencyKey: key(),
  });

  test('arrives by itself; the order is delivered with the last', async () => {
    const order = await orders.confirmed({ quantities: [2] });
    const [line] = order.lines;
    let now = await orders.ship(order, [{ orderLineId: line!.id, quantity: 1 }]);
    now = await staff().shipments.deliver(parcel(now));
    expect(now).toMatchObject({ status: 'confirmed', shipments: [{ deliveredAt: expect.any(Date) }] });
    now = await orders.ship(now, [{ orderLineId: line!.id, quantity: 1 }]);
    expect(now.status).toBe('shipped');
    await expect(staff().shipments.deliver(parcel(now))).rejects.toThrow('SHIPMENT_NOT_CHANGEABLE');
    now = await staff().shipments.deliver(parcel(now, now.shipments[1]!.id));
    expect(now.status).toBe('delivered');
  });

  test('can be followed under another number later', async () => {
    const order = await orders.shipped();
    const edited = await staff().shipments.editTracking({
      ...parcel(order),
      carrier: 'FedEx',
      trackingNumber: '42',
      trackingUrl: 'https://track.example/42',
    });
    expect(edited.shipments).toMatchObject([{ carrier: 'FedEx', trackingNumber: '42' }]);
    await expect(
      staff().shipments.editTracking({
        ...parcel(edited, order.id),
        carrier: 'X',
        trackingNumber: null,
        trackingUrl: null,
      }),
    ).rejects.toThrow('SHIPMENT_NOT_FOUND');
  });

  test('entered by mistake is voided: its units are unshipped and the order confirmed again', async () => {
    const order = await orders.shipped();
    const voided = await staff().shipments.void(parcel(order));
    expect(voided).toMatchObject({
      status: 'confirmed',
      fulfilmentStatus: 'unfulfilled',
      shipments: [],
      lines: [{ fulfilledQuantity: 0 }],
    });
    const { rows } = await shop.db.pool.query(
      'select quantity, reason from stock_movement where shipment_id = $1 order by created_at',
      [order.shipments[0]!.id],
    );
    expect(rows).toEqual([
      { quantity: -2, reason: 'sale' },
      { quantity: 2, reason: 'sale' },
    ]);
    expect(await orders.ship(voided)).toMatchObject({ status: 'shipped' });
  });

  test('that arrived, or whose units are in a return, is not voided', async () => {
    const order = await orders.shipped();
    await staff().returns.create({
      id: order.id,
      lines: [{ orderLineId: order.lines[0]!.id, quantity: 1, reason: 'damaged' }],
      resolution: 'refund',
      idempotencyKey: key(),
    });
    await expect(staff().shipments.void(parcel(order))).rejects.toThrow('SHIPMENT_NOT_CHANGEABLE');
    const arrived = await staff().shipments.deliver(parcel(order));
    await expect(staff().shipments.void(parcel(arrived))).rejects.toThrow('SHIPMENT_NOT_CHANGEABLE');
  });

  test('is voided and delivered at the same moment: one of the two wins', async () => {
    const order = await orders.shipped();
    const results = await Promise.allSettled([
      staff().shipments.void(parcel(order)),
      staff().shipments.deliver(parcel(order)),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
