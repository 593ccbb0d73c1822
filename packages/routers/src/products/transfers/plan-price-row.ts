import { currencies, type Currency } from '@turing/domain';
import { complain, readMoney, readText, type RowScope } from './cells.ts';
import type { RowPlan } from './settle-group.ts';
import type { VariantReference } from './sku-store.ts';

export interface Amounts {
  readonly amountMinor: number;
  readonly compareAtMinor: number | null;
}

/** What the prices of a batch are now. */
export interface PriceBook {
  readonly variants: ReadonlyMap<string, VariantReference>;
  /** Id by name. */
  readonly lists: ReadonlyMap<string, string>;
  /** By `priceKey`. */
  readonly prices: ReadonlyMap<string, Amounts>;
}

export interface PriceChange extends Amounts {
  readonly sku: string;
  readonly variantId: string;
  readonly productId: string;
  /** Null: the regular price. */
  readonly listId: string | null;
  readonly currency: Currency;
  readonly before: Amounts | null;
}

export function priceKey(listId: string | null, variantId: string, currency: string): string {
  return `${listId ?? ''} ${variantId} ${currency}`;
}

/** Compares one row of prices with what there is. */
export function planPriceRow(scope: RowScope, book: PriceBook): RowPlan<PriceChange> | null {
  const sku = readText(scope, 'sku', 64);
  const list = readText(scope, 'price_list', 200);
  const currency = readCurrency(scope);
  const variant = sku ? book.variants.get(sku) : undefined;
  if (sku === null) complain(scope, { column: 'sku', code: 'required', message: 'Whose price is it?' });
  else if (variant === undefined)
    complain(scope, { column: 'sku', code: 'unknown', message: 'No variant has this SKU.' });
  const listId = list ? book.lists.get(list) : null;
  if (listId === undefined)
    complain(scope, {
      column: 'price_list',
      code: 'unknown',
      message: 'There is no price list of this name.',
    });
  if (currency === undefined) return null;
  const amountMinor = readMoney(scope, 'amount', currency);
  const compareAt = readMoney(scope, 'compare_at', currency);
  if (amountMinor === null)
    complain(scope, { column: 'amount', code: 'required', message: 'How much is it?' });
  if (list && compareAt)
    complain(scope, {
      column: 'compare_at',
      code: 'refused',
      message: 'Only a regular price has one to compare with.',
    });
  if (!sku || variant === undefined || listId === undefined || !amountMinor) return null;
  const before = book.prices.get(priceKey(listId, variant.id, currency)) ?? null;
  const compareAtMinor = compareAt === undefined ? (before?.compareAtMinor ?? null) : compareAt;
  if (compareAtMinor !== null && compareAtMinor <= amountMinor)
    complain(scope, {
      column: 'compare_at',
      code: 'out_of_range',
      message: 'It has to be above the amount.',
    });
  if (before?.amountMinor === amountMinor && before.compareAtMinor === compareAtMinor)
    return { change: null, isNew: false };
  const { id: variantId, productId } = variant;
  const change = { sku, variantId, productId, listId, currency, before, amountMinor, compareAtMinor };
  return { change, isNew: before === null };
}

function readCurrency(scope: RowScope): Currency | undefined {
  const text = readText(scope, 'currency', 10);
  const currency = currencies.find((each) => each === text?.toUpperCase());
  if (currency === undefined)
    complain(scope, {
      column: 'currency',
      code: 'not_a_choice',
      message: `One of ${currencies.join(', ')}.`,
    });
  return currency;
}
