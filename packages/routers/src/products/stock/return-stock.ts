import type { Transaction } from '@turing/db';
import { allocateStock } from '@turing/domain';
import type { StockAllocation } from '../stock-store.ts';
import { writeAllocated } from '../stock-store.ts';
import { lockPlaces, placeKey } from './ledger-store.ts';

/** Units of a return's line that came back to a place: onto the shelf, or written off there. */
export interface ReturnedUnits {
  readonly returnLineId: string;
  readonly variantId: string;
  readonly locationId: string;
  readonly restocked: number;
  readonly writtenOff: number;
}

/**
 * Takes units back into the house. Each line has a row of the ledger for what came back and a second one for what of it was
 * written off at once, so that nothing leaves the books unseen.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND
 */
export async function takeBackLines(
  tx: Transaction,
  units: readonly ReturnedUnits[],
  staffId: string,
): Promise<void> {
  const moving = units.filter(({ restocked, writtenOff }) => restocked + writtenOff > 0);
  if (moving.length === 0) return;
  await lockPlaces(tx, moving);
  const rowOf = (unit: ReturnedUnits, quantity: number, reason: 'returned' | 'written_off') => ({
    variant_id: unit.variantId,
    location_id: unit.locationId,
    quantity,
    reason,
    staff_id: staffId,
    return_line_id: unit.returnLineId,
  });
  await tx
    .insertInto('stock_movement')
    .values(
      moving.flatMap((unit) => [
        rowOf(unit, unit.restocked + unit.writtenOff, 'returned'),
        ...(unit.writtenOff > 0 ? [rowOf(unit, -unit.writtenOff, 'written_off')] : []),
      ]),
    )
    .execute();
}

/** Undoes a parcel that never left: the ledger takes its units back, and they are promised to its order again. */
export async function unshipLines(
  tx: Transaction,
  shipmentId: string,
  lines: readonly StockAllocation[],
): Promise<void> {
  await lockPlaces(tx, lines);
  await tx
    .insertInto('stock_movement')
    .values(
      lines.map((line) => ({
        variant_id: line.variantId,
        location_id: line.locationId,
        quantity: line.quantity,
        reason: 'sale' as const,
        shipment_id: shipmentId,
      })),
    )
    .execute();
  const levels = await lockPlaces(tx, lines);
  const changed = lines.reduce((known, line) => {
    const level = known.get(placeKey(line));
    if (level === undefined) throw new Error('a locked level is gone');
    return new Map(known).set(placeKey(line), { ...level, ...allocateStock(level, line.quantity) });
  }, levels);
  await writeAllocated(tx, [...changed.values()]);
}
