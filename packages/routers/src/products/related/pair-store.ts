import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

/** The effect of `order.confirmed` that counts its pairs, as deliveries record it. */
export const pairCounter = 'count-pairs';

const productsOfOrders = sql`
  select distinct l.order_id, v.product_id from order_line l join product_variant v on v.id = l.variant_id`;

/** Adds an order's products to the pairs that were bought together, in one order of locks. Called once per order. */
export async function countPairs(tx: Transaction, orderId: string): Promise<void> {
  await sql`
    with bought as (${productsOfOrders} where l.order_id = ${orderId})
    insert into product_pair (product_id, other_id, orders)
    select a.product_id, b.product_id, 1 from bought a join bought b on b.product_id <> a.product_id
    order by 1, 2
    on conflict (product_id, other_id) do update set orders = product_pair.orders + 1`.execute(tx);
}

/**
 * Counts all pairs anew and answers how many rows were wrong. An order whose event waits to be counted is left to it:
 * the lock keeps those under way until this is committed.
 */
export async function recountPairs(tx: Transaction): Promise<number> {
  await sql`lock table product_pair in exclusive mode`.execute(tx);
  const { rows } = await sql<{ wrong: number }>`
    with bought as (
      ${productsOfOrders} join "order" o on o.id = l.order_id
      where o.confirmed_at is not null and not exists (
        select from outbox_event e
        where e.type = 'order.confirmed' and e.entity_id = o.id and not exists (
          select from event_delivery d where d.event_id = e.id and d.subscriber = ${pairCounter}))
    ), fresh as (
      select a.product_id, b.product_id as other_id, count(*)::int as orders
      from bought a join bought b on b.order_id = a.order_id and b.product_id <> a.product_id group by 1, 2
    ), gone as (
      delete from product_pair p
      where not exists (select from fresh f where f.product_id = p.product_id and f.other_id = p.other_id) returning 1
    ), put as (
      insert into product_pair (product_id, other_id, orders) select product_id, other_id, orders from fresh
      on conflict (product_id, other_id) do update set orders = excluded.orders
      where product_pair.orders <> excluded.orders returning 1
    )
    select ((select count(*) from gone) + (select count(*) from put))::int as wrong`.execute(tx);
  return rows[0]?.wrong ?? 0;
}
