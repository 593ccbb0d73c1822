import type { Database } from '@turing/db';
import { sql } from 'kysely';
import type { StockCheck } from './schemas.ts';

/**
 * Compares each level with the sum of its ledger, and what is promised with the unshipped lines of open orders and the live
 * reservations. One statement, so that all of it is of one moment.
 */
export async function verifyStock(db: Database): Promise<StockCheck> {
  const { rows } = await sql<StockCheck>`
    with ledger as (
      select variant_id, location_id, sum(quantity)::int as units from stock_movement group by 1, 2
    ), promise as (
      select variant_id, location_id, sum(units)::int as units from (
        select l.variant_id, l.location_id, l.quantity - l.fulfilled_quantity - l.cancelled_quantity as units
        from order_line l join "order" o on o.id = l.order_id where o.status in ('pending', 'confirmed')
        union all select variant_id, location_id, quantity from stock_reservation where released_at is null
      ) kept group by 1, 2
    ), compared as (
      select variant_id, location_id, coalesce(s.on_hand, 0) as on_hand, coalesce(s.allocated, 0) as allocated,
        coalesce(ledger.units, 0) as ledger, coalesce(promise.units, 0) as promised
      from stock_level s full join ledger using (variant_id, location_id) full join promise using (variant_id, location_id)
    ), wrong as (
      select * from compared where on_hand <> ledger or allocated <> promised order by variant_id, location_id limit 100
    )
    select (select count(*)::int from stock_level) as levels, coalesce((
      select json_agg(json_build_object('variantId', variant_id, 'locationId', location_id, 'onHand', on_hand,
        'ledger', ledger, 'allocated', allocated, 'promised', promised)) from wrong), '[]') as wrong`.execute(
    db.reader,
  );
  return rows[0] ?? { levels: 0, wrong: [] };
}
