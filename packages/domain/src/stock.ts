import { ShopError } from './errors.ts';

/**
 * Units of a variant at a location: on the shelf, promised, and how many may be promised beyond what is on the shelf.
 * 0 ≤ onHand, 0 ≤ allocated ≤ onHand + backorderLimit.
 */
export interface StockLevel {
  onHand: number;
  allocated: number;
  backorderLimit: number;
}

/**
 * Units that can still be promised, backorders included.
 * @throws STOCK_INVALID for a level that breaks its bounds
 */
export function available(level: StockLevel): number {
  const { onHand, allocated, backorderLimit } = assertLevel(level);
  return onHand + backorderLimit - allocated;
}

/**
 * Units on the shelf that nobody is promised; what is available beyond them ships later.
 * @throws STOCK_INVALID for a level that breaks its bounds
 */
export function availableNow(level: StockLevel): number {
  const { onHand, allocated } = assertLevel(level);
  return Math.max(0, onHand - allocated);
}

/**
 * Promises units to an order or a reservation.
 * @throws PRODUCT_OUT_OF_STOCK with what is available, INPUT_INVALID for a quantity below one, STOCK_INVALID
 */
export function allocateStock(level: StockLevel, quantity: number): StockLevel {
  const free = available(level);
  if (assertQuantity(quantity) > free) {
    throw new ShopError('PRODUCT_OUT_OF_STOCK', { requested: quantity, available: free });
  }
  return { ...onlyLevel(level), allocated: level.allocated + quantity };
}

/**
 * Gives promised units back, as when an order expires.
 * @throws STOCK_INVALID when fewer are allocated, INPUT_INVALID for a quantity below one
 */
export function releaseStock(level: StockLevel, quantity: number): StockLevel {
  assertAllocated(level, quantity);
  return { ...onlyLevel(level), allocated: level.allocated - quantity };
}

/**
 * Sends promised units out: they leave the shelf and the promise together.
 * @throws STOCK_INVALID when fewer are allocated or on the shelf, INPUT_INVALID for a quantity below one
 */
export function shipStock(level: StockLevel, quantity: number): StockLevel {
  assertAllocated(level, quantity);
  if (quantity > level.onHand) {
    throw new ShopError('STOCK_INVALID', { requested: quantity, onHand: level.onHand });
  }
  return {
    ...onlyLevel(level),
    onHand: level.onHand - quantity,
    allocated: level.allocated - quantity,
  };
}

/**
 * Counts units in or out; a change of zero leaves the level as it is.
 * @throws STOCK_INVALID with the figures when fewer would be left than none or than is promised, INPUT_INVALID
 */
export function adjustStock(level: StockLevel, change: number): StockLevel {
  if (!Number.isSafeInteger(change)) throw new ShopError('INPUT_INVALID', { change });
  return assertLevel({ ...onlyLevel(assertLevel(level)), onHand: level.onHand + change });
}

/**
 * Allows so many units to be promised beyond what is on the shelf.
 * @throws STOCK_INVALID with the figures when more is promised already, INPUT_INVALID for a limit below zero
 */
export function limitBackorders(level: StockLevel, backorderLimit: number): StockLevel {
  if (!Number.isSafeInteger(backorderLimit) || backorderLimit < 0) {
    throw new ShopError('INPUT_INVALID', { backorderLimit });
  }
  return assertLevel({ ...onlyLevel(assertLevel(level)), backorderLimit });
}

function onlyLevel({ onHand, allocated, backorderLimit }: StockLevel): StockLevel {
  return { onHand, allocated, backorderLimit };
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
  const { onHand, allocated, backorderLimit } = level;
  const whole = [onHand, allocated, backorderLimit].every(
    (units) => Number.isSafeInteger(units) && units >= 0,
  );
  if (!whole || allocated > onHand + backorderLimit)
    throw new ShopError('STOCK_INVALID', { onHand, allocated, backorderLimit });
  return level;
}
