import type { Database, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { refuseTaken } from '../taken-store.ts';
import type { StockLocation } from './schemas.ts';

/** Every location, in staff's order. */
export async function listLocations(db: Database): Promise<StockLocation[]> {
  const { rows } = await sql<StockLocation>`
    select l.id, l.code, l.name, l.active, l.position, l.version, coalesce(sum(s.on_hand), 0)::int as "onHand",
      coalesce(sum(s.allocated), 0)::int as allocated
    from stock_location l left join stock_level s on s.location_id = l.id
    group by l.id order by l.position, l.id`.execute(db.reader);
  return rows;
}

export interface LocationRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly position: number;
  readonly version: number;
}

/** Locks every location, in id order. */
export async function lockLocations(tx: Transaction): Promise<LocationRow[]> {
  return tx
    .selectFrom('stock_location')
    .select(['id', 'name', 'active', 'position', 'version'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Adds a location after all others. @throws CODE_TAKEN */
export async function insertLocation(
  tx: Transaction,
  location: { readonly code: string; readonly name: string },
): Promise<string> {
  const position = sql<number>`(select coalesce(max(position) + 1, 0) from stock_location)`;
  const inserted = tx
    .insertInto('stock_location')
    .values({ ...location, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  return (await refuseTaken(inserted, new ShopError('CODE_TAKEN', { code: location.code }))).id;
}

export async function updateLocationRow(
  tx: Transaction,
  id: string,
  change: { readonly name: string; readonly active: boolean },
): Promise<void> {
  await tx
    .updateTable('stock_location')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Units at a location that are promised to orders and reservations. */
export async function promisedUnits(tx: Transaction, locationId: string): Promise<number> {
  const { promised } = await tx
    .selectFrom('stock_level')
    .select(sql<number>`coalesce(sum(allocated), 0)::int`.as('promised'))
    .where('location_id', '=', locationId)
    .executeTakeFirstOrThrow();
  return promised;
}

export async function updatePositions(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`
    update stock_location l set position = n.place - 1, version = l.version + 1
    from unnest(${ids}::uuid[]) with ordinality as n (id, place)
    where l.id = n.id and l.position <> n.place - 1`.execute(tx);
}
