import type { Database } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { ListMovementsInput, MovementPage } from './schemas.ts';

/** The ledger of a variant, newest first: who, why, when, and what lay there afterwards. @throws CURSOR_INVALID */
export async function listMovements(db: Database, input: ListMovementsInput): Promise<MovementPage> {
  const conditions = [sql`m.variant_id = ${input.variantId}`];
  if (input.locationId) conditions.push(sql`m.location_id = ${input.locationId}`);
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    conditions.push(sql`(m.created_at, m.id) < (${time}, ${id}::uuid)`);
  }
  const { rows } = await sql<MovementPage['items'][number]>`
    select m.id, m.created_at as "createdAt", m.location_id as "locationId", l.name as "locationName", m.quantity,
      m.reason, m.note, m.on_hand_after as "onHandAfter", staff.name as "staffName", o.id as "orderId",
      o.number as "orderNumber", (
        select place.name from stock_movement other join stock_location place on place.id = other.location_id
        where other.variant_id = m.variant_id and other.transfer_id = m.transfer_id and other.id <> m.id limit 1
      ) as "otherLocationName"
    from stock_movement m
    join stock_location l on l.id = m.location_id
    left join staff on staff.id = m.staff_id
    left join shipment on shipment.id = m.shipment_id
    left join "order" o on o.id = shipment.order_id
    where ${sql.join(conditions, sql` and `)}
    order by m.created_at desc, m.id desc limit ${input.limit + 1}`.execute(db.reader);
  return pageOf(rows, input.limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}
