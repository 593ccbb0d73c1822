import { insertRows, type Queryable } from '../src/testing/insert.ts';
import type { History } from './orders/history.ts';

/** Writes the past orders and what they sold and redeemed; what left the shelves is written with the stock. */
export async function writeOrders(db: Queryable, history: History): Promise<void> {
  const { rows } = history;
  await insertRows(db, 'order', rows.order);
  await insertRows(db, 'order_line', rows.order_line);
  await insertRows(db, 'shipment', rows.shipment);
  await insertRows(db, 'shipment_line', rows.shipment_line);
  await insertRows(db, 'order_timeline', rows.order_timeline);
  await insertRows(db, 'payment', rows.payment);
  await insertRows(db, 'payment_attempt', rows.payment_attempt);
  await insertRows(db, 'refund', rows.refund);
  await addCounts(db, 'UPDATE product p SET sold_count = n.count', history.sold);
  const redeemed = new Map(
    [...history.redeemed].map(([code, count]) => [history.context.promotionIds.get(code) ?? '', count]),
  );
  await addCounts(db, 'UPDATE promotion p SET used_count = n.count', redeemed);
  await db.query(`SELECT setval('order_number_seq', (SELECT max(number) FROM "order"))`);
}

async function addCounts(db: Queryable, update: string, counts: ReadonlyMap<string, number>): Promise<void> {
  await db.query(`${update} FROM unnest($1::uuid[], $2::int[]) AS n (id, count) WHERE p.id = n.id`, [
    [...counts.keys()],
    [...counts.values()],
  ]);
}
