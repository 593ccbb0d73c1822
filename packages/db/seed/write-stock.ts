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
    { id: ids.main, code: 'main', name: 'Portland warehouse' },
    { id: ids.second, code: 'harbour', name: 'Rotterdam harbour' },
  ]);
  return ids;
}

interface StockInput {
  shelf: readonly ShelfProduct[];
  locations: Locations;
  secondHolds: ReadonlySet<string>;
  book: StockBook;
  newId: NewId;
  now: Date;
}

/** Writes what lies on the shelves, so that the first delivery is what is there and what has been shipped. */
export async function writeStock(db: Queryable, input: StockInput): Promise<void> {
  const levels: NewRow<'stock_level'>[] = [];
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
      for (const location of places) {
        const { allocated, shipped } = input.book.at(id, location);
        const onHand = allocated + (gone ? 0 : freeUnits(random, low));
        levels.push({ variant_id: id, location_id: location, on_hand: onHand, allocated });
        if (onHand + shipped === 0) continue;
        const at = publishedAt ?? input.now;
        movements.push({
          id: input.newId(at),
          variant_id: id,
          location_id: location,
          quantity: onHand + shipped,
          reason: 'initial',
          shipment_id: null,
          created_at: at,
        });
      }
    }
  }
  await insertRows(db, 'stock_level', levels);
  await insertRows(db, 'stock_movement', movements);
}

function freeUnits(random: Random, low: boolean): number {
  return low ? random.int(1, 4) : 8 + Math.floor(random.next() ** 2 * 130);
}
