import {
  allocateStock,
  available,
  availableNow,
  releaseStock,
  shipStock,
  ShopError,
  type StockLevel,
} from '@turing/domain';
import { defineStatement, runOn, type Transaction } from '@turing/db';
import { sql } from 'kysely';

export interface StockRequest {
  readonly variantId: string;
  readonly quantity: number;
}

export interface StockAllocation extends StockRequest {
  readonly locationId: string;
}

export interface LevelRow extends StockLevel {
  readonly variantId: string;
  readonly locationId: string;
  /** Whether the location sells. */
  readonly active: boolean;
}

const lock = defineStatement<{ readonly variantIds: readonly string[] }, LevelRow>(
  'stock_lock',
  (db, param) => ({
    compile: () =>
      sql<LevelRow>`
      select variant_id as "variantId", location_id as "locationId", on_hand as "onHand", allocated,
        backorder_limit as "backorderLimit", active
      from stock_level where variant_id = any (${param('variantIds')}::uuid[])
      order by variant_id, location_id for update`.compile(db),
  }),
);

/** Locks the levels of the variants, always in id order: callers that lock the same rows queue and never deadlock. */
async function lockLevels(tx: Transaction, variantIds: readonly string[]): Promise<LevelRow[]> {
  return runOn(tx, lock, { variantIds });
}

interface Promises {
  readonly variantIds: readonly string[];
  readonly locationIds: readonly string[];
  readonly allocated: readonly number[];
}

const write = defineStatement<Promises, never>('stock_write_allocated', (db, param) => ({
  compile: () =>
    sql<never>`
    update stock_level s set allocated = n.allocated
    from unnest(${param('variantIds')}::uuid[], ${param('locationIds')}::uuid[], ${param('allocated')}::int[])
      with ordinality as n (variant_id, location_id, allocated, place)
    where s.variant_id = n.variant_id and s.location_id = n.location_id
      and n.place between 1 and cardinality(${param('variantIds')}::uuid[])`.compile(db),
}));

/** Writes what is promised of locked levels; what is on hand only changes with a movement. */
export async function writeAllocated(tx: Transaction, rows: readonly LevelRow[]): Promise<void> {
  await runOn(tx, write, {
    variantIds: rows.map((row) => row.variantId),
    locationIds: rows.map((row) => row.locationId),
    allocated: rows.map((row) => row.allocated),
  });
}

/**
 * Takes stock for an order's lines, each from the one location that has most of it: with enough on the shelf
 * if there is one, else as a backorder. From one location only where the order is fetched there.
 * @throws PRODUCT_OUT_OF_STOCK with `variantId` and `available` when no location can serve a line.
 */
export async function allocateLines(
  tx: Transaction,
  lines: readonly StockRequest[],
  only: string | null = null,
): Promise<StockAllocation[]> {
  const levels = await lockLevels(
    tx,
    lines.map((line) => line.variantId),
  );
  const changed: LevelRow[] = [];
  const allocations = lines.map(({ variantId, quantity }) => {
    const candidates = levels.filter(
      (level) =>
        level.variantId === variantId && level.active && (only === null || level.locationId === only),
    );
    const best = candidates.toSorted(byService(quantity))[0];
    if (best === undefined || available(best) < quantity) {
      throw new ShopError('PRODUCT_OUT_OF_STOCK', { variantId, available: best ? available(best) : 0 });
    }
    changed.push({ ...best, ...allocateStock(best, quantity) });
    return { variantId, quantity, locationId: best.locationId };
  });
  await writeAllocated(tx, changed);
  return allocations;
}

/** Locations that can ship all of it today come first, then those that can promise most. */
function byService(quantity: number) {
  const ships = (level: StockLevel) => Number(availableNow(level) >= quantity);
  return (a: StockLevel, b: StockLevel) => ships(b) - ships(a) || available(b) - available(a);
}

async function changeAllocated(
  tx: Transaction,
  lines: readonly StockAllocation[],
  change: (level: StockLevel, quantity: number) => StockLevel,
): Promise<void> {
  const levels = await lockLevels(
    tx,
    lines.map((line) => line.variantId),
  );
  const changed = levels.flatMap((level) => {
    const quantity = lines
      .filter((line) => line.variantId === level.variantId && line.locationId === level.locationId)
      .reduce((sum, line) => sum + line.quantity, 0);
    return quantity === 0 ? [] : [{ ...level, ...change(level, quantity) }];
  });
  await writeAllocated(tx, changed);
}

/** Gives allocated stock back, as when an order is cancelled or expires. */
export async function releaseLines(tx: Transaction, lines: readonly StockAllocation[]): Promise<void> {
  await changeAllocated(tx, lines, releaseStock);
}

/**
 * Lets allocated stock leave with a shipment: the promise first, then the ledger, which takes it from the shelf.
 * @throws STOCK_INVALID with `requested` and `onHand` when less is on the shelf, as before a backorder came in
 */
export async function shipLines(
  tx: Transaction,
  shipmentId: string,
  lines: readonly StockAllocation[],
): Promise<void> {
  await changeAllocated(tx, lines, shipStock);
  await tx
    .insertInto('stock_movement')
    .values(
      lines.map((line) => ({
        variant_id: line.variantId,
        location_id: line.locationId,
        quantity: -line.quantity,
        reason: 'sale' as const,
        shipment_id: shipmentId,
      })),
    )
    .execute();
}

/** Adds what a confirmed order sold to the products' best-seller counts, locked in id order. */
export async function recordSales(tx: Transaction, lines: readonly StockRequest[]): Promise<void> {
  await sql`
    with sold as (
      select v.product_id, sum(l.quantity)::int as quantity
      from unnest(${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.quantity)}::int[]) as l (variant_id, quantity)
      join product_variant v on v.id = l.variant_id group by 1
    ), locked as (
      select p.id from product p join sold on sold.product_id = p.id order by p.id for no key update of p
    )
    update product p set sold_count = p.sold_count + sold.quantity
    from sold join locked on locked.id = sold.product_id where p.id = sold.product_id`.execute(tx);
}
