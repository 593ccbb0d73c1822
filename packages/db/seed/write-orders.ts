import { insertRows, type Queryable } from '../src/testing/insert.ts';
import type { History } from './orders/history.ts';

/** Writes the past orders and what they sold and redeemed; what left the shelves is written with the stock. */
export async function writeOrders(db: Queryable, history: History): Promise<void> {
  const { rows } = history;
  await insertRows(db, 'order', rows.order);
  await insertRows(db, 'order_line', rows.order_line);
  await insertRows(db, 'order_tax', rows.order_tax);
  await insertRows(db, 'order_promotion', rows.order_promotion);
  await insertRows(db, 'shipment', rows.shipment);
  await insertRows(db, 'shipment_line', rows.shipment_line);
  await insertRows(db, 'order_timeline', rows.order_timeline);
  await insertRows(db, 'payment', rows.payment);
  await insertRows(db, 'payment_attempt', rows.payment_attempt);
  await insertRows(db, 'refund', rows.refund);
  await addCounts(db, 'UPDATE product p SET sold_count = n.count', history.sold);
  await writePairs(db);
  const redeemed = new Map(
    [...history.redeemed].map(([code, count]) => [history.context.promotionIds.get(code) ?? '', count]),
  );
  await addCounts(
    db,
    'UPDATE promotion p SET used_count = CASE WHEN p.usage_limit IS NULL THEN 0 ELSE n.count END',
    redeemed,
  );
  await db.query(
    `UPDATE number_series SET next_number = (SELECT max(number) + 1 FROM "order") WHERE kind = 'order'`,
  );
}

/** What confirmed orders say was bought together. */
async function writePairs(db: Queryable): Promise<void> {
  await db.query(`
    WITH bought AS (
      SELECT DISTINCT l.order_id, v.product_id FROM order_line l JOIN product_variant v ON v.id = l.variant_id
      JOIN "order" o ON o.id = l.order_id WHERE o.confirmed_at IS NOT NULL
    )
    INSERT INTO product_pair (product_id, other_id, orders)
    SELECT a.product_id, b.product_id, count(*) FROM bought a
    JOIN bought b ON b.order_id = a.order_id AND b.product_id <> a.product_id GROUP BY 1, 2`);
}

async function addCounts(db: Queryable, update: string, counts: ReadonlyMap<string, number>): Promise<void> {
  await db.query(`${update} FROM unnest($1::uuid[], $2::int[]) AS n (id, count) WHERE p.id = n.id`, [
    [...counts.keys()],
    [...counts.values()],
  ]);
}
