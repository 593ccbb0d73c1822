import { allocate } from './allocate.ts';
import { ShopError } from './errors.ts';
import {
  addMinor,
  assertMinor,
  containedMinor,
  multiplyMinor,
  percentOfMinor,
  type Currency,
} from './money.ts';
import { applyPromotions, type LineDiscount } from './promotion.ts';
import type { PromotionBuyer, PromotionLine, PromotionResult, PromotionTerms } from './promotion-terms.ts';

/** A line to price: whole units, at a unit price in minor units, and what tells promotions which item it is. */
export type PriceLineInput = PromotionLine;

/** What a shipping method costs, in minor units, and from which amount of goods (after discount) it is free. */
export interface ShippingTerms {
  amountMinor: number;
  freeOverMinor: number | null;
}

/** The tax of an order in parts per million; `inclusive` when prices already contain it. */
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
  tax: TaxTerms;
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
  totalMinor: number;
  /** One for each promotion asked about, in that order. */
  promotions: PromotionResult[];
}

/**
 * Prices an order. Each promotion's discount and the tax on discounted goods are computed once for the order, rounded
 * once, then shared over the lines without loss. Tax is added to the total when exclusive and contained in it when inclusive.
 * @throws INPUT_INVALID for a quantity below one or a negative price, rate or shipping amount; MONEY_OUT_OF_RANGE
 */
export function priceOrder(input: PriceOrderInput): OrderPricing {
  const { currency, tax } = input;
  const subtotals = input.lines.map(subtotalOf);
  const subtotalMinor = addMinor(...subtotals);
  const { results, lines: discountsOf, shippingDiscountMinor } = discountsFor(input);
  const discounts = discountsOf.map((parts) => addMinor(...parts.map((part) => part.discountMinor)));
  const discountMinor = addMinor(...discounts);
  const shippingMinor = addMinor(
    shippingOf(input.shipping, subtotalMinor - discountMinor),
    -shippingDiscountMinor,
  );
  const goods = subtotals.map((subtotal, index) => subtotal - (discounts[index] ?? 0));
  const goodsTaxMinor = taxOf(subtotalMinor - discountMinor, tax);
  const taxes = allocate(goodsTaxMinor, goods);
  const shippingTaxMinor = tax.shippingTaxed ? taxOf(shippingMinor, tax) : 0;
  const taxMinor = addMinor(goodsTaxMinor, shippingTaxMinor);
  const lines = input.lines.map(({ id, quantity, unitPriceMinor }, index) => {
    const [lineSubtotal = 0, lineDiscount = 0, lineTax = 0] = [
      subtotals[index],
      discounts[index],
      taxes[index],
    ];
    return {
      id,
      quantity,
      unitPriceMinor,
      subtotalMinor: lineSubtotal,
      discountMinor: lineDiscount,
      discounts: discountsOf[index] ?? [],
      taxMinor: lineTax,
      totalMinor: addMinor(lineSubtotal, -lineDiscount, tax.inclusive ? 0 : lineTax),
    };
  });
  const totalMinor = addMinor(subtotalMinor, -discountMinor, shippingMinor, tax.inclusive ? 0 : taxMinor);
  return {
    currency,
    lines,
    subtotalMinor,
    discountMinor,
    shippingMinor,
    shippingDiscountMinor,
    shippingTaxMinor,
    taxMinor,
    totalMinor,
    promotions: results,
  };
}

function subtotalOf({ id, quantity, unitPriceMinor }: PriceLineInput): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    throw new ShopError('INPUT_INVALID', { line: id, quantity });
  return multiplyMinor(assertCharge(unitPriceMinor), quantity);
}

function discountsFor({ currency, lines, promotions, buyer, shipping }: PriceOrderInput) {
  const shippingFor = (goodsMinor: number) => shipping && shippingOf(shipping, goodsMinor);
  return applyPromotions({ currency, lines, promotions, buyer, shippingOf: shippingFor });
}

function shippingOf(shipping: ShippingTerms | null, goodsMinor: number): number {
  if (shipping === null) return 0;
  const amountMinor = assertCharge(shipping.amountMinor);
  return shipping.freeOverMinor !== null && goodsMinor >= shipping.freeOverMinor ? 0 : amountMinor;
}

function taxOf(amountMinor: number, tax: TaxTerms): number {
  return tax.inclusive ? containedMinor(amountMinor, tax.ratePpm) : percentOfMinor(amountMinor, tax.ratePpm);
}

function assertCharge(amountMinor: number): number {
  if (amountMinor < 0) throw new ShopError('INPUT_INVALID', { amountMinor });
  return assertMinor(amountMinor);
}
