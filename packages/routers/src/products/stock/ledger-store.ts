import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { LevelRow } from '../stock-store.ts';
import type { AdjustmentReason } from './schemas.ts';

/** A variant at a location. */
export interface StockPlace {
  readonly variantId: string;
  readonly locationId: string;
}

export interface Movement extends StockPlace {
  readonly quantity: number;
  readonly reason: AdjustmentReason | 'transferred';
  readonly staffId: string;
  readonly note: string | null;
  readonly transferId?: string;
}

export function placeKey({ variantId, locationId }: StockPlace): string {
  return `${variantId} ${locationId}`;
}

/**
 * Refuses places that are not there; a variant that is stays until the transaction ends.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, each with the `row` of the first
 */
async function assertPlaces(tx: Transaction, places: readonly StockPlace[]): Promise<void> {
  const variants = await tx
    .selectFrom('product_variant')
    .select('id')
    .where('id', 'in', [...new Set(places.map(({ variantId }) => variantId))])
    .orderBy('id')
    .forKeyShare()
    .execute();
  const locations = await tx
    .selectFrom('stock_location')
    .select('id')
    .where('id', 'in', [...new Set(places.map(({ locationId }) => locationId))])
    .execute();
  const known = new Set([...variants, ...locations].map(({ id }) => id));
  for (const [row, { variantId, locationId }] of places.entries()) {
    if (!known.has(variantId)) throw new ShopError('VARIANT_NOT_FOUND', { row, variantId });
    if (!known.has(locationId)) throw new ShopError('STOCK_LOCATION_NOT_FOUND', { row, locationId });
  }
}

/**
 * Locks the levels of the places, in (variant, location) order, and makes those that are missing.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, each with the `row` of the first
 */
export async function lockPlaces(
  tx: Transaction,
  places: readonly StockPlace[],
): Promise<Map<string, LevelRow>> {
  await assertPlaces(tx, places);
  const wanted = sql`unnest(${places.map(({ variantId }) => variantId)}::uuid[],
    ${places.map(({ locationId }) => locationId)}::uuid[]) as w (variant_id, location_id)`;
  // A conflict locks the row and changes nothing, so that missing and present levels are passed in one order.
  await sql`
    insert into stock_level (variant_id, location_id, on_hand)
    select variant_id, location_id, 0 from (select distinct * from ${wanted}) once order by variant_id, location_id
    on conflict (variant_id, location_id) do update set on_hand = stock_level.on_hand where false`.execute(
    tx,
  );
  const { rows } = await sql<LevelRow>`
    select s.variant_id as "variantId", s.location_id as "locationId", s.on_hand as "onHand", s.allocated,
      s.backorder_limit as "backorderLimit", s.active
    from stock_level s where (s.variant_id, s.location_id) in (select variant_id, location_id from ${wanted})`.execute(
    tx,
  );
  return new Map(rows.map((row) => [placeKey(row), row]));
}

/** Writes rows of the ledger, which change what is on hand. Their levels are locked by the caller. */
export async function insertMovements(tx: Transaction, movements: readonly Movement[]): Promise<void> {
  if (movements.length === 0) return;
  await tx
    .insertInto('stock_movement')
    .values(
      movements.map((movement) => ({
        variant_id: movement.variantId,
        location_id: movement.locationId,
        quantity: movement.quantity,
        reason: movement.reason,
        staff_id: movement.staffId,
        note: movement.note,
        transfer_id: movement.transferId ?? null,
      })),
    )
    .execute();
}

/** Writes how many units of a locked level may be promised beyond what is on hand. */
export async function updateBackorderLimit(
  tx: Transaction,
  { variantId, locationId }: StockPlace,
  backorderLimit: number,
): Promise<void> {
  await tx
    .updateTable('stock_level')
    .set({ backorder_limit: backorderLimit })
    .where('variant_id', '=', variantId)
    .where('location_id', '=', locationId)
    .execute();
}

/** Locks a variant and tells when it is low; undefined for an unknown one. */
export async function lockThreshold(
  tx: Transaction,
  variantId: string,
): Promise<{ lowStockThreshold: number | null } | undefined> {
  return tx
    .selectFrom('product_variant')
    .select('low_stock_threshold as lowStockThreshold')
    .where('id', '=', variantId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateThreshold(
  tx: Transaction,
  variantId: string,
  lowStockThreshold: number | null,
): Promise<void> {
  await tx
    .updateTable('product_variant')
    .set({ low_stock_threshold: lowStockThreshold })
    .where('id', '=', variantId)
    .execute();
}
