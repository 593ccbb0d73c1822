import { insertRow } from '@turing/db/testing';
import { key } from '../shop.ts';
import { type OwnershipCases, ownedBy } from './case.ts';
import { guesses } from './order-cases.ts';
import { createBuyer } from './world.ts';

interface Place {
  readonly token: string;
  readonly orderLineId: string;
  readonly returnId: string;
  readonly version: number;
}

/** Knowing an order's link is the right to its returns; a return of another order is not found behind it. */
function returnCase(
  toInput: (place: Place) => object,
  status: 'requested' | 'approved' | 'closed' = 'requested',
) {
  return ownedBy(async (shop, { variantId }) => {
    const buyer = await createBuyer(shop, { name: 'Vera', variantId });
    const lines = [{ variantId, quantity: 2 }];
    const order = await shop.factories.createOrder({ customerId: buyer.id, email: buyer.email, lines });
    const orderLineId = order.lineIds[0] ?? '';
    const { pool } = shop.db;
    await pool.query('update order_line set fulfilled_quantity = 2 where id = $1', [orderLineId]);
    const shipment = await insertRow(pool, 'shipment', { order_id: order.id, carrier: 'UPS' });
    await insertRow(pool, 'shipment_line', {
      shipment_id: shipment.id,
      order_line_id: orderLineId,
      quantity: 2,
    });
    const back = await insertRow(pool, 'order_return', {
      order_id: order.id,
      sequence: 1,
      status,
      resolution: 'refund',
      requested_by: 'customer',
    });
    await insertRow(pool, 'order_return_line', {
      return_id: back.id,
      order_line_id: orderLineId,
      quantity: 1,
      reason: 'other',
      comment: 'secret of Vera',
    });
    const place = { token: order.token, orderLineId, returnId: back.id, version: 1 };
    const otherOrder = await shop.factories.createOrder({ lines });
    const tokens = [...guesses({ ...buyer, order }, order.token), otherOrder.token];
    return {
      owner: buyer.visitor,
      input: toInput(place),
      attempts: tokens
        .filter((token) => status !== 'closed' || token !== otherOrder.token)
        .map((token) => toInput({ ...place, token })),
      secrets: [buyer.email, order.id, order.token, 'secret of Vera'],
    };
  });
}

/** Of the returns of an order, by its secret link. */
export const returnCases: OwnershipCases = {
  'orders.returns.find': returnCase(({ token }) => ({ token }), 'closed'),
  'orders.returns.request': returnCase(({ token, orderLineId }) => ({
    token,
    lines: [{ orderLineId, quantity: 1, reason: 'damaged' }],
    resolution: 'refund',
    idempotencyKey: key(),
  })),
  'orders.returns.withdraw': returnCase(({ token, returnId, version }) => ({
    token,
    returnId,
    version,
    idempotencyKey: key(),
  })),
  'orders.returns.send': returnCase(
    ({ token, returnId, version }) => ({
      token,
      returnId,
      version,
      carrier: null,
      trackingNumber: null,
      idempotencyKey: key(),
    }),
    'approved',
  ),
};
