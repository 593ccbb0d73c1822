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
import { applyPromotion, type PromotionRefusal, type PromotionTerms } from './promotion.ts';

/** A line to price: whole units, at a unit price in minor units. */
export interface PriceLineInput {
  id: string;
  quantity: number;
  unitPriceMinor: number;
}

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
  promotion: PromotionTerms | null;
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
  taxMinor: number;
  totalMinor: number;
}

/**
 * A priced order, in minor units. `shippingMinor` is what is charged after free shipping; `taxMinor` is the lines'
 * tax and `shippingTaxMinor` together. Line totals + shipping (+ shipping tax when tax is exclusive) = `totalMinor`.
 */
export interface OrderPricing {
  currency: Currency;
  lines: LinePricing[];
  subtotalMinor: number;
  discountMinor: number;
  shippingMinor: number;
  shippingTaxMinor: number;
  taxMinor: number;
  totalMinor: number;
  promotion: { applied: boolean; reason: PromotionRefusal | null } | null;
}

/**
 * Prices an order. The discount and the tax on discounted goods are each computed once for the order, rounded once,
 * then shared over the lines without loss. Tax is added to the total when exclusive and contained in it when inclusive.
 * @throws INPUT_INVALID for a quantity below one or a negative price, rate or shipping amount; MONEY_OUT_OF_RANGE
 */
export function priceOrder(input: PriceOrderInput): OrderPricing {
  const { currency, tax } = input;
  const subtotals = input.lines.map(subtotalOf);
  const subtotalMinor = addMinor(...subtotals);
  const { discountMinor, shippingMinor, promotion } = reduce(input, subtotalMinor);
  const discounts = allocate(discountMinor, subtotals);
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
    shippingTaxMinor,
    taxMinor,
    totalMinor,
    promotion,
  };
}

function subtotalOf({ id, quantity, unitPriceMinor }: PriceLineInput): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    throw new ShopError('INPUT_INVALID', { line: id, quantity });
  return multiplyMinor(assertCharge(unitPriceMinor), quantity);
}

function reduce(input: PriceOrderInput, subtotalMinor: number) {
  if (input.promotion === null) {
    return { discountMinor: 0, shippingMinor: shippingOf(input.shipping, subtotalMinor), promotion: null };
  }
  // No promotion discounts goods and shipping at once, so the one that frees shipping sees the undiscounted goods.
  const { discountMinor, shippingFree, reason } = applyPromotion(input.promotion, {
    subtotalMinor,
    shippingMinor: input.shipping && shippingOf(input.shipping, subtotalMinor),
  });
  const shippingMinor = shippingFree ? 0 : shippingOf(input.shipping, subtotalMinor - discountMinor);
  return { discountMinor, shippingMinor, promotion: { applied: reason === null, reason } };
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
