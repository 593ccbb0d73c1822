import { complain } from './cells.ts';
import { compareAtColumn, priceColumn } from './columns.ts';
import type { FieldChanges } from './plan-fields.ts';
import type { PriceDraft, ProductDraft, VariantDraft } from './product-draft.ts';
import type { PriceSnapshot, VariantSnapshot } from './product-snapshot.ts';
import type { ProductWrites } from './product-writes.ts';

interface PricesInput {
  readonly draft: ProductDraft;
  readonly variant: VariantDraft;
  readonly known: VariantSnapshot | undefined;
  readonly writes: ProductWrites;
}

/** The regular prices of a variant; currencies the file has no column for stay. */
export function planPrices(
  input: PricesInput,
  variantId: string,
): FieldChanges & { readonly isPriced: boolean } {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const known = new Map((input.known?.prices ?? []).map((price) => [price.currency, price]));
  const currencies = new Set(known.keys());
  for (const price of input.variant.prices) {
    const current = known.get(price.currency);
    const wanted = settle(price, current);
    if (wanted === null) currencies.delete(price.currency);
    else currencies.add(price.currency);
    checkCompareAt(input, price, wanted);
    if (isSame(wanted, current)) continue;
    const key = { variant_id: variantId, currency: price.currency };
    if (wanted === null) input.writes.deletePrices.push(key);
    else {
      const amounts = { amount_minor: wanted.amountMinor, compare_at_minor: wanted.compareAtMinor };
      input.writes.upsertPrices.push({ ...key, ...amounts });
    }
    before[price.currency] = toAudit(current ?? null);
    after[price.currency] = toAudit(wanted);
  }
  return { before, after, isPriced: currencies.size > 0 };
}

type Amounts = Pick<PriceSnapshot, 'amountMinor' | 'compareAtMinor'>;

/** What the price will be; null: none. */
function settle({ amountMinor, compareAtMinor }: PriceDraft, current: Amounts | undefined): Amounts | null {
  if (amountMinor === null) return null;
  const amount = amountMinor ?? current?.amountMinor;
  if (amount === undefined) return null;
  const compareAt = compareAtMinor === undefined ? (current?.compareAtMinor ?? null) : compareAtMinor;
  return { amountMinor: amount, compareAtMinor: compareAt };
}

function checkCompareAt(
  { draft, variant }: PricesInput,
  { currency, compareAtMinor }: PriceDraft,
  wanted: Amounts | null,
): void {
  const scope = { row: variant.row, problems: draft.problems };
  const column = compareAtColumn(currency);
  if (wanted === null && typeof compareAtMinor === 'number')
    complain(scope, {
      column: priceColumn(currency),
      code: 'required',
      message: 'There is a price to compare with, and none to pay.',
    });
  if (wanted === null || wanted.compareAtMinor === null || wanted.compareAtMinor > wanted.amountMinor) return;
  complain(scope, { column, code: 'out_of_range', message: 'A price to compare with is above the price.' });
}

function isSame(wanted: Amounts | null, current: Amounts | undefined): boolean {
  if (wanted === null || current === undefined) return wanted === null && current === undefined;
  return wanted.amountMinor === current.amountMinor && wanted.compareAtMinor === current.compareAtMinor;
}

function toAudit(amounts: Amounts | null) {
  return amounts && { amountMinor: amounts.amountMinor, compareAtMinor: amounts.compareAtMinor };
}
