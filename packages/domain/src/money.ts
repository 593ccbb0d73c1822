import { ShopError } from './errors.ts';

/** The currencies the shop sells in. A new one is a line here and prices in the catalogue. */
export const currencies = ['USD', 'EUR', 'GBP'] as const;

/** An ISO 4217 code the shop sells in. */
export type Currency = (typeof currencies)[number];

const PPM = 1_000_000n;

/**
 * Passes a whole, exactly representable amount through; -0 becomes 0.
 * @throws MONEY_OUT_OF_RANGE for fractions, NaN and anything beyond ±(2^53 − 1)
 */
export function assertMinor(n: number): number {
  if (!Number.isSafeInteger(n)) throw new ShopError('MONEY_OUT_OF_RANGE', { amount: String(n) });
  return n === 0 ? 0 : n;
}

/**
 * The sum of minor amounts of one currency; 0 of none.
 * @throws MONEY_OUT_OF_RANGE
 */
export function addMinor(...amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => assertMinor(sum + assertMinor(amount)), 0);
}

/**
 * A unit amount times a whole quantity, in minor units.
 * @throws MONEY_OUT_OF_RANGE also for a fractional quantity
 */
export function multiplyMinor(amountMinor: number, quantity: number): number {
  // A product beyond 2^53 rounds to a double that is not a safe integer either, so the check cannot be fooled.
  return assertMinor(assertMinor(amountMinor) * assertMinor(quantity));
}

/**
 * A rate in parts per million of an amount, in minor units. The shop's one rounding rule: to the nearest
 * minor unit, halves up; a negative amount mirrors its positive, so a refund undoes its charge.
 * @throws MONEY_OUT_OF_RANGE, INPUT_INVALID for a negative or fractional rate
 */
export function percentOfMinor(amountMinor: number, ratePpm: number): number {
  return ratioOfMinor(amountMinor, assertRate(ratePpm), PPM);
}

/**
 * The tax inside an amount that already contains it, in minor units: amount × rate ÷ (1 + rate), rounded as
 * `percentOfMinor` rounds.
 * @throws MONEY_OUT_OF_RANGE, INPUT_INVALID for a negative or fractional rate
 */
export function containedMinor(amountMinor: number, ratePpm: number): number {
  const rate = assertRate(ratePpm);
  return ratioOfMinor(amountMinor, rate, PPM + rate);
}

function assertRate(ratePpm: number): bigint {
  if (!Number.isSafeInteger(ratePpm) || ratePpm < 0)
    throw new ShopError('INPUT_INVALID', { ratePpm: String(ratePpm) });
  return BigInt(ratePpm);
}

function ratioOfMinor(amountMinor: number, numerator: bigint, denominator: bigint): number {
  const magnitude = BigInt(Math.abs(assertMinor(amountMinor)));
  const rounded = Number((2n * magnitude * numerator + denominator) / (2n * denominator));
  return assertMinor(amountMinor < 0 ? -rounded : rounded);
}
