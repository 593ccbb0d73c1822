import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { LevelRow } from '../stock-store.ts';
import { lockPlaces, placeKey, type StockPlace } from '../stock/ledger-store.ts';

/** Id by code. */
export async function readLocations(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('stock_location').select(['id', 'code']).execute();
  return new Map(rows.map(({ id, code }) => [code.toLowerCase(), id]));
}

/** The levels of the places by `placeKey`. Locked, those that are missing are made; looked at, they are left out. */
export async function readLevels(
  tx: Transaction,
  places: readonly StockPlace[],
  isLocked: boolean,
): Promise<Map<string, LevelRow>> {
  if (places.length === 0) return new Map();
  if (isLocked) return lockPlaces(tx, places);
  const { rows } = await sql<LevelRow>`
    select s.variant_id as "variantId", s.location_id as "locationId", s.on_hand as "onHand", s.allocated,
      s.backorder_limit as "backorderLimit", s.active
    from stock_level s join unnest(${places.map(({ variantId }) => variantId)}::uuid[],
      ${places.map(({ locationId }) => locationId)}::uuid[]) as w (variant_id, location_id)
      on s.variant_id = w.variant_id and s.location_id = w.location_id`.execute(tx);
  return new Map(rows.map((row) => [placeKey(row), row]));
}
