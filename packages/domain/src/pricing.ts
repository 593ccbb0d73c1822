import { ShopError } from './errors.ts';
import { addMinor, assertMinor, multiplyMinor, type Currency } from './money.ts';
import { applyPromotions, type LineDiscount } from './promotion.ts';
import type { PromotionBuyer, PromotionLine, PromotionResult, PromotionTerms } from './promotion-terms.ts';
import { flatTax, type TaxableGoods, type TaxOf, type TaxResult, type TaxShare } from './tax.ts';

/**
 * A line to price: whole units, at a unit price in minor units, what tells promotions which item it is, and its tax category;
 * standard unless told.
 */
export interface PriceLineInput extends PromotionLine {
  taxCategory?: string;
}

/** What a shipping method costs, in minor units, and from which amount of goods (after discount) it is free. */
export interface ShippingTerms {
  amountMinor: number;
  freeOverMinor: number | null;
}

/** One tax for everything, in parts per million; `inclusive` when prices already contain it. */
export interface TaxTerms {
  ratePpm: number;
  inclusive: boolean;
  shippingTaxed: boolean;
}

/** Everything the price of an order depends on, in one currency. `shipping` is null while no method is chosen. */
export interface PriceOrderInput {
  currency: Currency;
  lines: readonly PriceLineInput[];
  promotions: readonly PromotionTerms[];
  buyer: PromotionBuyer;
  shipping: ShippingTerms | null;
  /** By a table (`tableTax`), as a service answered (`givenTax`), or one rate for everything. */
  tax: TaxTerms | TaxOf;
}

/** A priced line, in minor units. `totalMinor` is what it adds to the order: discounted, with tax when tax is exclusive. */
export interface LinePricing {
  id: string;
  quantity: number;
  unitPriceMinor: number;
  subtotalMinor: number;
  discountMinor: number;
  /** Which promotions its discount comes from. */
  discounts: LineDiscount[];
  taxMinor: number;
  /** The rates of its tax together, in parts per million. */
  taxRatePpm: number;
  totalMinor: number;
}

/**
 * A priced order, in minor units. `shippingMinor` is what is charged after free shipping, `shippingDiscountMinor` what
 * promotions took off it; `taxMinor` is the lines' tax and `shippingTaxMinor` together. Line totals + shipping (+ shipping
 * tax when tax is exclusive) = `totalMinor`.
 */
export interface OrderPricing {
  currency: Currency;
  lines: LinePricing[];
  subtotalMinor: number;
  discountMinor: number;
  shippingMinor: number;
  shippingDiscountMinor: number;
  shippingTaxMinor: number;
  taxMinor: number;
  /** Whether prices contain the tax. */
  taxInclusive: boolean;
  /** The tax by jurisdiction and rate; sums to `taxMinor`. */
  taxes: TaxShare[];
  totalMinor: number;
  /** One for each promotion asked about, in that order. */
  promotions: PromotionResult[];
}

interface Goods {
  subtotals: readonly number[];
  discounts: readonly number[];
  discountsOf: readonly LineDiscount[][];
  shippingMinor: number;
  shippingDiscountMinor: number;
  promotions: PromotionResult[];
}

/**
 * Prices an order. Each promotion's discount is computed once for the order, rounded once and shared over the lines without loss;
 * the tax then of each line's discounted goods and of shipping, as `tableTax` rounds. Tax is added to the total when exclusive and
 * contained in it when inclusive.
 * @throws INPUT_INVALID for a quantity below one, a negative price, rate or shipping amount, or a tax that is not of these lines;
 * MONEY_OUT_OF_RANGE
 */
export function priceOrder(input: PriceOrderInput): OrderPricing {
  const goods = priceGoods(input);
  const taxOf = typeof input.tax === 'function' ? input.tax : flatTax(input.tax);
  const tax = assertTax(taxOf(toTaxable(input.lines, goods)), input.lines);
  const lines = input.lines.map((line, index) => toLinePricing(line, { goods, tax, index }));
  const { shippingMinor, shippingDiscountMinor, promotions } = goods;
  const subtotalMinor = addMinor(...goods.subtotals);
  const discountMinor = addMinor(...goods.discounts);
  const taxMinor = addMinor(...lines.map((line) => line.taxMinor), tax.shippingTaxMinor);
  return {
    currency: input.currency,
    lines,
    subtotalMinor,
    discountMinor,
    shippingMinor,
    shippingDiscountMinor,
    shippingTaxMinor: tax.shippingTaxMinor,
    taxMinor,
    taxInclusive: tax.inclusive,
    taxes: [...tax.shares],
    totalMinor: addMinor(subtotalMinor, -discountMinor, shippingMinor, tax.inclusive ? 0 : taxMinor),
    promotions,
  };
}

