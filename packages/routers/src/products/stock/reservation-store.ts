import type { Database, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { StockAllocation } from '../stock-store.ts';
import type { ListReservationsInput, Reservation, ReservationPage } from './schemas.ts';

interface NewReservation extends StockAllocation {
  readonly reference: string;
  readonly staffId: string;
  readonly expiresAt: Date;
  readonly draftId?: string;
}

export async function insertReservation(tx: Transaction, reservation: NewReservation): Promise<string> {
  const { id } = await tx
    .insertInto('stock_reservation')
    .values({
      variant_id: reservation.variantId,
      location_id: reservation.locationId,
      quantity: reservation.quantity,
      reference: reservation.reference,
      staff_id: reservation.staffId,
      expires_at: reservation.expiresAt,
      draft_id: reservation.draftId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const released = ['variant_id as variantId', 'location_id as locationId', 'quantity'] as const;

/** Ends a live reservation: of all who try, one is given what it held. */
export async function endReservation(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<StockAllocation | undefined> {
  return tx
    .updateTable('stock_reservation')
    .set({ released_at: now })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .returning(released)
    .executeTakeFirst();
}

/** Ends what is live of a draft order's. */
export async function endReservationsOfDraft(
  tx: Transaction,
  draftId: string,
  now: Date,
): Promise<StockAllocation[]> {
  return tx
    .updateTable('stock_reservation')
    .set({ released_at: now })
    .where('draft_id', '=', draftId)
    .where('released_at', 'is', null)
    .returning(released)
    .execute();
}

/** Ends at most `limit` reservations whose time is over, leaving those another worker has in hand. */
export async function endExpired(
  tx: Transaction,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<StockAllocation[]> {
  return tx
    .updateTable('stock_reservation')
    .set({ released_at: now })
    .where('released_at', 'is', null)
    .where('id', 'in', (due) =>
      due
        .selectFrom('stock_reservation')
        .select('id')
        .where('released_at', 'is', null)
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(released)
    .execute();
}

/** Reservations, newest first. @throws CURSOR_INVALID */
export async function listReservations(db: Database, input: ListReservationsInput): Promise<ReservationPage> {
  const conditions = [sql`true`];
  if (input.variantId) conditions.push(sql`r.variant_id = ${input.variantId}`);
  if (input.state === 'live') conditions.push(sql`r.released_at is null`);
  if (input.state === 'released') conditions.push(sql`r.released_at is not null`);
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    conditions.push(sql`(r.created_at, r.id) < (${time}, ${id}::uuid)`);
  }
  const { rows } = await sql<Reservation>`
    select r.id, r.variant_id as "variantId", v.sku, p.name as "productName", v.name as "variantName",
      r.location_id as "locationId", l.name as "locationName", r.quantity, r.reference, staff.name as "staffName",
      r.created_at as "createdAt", r.expires_at as "expiresAt", r.released_at as "releasedAt"
    from stock_reservation r
    join product_variant v on v.id = r.variant_id join product p on p.id = v.product_id
    join stock_location l on l.id = r.location_id left join staff on staff.id = r.staff_id
    where ${sql.join(conditions, sql` and `)}
    order by r.created_at desc, r.id desc limit ${input.limit + 1}`.execute(db.reader);
  return pageOf(rows, input.limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}
