import type { RouterInputs, RouterOutputs } from '@turing/client';

type AdjustMany = RouterInputs['products']['staff']['stock']['adjustMany'];
export type MatchedVariant = RouterOutputs['products']['staff']['variants']['matchSkus'][number];
export type CountMode = 'set' | 'change';

/** One place that is counted. */
export interface CountRow extends MatchedVariant {
  /** What was typed or pasted. */
  readonly units: string;
  /** What lay there when it was first looked at, if that has changed meanwhile. */
  readonly was: number | null;
  /** Why the API refused it. */
  readonly refusal: string | null;
}

export interface CountLine {
  readonly sku: string;
  readonly units: string;
}

export interface CountPaste {
  readonly lines: readonly CountLine[];
  /** Numbers of the lines without a SKU and a whole number. */
  readonly wrong: readonly number[];
}

export const mostRows = 1000;
const mostUnits = 1_000_000;

/** A whole number, of either sign, as people and spreadsheets write it; null for anything else. */
export function readUnits(text: string): number | null {
  const plain = text.replaceAll(/[\s,]/gu, '').replace('−', '-');
  if (!/^[+-]?\d{1,7}$/u.test(plain)) return null;
  const units = Number(plain);
  return Math.abs(units) > mostUnits ? null : units + 0;
}

/**
 * Rows of a spreadsheet: the SKU first, the number last, whatever is between. A first line without a number is a
 * heading. Of a SKU that comes twice the last counts.
 */
export function readCount(text: string): CountPaste {
  const bySku = new Map<string, CountLine>();
  const wrong: number[] = [];
  for (const [index, row] of text.split(/\r?\n/u).entries()) {
    if (row.trim() === '') continue;
    const cells = row
      .trim()
      .split(row.includes('\t') ? '\t' : /\s*[;,]\s*|\s+/u)
      .map((cell) => cell.trim());
    const [sku = '', units = ''] = [cells[0], cells.at(-1)];
    if (cells.length > 1 && sku !== '' && readUnits(units) !== null)
      bySku.set(sku.toUpperCase(), { sku, units });
    else if (index > 0) wrong.push(index + 1);
  }
  return { lines: [...bySku.values()], wrong };
}

/** What would lie there; null while that cannot be said, `invalid` for what is no number or leaves less than nothing. */
export function unitsAfter({ onHand, units }: CountRow, mode: CountMode): number | 'invalid' | null {
  if (units.trim() === '') return null;
  const typed = readUnits(units);
  if (typed === null) return 'invalid';
  const after = mode === 'set' ? typed : onHand + typed;
  return after < 0 ? 'invalid' : after;
}

/** The rows that move stock, as the API takes them. Setting says what was seen, so that no other count is lost. */
export function toAdjustments(
  rows: readonly CountRow[],
  { mode, locationId }: { readonly mode: CountMode; readonly locationId: string },
): AdjustMany['rows'] {
  return rows.flatMap((row): AdjustMany['rows'] => {
    const after = unitsAfter(row, mode);
    if (after === null || after === 'invalid' || after === row.onHand) return [];
    const place = { variantId: row.variantId, locationId };
    if (mode === 'change') return [{ ...place, change: after - row.onHand }];
    return [{ ...place, setTo: after, expectedOnHand: row.onHand }];
  });
}

/** The sheet with more rows; what was typed of a variant that is there gives way to what comes, unless that is empty. */
export function withRows(
  rows: readonly CountRow[],
  found: readonly MatchedVariant[],
  lines: readonly CountLine[] = [],
): CountRow[] {
  const unitsOf = new Map(lines.map(({ sku, units }) => [sku.toUpperCase(), units]));
  const next = new Map(rows.map((row) => [row.variantId, row]));
  for (const variant of found) {
    const former = next.get(variant.variantId);
    const units = unitsOf.get(variant.sku.toUpperCase()) ?? former?.units ?? '';
    next.set(variant.variantId, { ...variant, units, was: null, refusal: null });
  }
  return [...next.values()];
}

/** The sheet with the figures of today; rows whose figure moved say what it was. */
export function refreshed(rows: readonly CountRow[], found: readonly MatchedVariant[]): CountRow[] {
  const today = new Map(found.map((variant) => [variant.variantId, variant]));
  return rows.map((row) => {
    const now = today.get(row.variantId);
    if (now === undefined) return row;
    const was = now.onHand === row.onHand ? row.was : row.onHand;
    return { ...row, onHand: now.onHand, allocated: now.allocated, was };
  });
}
