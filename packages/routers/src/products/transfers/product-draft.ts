import { currencies, type Currency, maxVariants, slugify } from '@turing/domain';
import {
  complain,
  readBoolean,
  readChoice,
  readInteger,
  readList,
  readMoney,
  readText,
  readTime,
  type RowScope,
} from './cells.ts';
import { type AttributeDraft, readAttributes, readCategories } from './classification-draft.ts';
import { compareAtColumn, optionNumbers, priceColumn, productLevelColumns } from './columns.ts';
import type { SheetRow } from './csv-rows.ts';
import type { Problem } from './problem.ts';
import type { References } from './references.ts';

/** What a file says of a product itself; what it is silent about is undefined. */
export interface ProductFields {
  readonly name?: string | undefined;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly brand?: string | undefined;
  readonly status?: 'draft' | 'active' | 'archived' | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly featured?: boolean | undefined;
  readonly seoTitle?: string | null | undefined;
  readonly seoDescription?: string | null | undefined;
  readonly publishedAt?: Date | undefined;
  readonly unpublishAt?: Date | null | undefined;
}

export interface PriceDraft {
  readonly currency: Currency;
  /** Null takes the price away. */
  readonly amountMinor: number | null | undefined;
  readonly compareAtMinor: number | null | undefined;
}

export interface VariantDraft {
  readonly row: SheetRow;
  readonly sku: string;
  readonly barcode: string | null | undefined;
  readonly weightGrams: number | undefined;
  readonly active: boolean | undefined;
  readonly lowStockThreshold: number | null | undefined;
  /** By option, in the order of the options. */
  readonly optionValues: readonly (string | null)[];
  readonly prices: readonly PriceDraft[];
}

/** What the rows of one product say. */
export interface ProductDraft {
  readonly handle: string;
  readonly first: SheetRow;
  readonly rowCount: number;
  readonly fields: ProductFields;
  /** Primary first. */
  readonly categoryIds: readonly string[] | undefined;
  readonly attributes: readonly AttributeDraft[];
  /** Empty when the file names none: the product keeps its own. */
  readonly optionNames: readonly string[];
  readonly variants: readonly VariantDraft[];
  readonly problems: Problem[];
}

/** Reads the rows of one product. Problems are collected, never thrown. */
export function readProduct(
  handle: string,
  rows: readonly [SheetRow, ...SheetRow[]],
  references: References,
): ProductDraft {
  const problems: Problem[] = [];
  const [first] = rows;
  const scope = { row: first, problems };
  if (handle === '') complain(scope, { column: 'handle', code: 'required', message: 'A product needs one.' });
  else if (slugify(handle) !== handle || handle.length > 200)
    complain(scope, { column: 'handle', code: 'not_a_slug', message: suggestHandle(handle) });
  if (rows.length > maxVariants)
    complain(scope, {
      column: null,
      code: 'too_many',
      message: `A product has at most ${maxVariants} variants.`,
    });
  checkRepeated(rows, problems);
  const optionNames = readOptionNames(scope);
  return {
    handle,
    first,
    rowCount: rows.length,
    fields: readFields(scope),
    categoryIds: readCategories(scope, references),
    attributes: readAttributes(scope, references),
    optionNames,
    variants: rows.slice(0, maxVariants).map((row) => readVariant({ row, problems })),
    problems,
  };
}

function suggestHandle(handle: string): string {
  const better = slugify(handle).slice(0, 100);
  const rule = 'Lower-case letters and digits joined by hyphens, at most 200.';
  return better === '' ? rule : `${rule} For instance ${better}`;
}

/** What a product has once is told in its first row; below it may only be told again. */
function checkRepeated([first, ...others]: readonly [SheetRow, ...SheetRow[]], problems: Problem[]): void {
  const once = [...first.cells.keys()].filter(
    (column) =>
      column.startsWith('attribute:') || /^option\d_name$/u.test(column) || productLevel.has(column),
  );
  for (const row of others) {
    for (const column of once) {
      const cell = row.cells.get(column);
      if (cell === undefined || cell === '' || cell === first.cells.get(column)) continue;
      const message = `Not what the first row of the product says (line ${first.line}). Leave it empty here.`;
      complain({ row, problems }, { column, code: 'differs', message });
    }
  }
}

const productLevel: ReadonlySet<string> = new Set(productLevelColumns.map(({ name }) => name));

const statuses = ['draft', 'active', 'archived'] as const;

function readFields(scope: RowScope): ProductFields {
  const name = readText(scope, 'name', 200);
  const publishedAt = readTime(scope, 'published_at');
  const unpublishAt = readTime(scope, 'unpublish_at');
  const textOf = (column: string, longest: number) => {
    const text = readText(scope, column, longest);
    return text === null ? '' : text;
  };
  return {
    // An empty name, status or day of publishing leaves what is there.
    name: name ?? undefined,
    summary: textOf('summary', 500),
    description: textOf('description', 50_000),
    brand: textOf('brand', 120),
    status: readChoice(scope, 'status', statuses) ?? undefined,
    tags: orEmpty(readList(scope, 'tags', 60)),
    featured: readBoolean(scope, 'featured') ?? undefined,
    seoTitle: readText(scope, 'seo_title', 200),
    seoDescription: readText(scope, 'seo_description', 500),
    publishedAt: publishedAt ?? undefined,
    unpublishAt,
  };
}

function orEmpty(list: readonly string[] | null | undefined): readonly string[] | undefined {
  return list === null ? [] : list;
}

function readOptionNames(scope: RowScope): string[] {
  const names = optionNumbers.map((number) => readText(scope, `option${number}_name`, 60) ?? null);
  const given = names.filter((name) => name !== null);
  const gap = names.findIndex((name, index) => name === null && index < given.length);
  if (gap !== -1) {
    const message = 'Options are named without a gap.';
    complain(scope, { column: `option${gap + 1}_name`, code: 'required', message });
  }
  if (new Set(given.map((name) => name.toLowerCase())).size < given.length)
    complain(scope, { column: 'option1_name', code: 'repeated', message: 'Two options have one name.' });
  return given;
}

function readVariant(scope: RowScope): VariantDraft {
  const sku = readText(scope, 'sku', 64);
  if (sku === null) complain(scope, { column: 'sku', code: 'required', message: 'A variant needs a SKU.' });
  return {
    row: scope.row,
    sku: sku ?? '',
    barcode: readBarcode(scope),
    weightGrams: readInteger(scope, 'weight_grams', { from: 0, to: 10_000_000 }) ?? undefined,
    active: readBoolean(scope, 'active') ?? undefined,
    lowStockThreshold: readInteger(scope, 'low_stock_threshold', { from: 0, to: 1_000_000 }),
    optionValues: optionNumbers.map((number) => readText(scope, `option${number}_value`, 60) ?? null),
    prices: currencies.map((currency) => ({
      currency,
      amountMinor: readMoney(scope, priceColumn(currency), currency),
      compareAtMinor: readMoney(scope, compareAtColumn(currency), currency),
    })),
  };
}

function readBarcode(scope: RowScope): string | null | undefined {
  const barcode = readText(scope, 'barcode', 64);
  if (typeof barcode !== 'string' || !/^\d(?:[.,]\d+)?E\+\d+$/iu.test(barcode)) return barcode;
  const message = 'A spreadsheet has rounded this number. Format the column as text.';
  complain(scope, { column: 'barcode', code: 'not_text', message });
  return undefined;
}
