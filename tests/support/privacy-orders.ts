import { type exampleAddress, insertRow } from '@turing/db/testing';
import { createPapers } from './privacy-papers.ts';
import type { Shop } from './shop.ts';

export interface Buyer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly tag: string;
  readonly tracking: string;
  readonly variantId: string;
  readonly address: ReturnType<typeof exampleAddress>;
}

/** One in the account and one placed as a guest, both paid, sent and delivered; the first with some money given back. */
export async function createOrders({ db, factories }: Shop, buyer: Buyer) {
  const { pool } = db;
  const placed = { email: buyer.email, address: buyer.address, lines: [{ variantId: buyer.variantId }] };
  const orders = [
    await factories.createOrder({ ...placed, customerId: buyer.id }),
    await factories.createOrder(placed),
  ];
  for (const { id, paymentId, lineIds } of orders) {
    const shipment = await insertRow(pool, 'shipment', {
      order_id: id,
      carrier: 'Post',
      tracking_number: buyer.tracking,
      tracking_url: `https://carrier.example/${buyer.tracking}`,
    });
    await insertRow(pool, 'shipment_line', {
      shipment_id: shipment.id,
      order_line_id: lineIds[0] ?? '',
      quantity: 1,
    });
    await pool.query('update order_line set fulfilled_quantity = quantity where order_id = $1', [id]);
    await pool.query(
      `insert into stock_movement (variant_id, location_id, quantity, reason, shipment_id)
       select variant_id, location_id, -quantity, 'sale', $2 from order_line where order_id = $1`,
      [id, shipment.id],
    );
    await pool.query(
      `update stock_level s set allocated = allocated - l.quantity from order_line l
       where l.order_id = $1 and s.variant_id = l.variant_id and s.location_id = l.location_id`,
      [id],
    );
    await pool.query(`update "order" set status = 'shipped', fulfilment_status = 'fulfilled' where id = $1`, [
      id,
    ]);
    await pool.query(`update "order" set status = 'delivered', note = $2, cancel_reason = $2 where id = $1`, [
      id,
      `Ring for ${buyer.name}`,
    ]);
    await pool.query(
      `insert into order_timeline (order_id, kind, from_status, to_status, actor_kind)
       values ($1, 'shipped', 'confirmed', 'shipped', 'system'), ($1, 'delivered', 'shipped', 'delivered', 'system')`,
      [id],
    );
    await createAftercare({ db, factories }, buyer, { orderId: id, lineId: lineIds[0] ?? '' });
    await createPapers({ db, factories }, buyer, { orderId: id, paymentId });
    await insertRow(pool, 'payment_attempt', {
      payment_id: paymentId,
      status: 'succeeded',
      session_ref: `cs_${buyer.tag}_${id}`,
      session_url: `https://pay.example/${buyer.tag}`,
      expires_at: '2099-01-01T00:00:00Z',
    });
    await insertRow(pool, 'order_timeline', {
      order_id: id,
      kind: 'note',
      actor_kind: 'customer',
      actor_id: buyer.id,
      data: { reason: `${buyer.name} asked` },
    });
    await insertRow(pool, 'outbox_event', {
      type: 'order.cancelled',
      entity_id: id,
      payload: { reason: `${buyer.name} asked` },
    });
    await insertRow(pool, 'gateway_event', {
      id: `evt_${id}`,
      type: 'checkout.session.completed',
      payload: { data: { object: { metadata: { orderId: id }, customer_details: { email: buyer.email } } } },
      applied_at: '2026-01-01T00:00:00Z',
    });
    await pool.query(`select graphile_worker.add_job('send-email', $1::json, run_at => '2099-01-01')`, [
      JSON.stringify({ template: 'order-shipped', orderId: id, eventId: id }),
    ]);
  }
  const [first] = orders;
  await insertRow(pool, 'refund', {
    payment_id: first?.paymentId ?? '',
    amount_minor: 100,
    status: 'succeeded',
    reason: 'goodwill',
  });
  await pool.query(`update payment set refunded_minor = 100, status = 'partially_refunded' where id = $1`, [
    first?.paymentId,
  ]);
  return orders;
}

/** What was written on an order, sent back of it and paid back as goodwill of nothing. */
async function createAftercare(
  { db, factories }: Pick<Shop, 'db' | 'factories'>,
  buyer: Buyer,
  { orderId, lineId }: { readonly orderId: string; readonly lineId: string },
): Promise<void> {
  const { pool } = db;
  const { id: staffId } = await factories.createStaff({ role: 'owner' });
  const words = `About ${buyer.name}`;
  await insertRow(pool, 'order_tag', { order_id: orderId, tag: 'vip' });
  const note = { order_id: orderId, staff_id: staffId, kind: 'internal' as const, body: words };
  await insertRow(pool, 'order_note', note);
  await insertRow(pool, 'order_risk', { order_id: orderId, rule: 'manual', holds: false, note: words });
  const back = await insertRow(pool, 'order_return', {
    order_id: orderId,
    sequence: 1,
    resolution: 'refund',
    requested_by: 'customer',
    message: words,
    tracking_number: buyer.tracking,
  });
  const line = { return_id: back.id, order_line_id: lineId, quantity: 1, reason: 'other', comment: words };
  await insertRow(pool, 'order_return_line', line);
  const refund = await insertRow(pool, 'order_refund', {
    order_id: orderId,
    destination: 'payment',
    lines_minor: 0,
    shipping_minor: 0,
    extra_minor: 0,
    restocking_fee_minor: 0,
    return_shipping_minor: 0,
    total_minor: 0,
    reason: 'refund',
    note: words,
  });
  await insertRow(pool, 'refund_line', {
    order_refund_id: refund.id,
    order_line_id: lineId,
    quantity: 1,
    amount_minor: 0,
    tax_minor: 0,
  });
}
