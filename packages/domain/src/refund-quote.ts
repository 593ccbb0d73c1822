import { ShopError } from './errors.ts';
import { addMinor, assertMinor, percentOfMinor } from './money.ts';

/** A line as it was sold, in minor units; `totalMinor` is what it added to the order, `taxMinor` the tax in that. */
export interface RefundableLine {
  readonly id: string;
  readonly quantity: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
  /** Units that were paid back already. */
  readonly refundedQuantity: number;
}

/** What units of a line are worth, in minor units; the tax is part of the amount. */
export interface UnitsWorth {
  readonly amountMinor: number;
  readonly taxMinor: number;
}

/**
 * What the next units of a line are worth after those already paid back: their share of price, discount and tax. A share is
 * the difference between two rounded-down shares of the whole, so that all units together are the line's total to the minor
 * unit and the last one takes the rest.
 * @throws REFUND_INVALID for no units, or more than are left
 */
export function worthOfUnits(line: RefundableLine, quantity: number): UnitsWorth {
  const leftQuantity = line.quantity - line.refundedQuantity;
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > leftQuantity)
    throw new ShopError('REFUND_INVALID', { lineId: line.id, quantity, leftQuantity });
  const shareOf = (minor: number) =>
    shareUpTo(minor, line.refundedQuantity + quantity, line.quantity) -
    shareUpTo(minor, line.refundedQuantity, line.quantity);
  const taxMinor = shareOf(line.taxMinor);
  return { amountMinor: addMinor(shareOf(line.totalMinor - line.taxMinor), taxMinor), taxMinor };
}

function shareUpTo(minor: number, units: number, of: number): number {
  return Number((BigInt(assertMinor(minor)) * BigInt(units)) / BigInt(of));
}

/** What an order can still give back, in minor units. */
export interface Refundable {
  readonly lines: readonly RefundableLine[];
  /** Of what shipping cost, with its tax. */
  readonly shippingLeftMinor: number;
  /** Of everything that was paid. */
  readonly availableMinor: number;
}

/** What is to be given back: units, shipping, an amount beyond both, less what the shop keeps. */
export interface RefundWish {
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
  readonly shippingMinor: number;
  readonly extraMinor: number;
  readonly restockingFeeMinor: number;
  readonly returnShippingMinor: number;
}

/** A refund with its parts, in minor units: total = lines + shipping + extra − restocking fee − return shipping. */
export interface RefundQuote extends Omit<RefundWish, 'lines'> {
  readonly lines: readonly (UnitsWorth & { readonly orderLineId: string; readonly quantity: number })[];
  readonly linesMinor: number;
  readonly totalMinor: number;
}

/**
 * What a wish comes to. The form shows it before, the server books it after.
 * @throws REFUND_INVALID for units, shipping or deductions that cannot be, REFUND_EXCEEDS_CAPTURE with `leftMinor` when it is
 * more than was paid and not given back; MONEY_OUT_OF_RANGE
 */
export function quoteRefund(order: Refundable, wish: RefundWish): RefundQuote {
  const lines = wish.lines.map(({ orderLineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    if (line === undefined) throw new ShopError('REFUND_INVALID', { lineId: orderLineId });
    return { orderLineId, quantity, ...worthOfUnits(line, quantity) };
  });
  if (new Set(lines.map(({ orderLineId }) => orderLineId)).size < lines.length)
    throw new ShopError('REFUND_INVALID', { lines: 'twice' });
  const { shippingMinor, extraMinor, restockingFeeMinor, returnShippingMinor } = wish;
  for (const minor of [shippingMinor, extraMinor, restockingFeeMinor, returnShippingMinor])
    if (assertMinor(minor) < 0) throw new ShopError('REFUND_INVALID', { minor });
  if (shippingMinor > order.shippingLeftMinor)
    throw new ShopError('REFUND_INVALID', { shippingMinor, leftMinor: order.shippingLeftMinor });
  const linesMinor = addMinor(...lines.map(({ amountMinor }) => amountMinor));
  const kept = addMinor(restockingFeeMinor, returnShippingMinor);
  const totalMinor = addMinor(linesMinor, shippingMinor, extraMinor, -kept);
  if (totalMinor < 0) throw new ShopError('REFUND_INVALID', { totalMinor });
  if (totalMinor > order.availableMinor)
    throw new ShopError('REFUND_EXCEEDS_CAPTURE', { totalMinor, leftMinor: order.availableMinor });
  return {
    lines,
    linesMinor,
    shippingMinor,
    extraMinor,
    restockingFeeMinor,
    returnShippingMinor,
    totalMinor,
  };
}

/** The restocking fee of what came back, in minor units, by the shop's rate. @throws MONEY_OUT_OF_RANGE, INPUT_INVALID */
export function restockingFeeOf(linesMinor: number, ratePpm: number): number {
  return percentOfMinor(linesMinor, ratePpm);
}
