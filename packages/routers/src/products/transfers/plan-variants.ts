import { complain } from './cells.ts';
import type { PlanInput } from './plan-classification.ts';
import type { FieldChanges } from './plan-fields.ts';
import { type OptionPlan, placeVariant, planOptions } from './plan-options.ts';
import { planPrices } from './plan-prices.ts';
import type { VariantDraft } from './product-draft.ts';
import type { VariantSnapshot } from './product-snapshot.ts';

/** In the database: SKU → product, barcode → variant. */
export interface KnownCodes {
  readonly skus: ReadonlyMap<string, string>;
  readonly barcodes: ReadonlyMap<string, string>;
}

export interface VariantsInput extends PlanInput {
  readonly context: { readonly newId: () => string; readonly codes: KnownCodes };
}

interface VariantInput extends VariantsInput {
  readonly options: OptionPlan;
  readonly variant: VariantDraft;
  readonly known: VariantSnapshot | undefined;
}

interface PlannedVariant {
  readonly isSellable: boolean;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/** Variants the file does not name stay as they are. */
export function planVariants(input: VariantsInput): {
  readonly changes: FieldChanges;
  readonly isSellable: boolean;
} {
  const { draft, current } = input;
  const bySku = new Map((current?.variants ?? []).map((variant) => [variant.sku, variant]));
  const named = new Set(draft.variants.map(({ sku }) => sku));
  const options = planOptions(input, bySku);
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  let isSellable = [...bySku.values()].some((variant) => !named.has(variant.sku) && sells(variant));
  let position = Math.max(-1, ...[...bySku.values()].map((variant) => variant.position));
  for (const variant of draft.variants) {
    const known = bySku.get(variant.sku);
    if (known === undefined) position += 1;
    const planned = planVariant({ ...input, options, variant, known }, position);
    isSellable ||= planned.isSellable;
    if (planned.after === null) continue;
    before[`variant:${variant.sku}`] = planned.before;
    after[`variant:${variant.sku}`] = planned.after;
  }
  return { changes: { before, after }, isSellable };
}

function sells({ active, prices }: Pick<VariantSnapshot, 'active' | 'prices'>): boolean {
  return active && prices.length > 0;
}

function planVariant(input: VariantInput, position: number): PlannedVariant {
  const { options, variant, known, productId, writes, context } = input;
  checkCodes(input);
  const id = known?.id ?? context.newId();
  const values = placeVariant(input, options, { id, variant, known });
  const row = {
    id,
    product_id: productId,
    sku: variant.sku,
    barcode: variant.barcode === undefined ? (known?.barcode ?? null) : variant.barcode,
    name: values?.name ?? known?.name ?? 'Standard',
    position: known?.position ?? position,
    weight_grams: variant.weightGrams ?? known?.weightGrams ?? 0,
    active: variant.active ?? known?.active ?? true,
    low_stock_threshold: thresholdOf(variant, known),
  };
  const prices = planPrices(input, id);
  const isSellable = row.active && prices.isPriced;
  if (known === undefined) {
    writes.insertVariants.push(row);
    return { isSellable, before: null, after: { name: row.name, barcode: row.barcode, ...prices.after } };
  }
  const was: Record<string, unknown> = {
    barcode: known.barcode,
    name: known.name,
    weight_grams: known.weightGrams,
    active: known.active,
    low_stock_threshold: known.lowStockThreshold,
  };
  const now: Record<string, unknown> = row;
  const changed = Object.keys(was).filter((column) => was[column] !== now[column]);
  if (changed.length > 0) writes.updateVariants.push(row);
  const pick = (from: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(changed.map((column) => [column, from[column]]));
  const isChanged = changed.length > 0 || Object.keys(prices.after).length > 0 || values !== null;
  if (!isChanged) return { isSellable, before: null, after: null };
  return {
    isSellable,
    before: { ...pick(was), ...prices.before },
    after: { ...pick(now), ...prices.after },
  };
}

function thresholdOf(variant: VariantDraft, known: VariantSnapshot | undefined): number | null {
  if (variant.lowStockThreshold !== undefined) return variant.lowStockThreshold;
  return known === undefined ? 5 : known.lowStockThreshold;
}

function checkCodes({ variant, known, draft, context: { codes } }: VariantInput): void {
  const { sku, barcode, row } = variant;
  const scope = { row, problems: draft.problems };
  if (known === undefined && codes.skus.has(sku))
    complain(scope, { column: 'sku', code: 'taken', message: 'Another product has this SKU.' });
  if (barcode === null || barcode === undefined) return;
  const owner = codes.barcodes.get(barcode);
  if (owner !== undefined && owner !== known?.id)
    complain(scope, { column: 'barcode', code: 'taken', message: 'Another variant has this barcode.' });
}
