import type { RouterInputs, RouterOutputs } from '@turing/client';
import { currencies, type Currency, toMajorString } from '@turing/domain';
import { readAmount, readCount, readFlag } from './cell-values.ts';

export type StaffVariant = RouterOutputs['products']['staff']['variants']['list']['items'][number];
export type VariantChange = RouterInputs['products']['staff']['variants']['bulkUpdate']['variants'][number];

export type GridColumn =
  | 'mediaId'
  | 'sku'
  | 'barcode'
  | 'weightGrams'
  | 'lowStockThreshold'
  | 'active'
  | `price:${Currency}`
  | `compareAt:${Currency}`;

export interface ColumnShown {
  readonly id: GridColumn;
  readonly label: string;
}

/** What was typed and differs from what is saved, by variant and column; nothing else is kept. */
export type Drafts = ReadonlyMap<string, Readonly<Partial<Record<GridColumn, string>>>>;

/** What is wrong with what was typed, by variant and column. */
export type CellErrors = ReadonlyMap<string, Readonly<Partial<Record<GridColumn, string>>>>;

export function columnsFor(currency: Currency): readonly ColumnShown[] {
  return [
    { id: 'mediaId', label: 'Picture' },
    { id: 'sku', label: 'SKU' },
    { id: 'barcode', label: 'Barcode' },
    { id: `price:${currency}`, label: `Price, ${currency}` },
    { id: `compareAt:${currency}`, label: `Compare at, ${currency}` },
    { id: 'weightGrams', label: 'Weight, g' },
    { id: 'lowStockThreshold', label: 'Low at' },
    { id: 'active', label: 'On sale' },
  ];
}

/** The saved state of a cell as text. */
export function savedText(variant: StaffVariant, column: GridColumn): string {
  const [field, currency] = column.split(':');
  const price = variant.prices.find((each) => each.currency === currency);
  switch (field) {
    case 'price':
      return price === undefined ? '' : toMajorString(price.amountMinor, price.currency);
    case 'compareAt':
      return price?.compareAtMinor == null ? '' : toMajorString(price.compareAtMinor, price.currency);
    case 'mediaId':
      return variant.mediaId ?? '';
    case 'sku':
      return variant.sku;
    case 'barcode':
      return variant.barcode ?? '';
    case 'weightGrams':
      return String(variant.weightGrams);
    case 'lowStockThreshold':
      return variant.lowStockThreshold === null ? '' : String(variant.lowStockThreshold);
    case undefined:
    default:
      return variant.active ? 'yes' : 'no';
  }
}

export function cellText(drafts: Drafts, variant: StaffVariant, column: GridColumn): string {
  return drafts.get(variant.id)?.[column] ?? savedText(variant, column);
}

export interface CellEdit {
  readonly variant: StaffVariant;
  readonly column: GridColumn;
  readonly text: string;
}

/** The drafts after some cells were typed into; a cell that says again what is saved is no draft. */
export function edited(drafts: Drafts, edits: readonly CellEdit[]): Drafts {
  const next = new Map(drafts);
  for (const { variant, column, text } of edits) {
    const { [column]: _former, ...others } = next.get(variant.id) ?? {};
    const same = text.trim() === savedText(variant, column);
    const cells = same ? others : { ...others, [column]: text };
    if (Object.keys(cells).length === 0) next.delete(variant.id);
    else next.set(variant.id, cells);
  }
  return next;
}

/** Where a block of cells from a spreadsheet goes, its first cell at `from`; what goes over the edge is left out. */
export function pasted(
  grid: { readonly variants: readonly StaffVariant[]; readonly columns: readonly ColumnShown[] },
  from: { readonly row: number; readonly column: GridColumn },
  block: readonly (readonly string[])[],
): CellEdit[] {
  const first = grid.columns.findIndex(({ id }) => id === from.column);
  return block.flatMap((cells, rowOffset) =>
    cells.flatMap((text, columnOffset) => {
      const variant = grid.variants[from.row + rowOffset];
      const column = grid.columns[first + columnOffset];
      if (variant === undefined || column === undefined || column.id === 'mediaId') return [];
      return [{ variant, column: column.id, text: column.id === 'active' ? flagText(text) : text.trim() }];
    }),
  );
}

