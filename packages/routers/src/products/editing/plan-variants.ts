import { ShopError } from '@turing/domain';
import type { VariantChange } from './variant-schemas.ts';
import type { VariantFields, VariantPrice, VariantRow } from './variant-store.ts';
import type { FullVariant, NewPrice } from './variant-write-store.ts';

const fieldNames = [
  'sku',
  'barcode',
  'weightGrams',
  'active',
  'lowStockThreshold',
  'mediaId',
  'position',
] as const satisfies readonly (keyof VariantFields)[];

/** What a bulk edit writes. */
export interface VariantsPlan {
  readonly variants: readonly FullVariant[];
  readonly prices: readonly NewPrice[];
  readonly gonePrices: readonly Pick<NewPrice, 'variantId' | 'currency'>[];
  /** By variant, only what differs. */
  readonly before: Record<string, Record<string, unknown>>;
  readonly after: Record<string, Record<string, unknown>>;
  /** Whether variants exchange codes or positions among themselves. */
  readonly exchanges: boolean;
}

/**
 * Compares what variants shall be with what they are.
 * @throws VARIANT_NOT_FOUND with `ids`, INPUT_INVALID with the `positions` that two variants would have
 */
export function planVariants(
  present: readonly VariantRow[],
  changes: readonly VariantChange[],
): VariantsPlan {
  const byId = new Map(present.map((variant) => [variant.id, variant]));
  const unknown = changes.filter(({ id }) => !byId.has(id)).map(({ id }) => id);
  if (unknown.length > 0) throw new ShopError('VARIANT_NOT_FOUND', { ids: unknown });
  const edits = changes.flatMap((change) => {
    const variant = byId.get(change.id);
    return variant === undefined ? [] : [editOf(variant, change)];
  });
  const variants = edits.filter(({ changed }) => changed).map(({ next }) => next);
  assertPositions(present, variants);
  const different = edits.filter(({ after }) => Object.keys(after).length > 0);
  return {
    variants,
    prices: edits.flatMap(({ prices }) => prices),
    gonePrices: edits.flatMap(({ gonePrices }) => gonePrices),
    before: Object.fromEntries(different.map(({ next, before }) => [next.id, before])),
    after: Object.fromEntries(different.map(({ next, after }) => [next.id, after])),
    exchanges: exchangesAny(present, variants),
  };
}

function editOf(variant: VariantRow, change: VariantChange) {
  const names = fieldNames.filter((name) => change[name] !== undefined && change[name] !== variant[name]);
  const fields = Object.fromEntries(names.map((name) => [name, change[name]])) as Partial<VariantFields>;
  const { prices: _prices, ...row } = variant;
  const priced = (change.prices ?? []).filter((price) => !isPresent(variant.prices, price));
  const before = Object.fromEntries(names.map((name) => [name, variant[name]]));
  return {
    next: { ...row, ...fields },
    changed: names.length > 0,
    prices: priced.flatMap(({ currency, amountMinor, compareAtMinor }) =>
      amountMinor === null ? [] : [{ variantId: variant.id, currency, amountMinor, compareAtMinor }],
    ),
    gonePrices: priced.flatMap(({ currency, amountMinor }) =>
      amountMinor === null ? [{ variantId: variant.id, currency }] : [],
    ),
    before: priced.length === 0 ? before : { ...before, prices: variant.prices },
    after: priced.length === 0 ? fields : { ...fields, prices: priced },
  };
}

function isPresent(
  prices: readonly VariantPrice[],
  wanted: NonNullable<VariantChange['prices']>[number],
): boolean {
  const own = prices.find(({ currency }) => currency === wanted.currency);
  if (own === undefined) return wanted.amountMinor === null;
  return own.amountMinor === wanted.amountMinor && own.compareAtMinor === wanted.compareAtMinor;
}

function assertPositions(present: readonly VariantRow[], variants: readonly FullVariant[]): void {
  const positions = new Map(present.map(({ id, position }) => [id, position]));
  for (const { id, position } of variants) positions.set(id, position);
  const all = [...positions.values()];
  if (new Set(all).size === all.length) return;
  const twice = all.filter((position, index) => all.indexOf(position) !== index);
  throw new ShopError('INPUT_INVALID', { positions: [...new Set(twice)] });
}

function exchangesAny(present: readonly VariantRow[], variants: readonly FullVariant[]): boolean {
  const ownerOf = new Map<string, string>(
    present.flatMap(({ id, sku, barcode, position }) => [
      [`sku ${sku}`, id] as const,
      [`barcode ${barcode}`, id] as const,
      [`position ${position}`, id] as const,
    ]),
  );
  return variants.some(({ id, sku, barcode, position }) =>
    [`sku ${sku}`, ...(barcode === null ? [] : [`barcode ${barcode}`]), `position ${position}`].some(
      (key) => (ownerOf.get(key) ?? id) !== id,
    ),
  );
}
