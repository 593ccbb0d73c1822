import { insertRows, type NewRow, type Queryable } from '../src/testing/insert.ts';
import type { NewId } from './ids.ts';
import type { StockBook } from './orders/rows.ts';
import type { ShelfProduct } from './orders/shelf.ts';
import { createRandom, type Random } from './random.ts';

export interface Locations {
  main: string;
  second: string;
}

const secondShare = 0.35;

/** Variants that lie at the second location too. */
export function chooseSecondStock(shelf: readonly ShelfProduct[]): Set<string> {
  const random = createRandom('second location');
  const ids = shelf.flatMap(({ variants }) => variants.map(({ id }) => id));
  return new Set(ids.filter(() => random.chance(secondShare)));
}

export async function writeLocations(db: Queryable, newId: NewId, at: Date): Promise<Locations> {
  const ids = { main: newId(at), second: newId(at) };
  await insertRows(db, 'stock_location', [
    { id: ids.main, code: 'main', name: 'Portland warehouse', position: 0 },
    { id: ids.second, code: 'harbour', name: 'Rotterdam harbour', position: 1 },
  ]);
  return ids;
}

interface StockInput {
  shelf: readonly ShelfProduct[];
  locations: Locations;
  secondHolds: ReadonlySet<string>;
  book: StockBook;
  /** What left with the parcels of past orders. */
  sales: readonly NewRow<'stock_movement'>[];
  newId: NewId;
  now: Date;
}

interface Level {
  variant_id: string;
  location_id: string;
  allocated: number;
  backorder_limit: number;
}

/** Writes what lies on the shelves: a first delivery that leaves what is there after all that was shipped. */
export async function writeStock(db: Queryable, input: StockInput): Promise<void> {
  const levels: Level[] = [];
  const movements: NewRow<'stock_movement'>[] = [];
  for (const { product, variants, publishedAt } of input.shelf) {
    const random = createRandom(`stock ${product.slug}`);
    const soldOut = random.chance(0.02);
    for (const { id } of variants) {
      const places = input.secondHolds.has(id)
        ? [input.locations.main, input.locations.second]
        : [input.locations.main];
      const gone = soldOut || random.chance(0.02);
      const low = random.chance(0.07);
      const promised = gone && !soldOut && createRandom(`backorder ${id}`).chance(0.5) ? 25 : 0;
      for (const location of places) {
        const { allocated, shipped } = input.book.at(id, location);
        const delivered = allocated + shipped + (gone ? 0 : freeUnits(random, low));
        levels.push({ variant_id: id, location_id: location, allocated, backorder_limit: promised });
        if (delivered === 0) continue;
        const at = publishedAt ?? input.now;
        movements.push({
          id: input.newId(at),
          variant_id: id,
          location_id: location,
          quantity: delivered,
          reason: 'initial',
          shipment_id: null,
          created_at: at,
        });
      }
    }
  }
  await writeLevels(db, levels, [...movements, ...input.sales]);
}

async function writeLevels(
  db: Queryable,
  levels: readonly Level[],
  movements: readonly NewRow<'stock_movement'>[],
): Promise<void> {
  const empty = levels.map(({ variant_id, location_id }) => ({ variant_id, location_id, on_hand: 0 }));
  await insertRows(db, 'stock_level', empty);
  await insertRows(db, 'stock_movement', movements.toSorted(byTime));
  await db.query(
    `UPDATE stock_level s SET allocated = n.allocated, backorder_limit = n.backorder_limit
     FROM jsonb_populate_recordset(NULL::stock_level, $1::jsonb) n
     WHERE s.variant_id = n.variant_id AND s.location_id = n.location_id AND n.allocated + n.backorder_limit > 0`,
    [JSON.stringify(levels)],
  );
}

function byTime(a: NewRow<'stock_movement'>, b: NewRow<'stock_movement'>): number {
  return new Date(a.created_at ?? 0).getTime() - new Date(b.created_at ?? 0).getTime();
}

function freeUnits(random: Random, low: boolean): number {
  return low ? random.int(1, 4) : 8 + Math.floor(random.next() ** 2 * 130);
}
