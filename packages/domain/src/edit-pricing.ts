import { allocate } from './allocate.ts';
import { ShopError } from './errors.ts';
import { addMinor, assertMinor, multiplyMinor } from './money.ts';
import type { LineDiscount } from './promotion.ts';
import type { LinePricing } from './pricing.ts';
import type { TaxOf, TaxShare } from './tax.ts';

/** A line of an order as it shall be. `was` is what was sold; null for one that is added. */
export interface EditedLine {
  readonly id: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly taxCategory: string;
  readonly was: {
    readonly quantity: number;
    readonly discountMinor: number;
    readonly discounts: readonly LineDiscount[];
  } | null;
}

/** What an edited order is priced from: shipping and the further discount in minor units, the tax as at placing. */
export interface PriceEditInput {
  readonly lines: readonly EditedLine[];
  readonly shippingMinor: number;
  readonly extraDiscountMinor: number;
  readonly tax: TaxOf;
}

/** An edited order with its parts, in minor units; they sum as those of `OrderPricing` do. */
export interface EditPricing {
  readonly lines: readonly LinePricing[];
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  readonly taxMinor: number;
  readonly taxInclusive: boolean;
  readonly taxes: readonly TaxShare[];
  readonly totalMinor: number;
}

/**
 * Prices an order that is changed after it was placed. Units that stay keep what promotions gave them, units that are added
 * get nothing of it: promotions are as they were. A further discount is shared over what is left of the lines without loss,
 * then the tax is computed of the result.
 * @throws INPUT_INVALID for no lines, a quantity below one, a negative amount, or a discount above the goods; MONEY_OUT_OF_RANGE
 */
export function priceEdit({ lines, shippingMinor, extraDiscountMinor, tax }: PriceEditInput): EditPricing {
  if (lines.length === 0) throw new ShopError('INPUT_INVALID', { lines: 0 });
  assertAmount(shippingMinor);
  const subtotals = lines.map(subtotalOf);
  const kept = lines.map(keptDiscounts);
  const goods = subtotals.map((subtotal, index) => subtotal - (kept[index]?.discountMinor ?? 0));
  if (assertAmount(extraDiscountMinor) > addMinor(...goods))
    throw new ShopError('INPUT_INVALID', { extraDiscountMinor });
  const extras = allocate(extraDiscountMinor, goods);
  const taxed = tax({
    lines: lines.map(({ id, taxCategory }, index) => ({
      id,
      amountMinor: (goods[index] ?? 0) - (extras[index] ?? 0),
      category: taxCategory,
    })),
    shippingMinor,
  });
  const priced = lines.map(({ id, quantity, unitPriceMinor }, index): LinePricing => {
    const subtotalMinor = subtotals[index] ?? 0;
    const { discountMinor: keptMinor, discounts } = kept[index] ?? { discountMinor: 0, discounts: [] };
    const discountMinor = keptMinor + (extras[index] ?? 0);
    const { taxMinor, ratePpm } = taxed.lines[index] ?? { taxMinor: 0, ratePpm: 0 };
    return {
      id,
      quantity,
      unitPriceMinor,
      subtotalMinor,
      discountMinor,
      discounts,
      taxMinor,
      taxRatePpm: ratePpm,
      totalMinor: addMinor(subtotalMinor, -discountMinor, taxed.inclusive ? 0 : taxMinor),
    };
  });
  const subtotalMinor = addMinor(...subtotals);
  const discountMinor = addMinor(...priced.map((line) => line.discountMinor));
  const taxMinor = addMinor(...priced.map((line) => line.taxMinor), taxed.shippingTaxMinor);
  return {
    lines: priced,
    subtotalMinor,
    discountMinor,
    shippingMinor,
    shippingTaxMinor: taxed.shippingTaxMinor,
    taxMinor,
    taxInclusive: taxed.inclusive,
    taxes: taxed.shares,
    totalMinor: addMinor(subtotalMinor, -discountMinor, shippingMinor, taxed.inclusive ? 0 : taxMinor),
  };
}

function subtotalOf({ id, quantity, unitPriceMinor }: EditedLine): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    throw new ShopError('INPUT_INVALID', { line: id, quantity });
  return multiplyMinor(assertAmount(unitPriceMinor), quantity);
}

/** What of a line's discount its remaining units keep: their share, rounded up, so that nobody pays more per unit than before. */
function keptDiscounts({ quantity, was }: EditedLine): { discountMinor: number; discounts: LineDiscount[] } {
  if (was === null) return { discountMinor: 0, discounts: [] };
  if (quantity >= was.quantity) return { discountMinor: was.discountMinor, discounts: [...was.discounts] };
  const units = BigInt(was.quantity);
  const discountMinor = Number((BigInt(was.discountMinor) * BigInt(quantity) + units - 1n) / units);
  const given = was.discounts.map((part) => part.discountMinor);
  const byStaff = was.discountMinor - addMinor(...given);
  const shares = allocate(discountMinor, [...given, byStaff]);
  const discounts = was.discounts.map((part, index) => ({ ...part, discountMinor: shares[index] ?? 0 }));
  return { discountMinor, discounts: discounts.filter((part) => part.discountMinor > 0) };
}

function assertAmount(amountMinor: number): number {
  if (assertMinor(amountMinor) < 0) throw new ShopError('INPUT_INVALID', { amountMinor });
  return amountMinor;
}
