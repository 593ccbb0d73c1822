import { adjustStock, isShopError } from '@turing/domain';
import type { LevelRow } from '../stock-store.ts';
import type { StockPlace } from '../stock/ledger-store.ts';
import { type AdjustmentReason, adjustmentReasons } from '../stock/schemas.ts';
import { complain, readChoice, readInteger, readText, type RowScope } from './cells.ts';
import type { RowPlan } from './settle-group.ts';
import type { VariantReference } from './sku-store.ts';

interface Known {
  readonly variants: ReadonlyMap<string, VariantReference>;
  /** Id by code. */
  readonly locations: ReadonlyMap<string, string>;
}

/** What a row says of one place. */
export interface StockCount {
  readonly sku: string;
  readonly location: string;
  readonly productId: string;
  readonly place: StockPlace;
  readonly setTo: number | null;
  readonly change: number | null;
  readonly expected: number | null;
  readonly reason: AdjustmentReason;
  readonly note: string | null;
}

export interface StockChange extends Pick<
  StockCount,
  'sku' | 'location' | 'productId' | 'place' | 'reason' | 'note'
> {
  readonly before: number;
  readonly quantity: number;
}

const mostUnits = 1_000_000;

/** Reads a row of stock; null when it names nothing that is there or does not say how much. */
export function readStockRow(scope: RowScope, known: Known): StockCount | null {
  const sku = readText(scope, 'sku', 64);
  const location = readText(scope, 'location', 60);
  const variant = sku ? known.variants.get(sku) : undefined;
  const locationId = location ? known.locations.get(location.toLowerCase()) : undefined;
  if (sku === null) complain(scope, { column: 'sku', code: 'required', message: 'Whose stock is it?' });
  else if (variant === undefined)
    complain(scope, { column: 'sku', code: 'unknown', message: 'No variant has this SKU.' });
  if (location === null)
    complain(scope, { column: 'location', code: 'required', message: 'Where does it lie?' });
  else if (locationId === undefined)
    complain(scope, { column: 'location', code: 'unknown', message: 'No location has this code.' });
  const setTo = readInteger(scope, 'on_hand', { from: 0, to: mostUnits }) ?? null;
  const change = readInteger(scope, 'change', { from: -mostUnits, to: mostUnits }) ?? null;
  const expected = readInteger(scope, 'expected_on_hand', { from: 0, to: mostUnits }) ?? null;
  const reason = readChoice(scope, 'reason', adjustmentReasons) ?? 'correction';
  const note = readText(scope, 'note', 500) ?? null;
  if ((setTo === null) === (change === null)) {
    const message =
      setTo === null
        ? 'Either what is there or how it changed.'
        : 'Not both: what is there, or how it changed.';
    complain(scope, { column: 'on_hand', code: setTo === null ? 'required' : 'refused', message });
    return null;
  }
  if (!sku || !location || variant === undefined || locationId === undefined) return null;
  const place = { variantId: variant.id, locationId };
  return { sku, location, productId: variant.productId, place, setTo, change, expected, reason, note };
}

/** Compares a count with the level as it is. */
export function planStockRow(
  scope: RowScope,
  count: StockCount,
  level: LevelRow | undefined,
): RowPlan<StockChange> {
  const before = level?.onHand ?? 0;
  const { sku, location, productId, place, reason, note } = count;
  // A file that comes again finds what it asked for: that is no conflict.
  if (count.expected !== null && count.expected !== before && count.setTo !== before) {
    const message = `${before} are there now: it changed since the file was written.`;
    complain(scope, { column: 'expected_on_hand', code: 'changed_meanwhile', message });
  }
  const quantity = count.change ?? (count.setTo ?? before) - before;
  try {
    adjustStock(level ?? { onHand: 0, allocated: 0, backorderLimit: 0 }, quantity);
  } catch (cause) {
    if (!isShopError(cause)) throw cause;
    const column = count.change === null ? 'on_hand' : 'change';
    const promised = level?.allocated ?? 0;
    complain(scope, {
      column,
      code: 'out_of_range',
      message: `${before} are there, ${promised} of them promised.`,
    });
  }
  if (quantity === 0) return { change: null, isNew: false };
  return { change: { sku, location, productId, place, reason, note, before, quantity }, isNew: false };
}