/**
 * What the tax of an order is computed from: its goods after discounts and what shipping costs.
 * @throws as `priceOrder`
 */
export function taxableGoods(input: Omit<PriceOrderInput, 'tax'>): TaxableGoods {
  return toTaxable(input.lines, priceGoods(input));
}

/** A tax somebody else computed of the same goods. */
export function givenTax(result: TaxResult): TaxOf {
  return () => result;
}

function priceGoods(input: Omit<PriceOrderInput, 'tax'>): Goods {
  const { currency, promotions, buyer, shipping } = input;
  const subtotals = input.lines.map(subtotalOf);
  const shippingFor = (goodsMinor: number) => shipping && shippingOf(shipping, goodsMinor);
  const { results, lines, shippingDiscountMinor } = applyPromotions({
    currency,
    lines: input.lines,
    promotions,
    buyer,
    shippingOf: shippingFor,
  });
  const discounts = lines.map((parts) => addMinor(...parts.map((part) => part.discountMinor)));
  // A gift card is money: it brings nobody nearer to free shipping.
  const cardsMinor = addMinor(
    ...input.lines.map((line, index) => (line.isGiftCard === true ? (subtotals[index] ?? 0) : 0)),
  );
  const goodsMinor = addMinor(...subtotals, -addMinor(...discounts), -cardsMinor);
  return {
    subtotals,
    discounts,
    discountsOf: lines,
    shippingMinor: addMinor(shippingOf(shipping, goodsMinor), -shippingDiscountMinor),
    shippingDiscountMinor,
    promotions: results,
  };
}

function toTaxable(lines: readonly PriceLineInput[], goods: Goods): TaxableGoods {
  return {
    lines: lines.map(({ id, isGiftCard = false, taxCategory = 'standard' }, index) => ({
      id,
      amountMinor: (goods.subtotals[index] ?? 0) - (goods.discounts[index] ?? 0),
      category: isGiftCard ? 'gift_card' : taxCategory,
    })),
    shippingMinor: goods.shippingMinor,
  };
}

function toLinePricing(
  { id, quantity, unitPriceMinor }: PriceLineInput,
  { goods, tax, index }: { goods: Goods; tax: TaxResult; index: number },
): LinePricing {
  const subtotalMinor = goods.subtotals[index] ?? 0;
  const discountMinor = goods.discounts[index] ?? 0;
  const { taxMinor, ratePpm } = tax.lines[index] ?? { taxMinor: 0, ratePpm: 0 };
  return {
    id,
    quantity,
    unitPriceMinor,
    subtotalMinor,
    discountMinor,
    discounts: goods.discountsOf[index] ?? [],
    taxMinor,
    taxRatePpm: ratePpm,
    totalMinor: addMinor(subtotalMinor, -discountMinor, tax.inclusive ? 0 : taxMinor),
  };
}

// A service may answer anything; an order whose parts do not sum is worse than none.
function assertTax(tax: TaxResult, lines: readonly PriceLineInput[]): TaxResult {
  const parts = [...tax.lines.map((line) => line.taxMinor), tax.shippingTaxMinor];
  const shares = addMinor(...tax.shares.map((share) => share.taxMinor));
  const isWhole = tax.lines.length === lines.length && parts.every((part) => part >= 0);
  if (!isWhole || addMinor(...parts) !== shares)
    throw new ShopError('INPUT_INVALID', { tax: addMinor(...parts), shares });
  return tax;
}

function subtotalOf({ id, quantity, unitPriceMinor }: PriceLineInput): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    throw new ShopError('INPUT_INVALID', { line: id, quantity });
  return multiplyMinor(assertCharge(unitPriceMinor), quantity);
}

function shippingOf(shipping: ShippingTerms | null, goodsMinor: number): number {
  if (shipping === null) return 0;
  const amountMinor = assertCharge(shipping.amountMinor);
  return shipping.freeOverMinor !== null && goodsMinor >= shipping.freeOverMinor ? 0 : amountMinor;
}

function assertCharge(amountMinor: number): number {
  if (amountMinor < 0) throw new ShopError('INPUT_INVALID', { amountMinor });
  return assertMinor(amountMinor);
}
