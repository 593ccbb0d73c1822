import { ShopError } from './errors.ts';

/** Units of a variant at a location: on the shelf, and of those promised to orders. 0 ≤ allocated ≤ onHand. */
export interface StockLevel {
  onHand: number;
  allocated: number;
}

/**
 * Units that can still be sold.
 * @throws STOCK_INVALID for a level that breaks 0 ≤ allocated ≤ onHand
 */
export function available(level: StockLevel): number {
  const { onHand, allocated } = assertLevel(level);
  return onHand - allocated;
}

/**
 * Promises units to an order.
 * @throws PRODUCT_OUT_OF_STOCK with what is available, INPUT_INVALID for a quantity below one, STOCK_INVALID
 */
export function allocateStock(level: StockLevel, quantity: number): StockLevel {
  const free = available(level);
  if (assertQuantity(quantity) > free) {
    throw new ShopError('PRODUCT_OUT_OF_STOCK', { requested: quantity, available: free });
  }
  return { onHand: level.onHand, allocated: level.allocated + quantity };
}

/**
 * Gives promised units back to the shelf, as when an order expires.
 * @throws STOCK_INVALID when fewer are allocated, INPUT_INVALID for a quantity below one
 */
export function releaseStock(level: StockLevel, quantity: number): StockLevel {
  assertAllocated(level, quantity);
  return { onHand: level.onHand, allocated: level.allocated - quantity };
}

/**
 * Sends promised units out: they leave the shelf and the promise together.
 * @throws STOCK_INVALID when fewer are allocated, INPUT_INVALID for a quantity below one
 */
export function shipStock(level: StockLevel, quantity: number): StockLevel {
  assertAllocated(level, quantity);
  return { onHand: level.onHand - quantity, allocated: level.allocated - quantity };
}

function assertAllocated(level: StockLevel, quantity: number): void {
  if (assertQuantity(quantity) > assertLevel(level).allocated) {
    throw new ShopError('STOCK_INVALID', { requested: quantity, allocated: level.allocated });
  }
}

function assertQuantity(quantity: number): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new ShopError('INPUT_INVALID', { quantity });
  return quantity;
}

function assertLevel(level: StockLevel): StockLevel {
  const { onHand, allocated } = level;
  const whole = Number.isSafeInteger(onHand) && Number.isSafeInteger(allocated);
  if (!whole || allocated < 0 || allocated > onHand)
    throw new ShopError('STOCK_INVALID', { onHand, allocated });
  return level;
}
