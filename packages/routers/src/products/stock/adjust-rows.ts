import type { Transaction } from '@turing/db';
import { adjustStock, isShopError, ShopError } from '@turing/domain';
import type { LevelRow } from '../stock-store.ts';
import { insertMovements, lockPlaces, placeKey } from './ledger-store.ts';
import type { Adjustment, AdjustmentReason } from './schemas.ts';

export interface AdjustmentCause {
  readonly staffId: string;
  readonly reason: AdjustmentReason;
  readonly note: string | null;
}

export interface Adjusted {
  readonly before: LevelRow;
  readonly after: LevelRow;
}

/**
 * Counts rows in or out, all or none: levels locked in one order, compared with what the caller saw, then the ledger.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, STOCK_CONFLICT with `yours` and `current`, STOCK_INVALID with the
 * figures, INPUT_INVALID for a place that comes twice; each names its `row`, counted from zero
 */
export async function adjustRows(
  tx: Transaction,
  rows: readonly Adjustment[],
  cause: AdjustmentCause,
): Promise<Adjusted[]> {
  const seen = new Set<string>();
  for (const [row, adjustment] of rows.entries()) {
    if (seen.has(placeKey(adjustment))) throw new ShopError('INPUT_INVALID', { row, ...placeOf(adjustment) });
    seen.add(placeKey(adjustment));
  }
  const levels = await lockPlaces(tx, rows);
  const adjusted = rows.map((adjustment, row) => adjustRow(levels, adjustment, row));
  const moved = adjusted.filter(({ before, after }) => before.onHand !== after.onHand);
  await insertMovements(
    tx,
    moved.map(({ before, after }) => ({
      ...placeOf(before),
      ...cause,
      quantity: after.onHand - before.onHand,
    })),
  );
  return adjusted;
}

function adjustRow(levels: ReadonlyMap<string, LevelRow>, adjustment: Adjustment, row: number): Adjusted {
  const before = levels.get(placeKey(adjustment));
  if (before === undefined) throw new Error(`level ${placeKey(adjustment)} was not locked`);
  try {
    return { before, after: { ...before, ...adjustStock(before, changeOf(before, adjustment)) } };
  } catch (error) {
    if (!isShopError(error)) throw error;
    throw new ShopError(error.code, { ...error.details, row, ...placeOf(adjustment) }, { cause: error });
  }
}

function changeOf(level: LevelRow, adjustment: Adjustment): number {
  if ('change' in adjustment) return adjustment.change;
  const { expectedOnHand, setTo } = adjustment;
  if (expectedOnHand !== level.onHand) {
    throw new ShopError('STOCK_CONFLICT', { yours: expectedOnHand, current: level.onHand });
  }
  return setTo - level.onHand;
}

function placeOf({ variantId, locationId }: { variantId: string; locationId: string }) {
  return { variantId, locationId };
}