function flagText(text: string): string {
  const flag = readFlag(text);
  if (flag === null) return text.trim();
  return flag ? 'yes' : 'no';
}

/** What to send, and what cannot be sent as it stands. */
export function toVariantChanges(
  variants: readonly StaffVariant[],
  drafts: Drafts,
  positions: ReadonlyMap<string, Pick<VariantChange, 'position'>> = new Map(),
): { changes: VariantChange[]; errors: CellErrors } {
  const errors = new Map<string, Partial<Record<GridColumn, string>>>();
  const changes = variants.flatMap((variant) => {
    const { id } = variant;
    const cells = drafts.get(id);
    if (cells === undefined && !positions.has(id)) return [];
    const wrong: Partial<Record<GridColumn, string>> = {};
    const change = { id, ...changeOf(variant, cells ?? {}, wrong), ...positions.get(id) };
    if (Object.keys(wrong).length > 0) errors.set(variant.id, wrong);
    return [change];
  });
  return { changes, errors };
}

type Cells = Readonly<Partial<Record<GridColumn, string>>>;

function changeOf(
  variant: StaffVariant,
  cells: Cells,
  wrong: Partial<Record<GridColumn, string>>,
): Omit<VariantChange, 'id'> {
  const { mediaId, sku, barcode, weightGrams, lowStockThreshold, active } = cells;
  const change: Omit<VariantChange, 'id'> = {};
  if (mediaId !== undefined) change.mediaId = mediaId === '' ? null : mediaId;
  if (sku !== undefined) {
    change.sku = sku.trim();
    if (change.sku === '') wrong.sku = 'A variant needs a SKU';
    if (change.sku.length > 64) wrong.sku = 'At most 64 characters';
  }
  if (barcode !== undefined) change.barcode = barcode.trim() || null;
  if (weightGrams !== undefined) {
    const weight = readCount(weightGrams);
    if (weight === null) wrong.weightGrams = 'A whole number of grams';
    else change.weightGrams = weight;
  }
  if (lowStockThreshold !== undefined) {
    const threshold = readCount(lowStockThreshold);
    const none = lowStockThreshold.trim() === '';
    if (threshold === null && !none) wrong.lowStockThreshold = 'A whole number, or nothing';
    else change.lowStockThreshold = none ? null : threshold;
  }
  if (active !== undefined) {
    const flag = readFlag(active);
    if (flag === null) wrong.active = 'Yes or no';
    else change.active = flag;
  }
  const prices = currencies.flatMap((currency) => priceChange(variant, { cells, currency, wrong }));
  return prices.length === 0 ? change : { ...change, prices };
}

interface PriceCells {
  readonly cells: Cells;
  readonly currency: Currency;
  readonly wrong: Partial<Record<GridColumn, string>>;
}

function priceChange(
  variant: StaffVariant,
  { cells, currency, wrong }: PriceCells,
): NonNullable<VariantChange['prices']> {
  const [price, compareAt] = [`price:${currency}`, `compareAt:${currency}`] as const;
  if (cells[price] === undefined && cells[compareAt] === undefined) return [];
  const amountText = (cells[price] ?? savedText(variant, price)).trim();
  const compareText = (cells[compareAt] ?? savedText(variant, compareAt)).trim();
  const amount = amountText === '' ? null : readAmount(amountText, currency);
  const compare = compareText === '' ? null : readAmount(compareText, currency);
  if (amount === 'invalid') wrong[price] = `An amount in ${currency}`;
  if (compare === 'invalid') wrong[compareAt] = `An amount in ${currency}`;
  if (amount === 'invalid' || compare === 'invalid') return [];
  if (amount === null) {
    if (compare !== null) wrong[compareAt] = 'Only beside a price';
    return [{ currency, amountMinor: null }];
  }
  if (compare !== null && compare <= amount) wrong[compareAt] = 'Above the price';
  return [{ currency, amountMinor: amount, compareAtMinor: compare }];
}
