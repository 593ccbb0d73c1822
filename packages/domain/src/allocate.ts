import { ShopError } from './errors.ts';
import { assertMinor } from './money.ts';

/**
 * Splits a total over weights so that the shares sum to it exactly (largest remainder, Hamilton's method): each
 * share is its exact proportion rounded down or up. Ties go to the lower index; a zero weight gets nothing, unless all are
 * zero, which spreads evenly; a negative total mirrors its positive.
 * @throws MONEY_OUT_OF_RANGE, INPUT_INVALID for a negative or fractional weight, or for nobody to share a total
 */
export function allocate(totalMinor: number, weights: readonly number[]): number[] {
  const total = BigInt(Math.abs(assertMinor(totalMinor)));
  const parts = toParts(weights);
  if (parts.length === 0 && total > 0n) throw new ShopError('INPUT_INVALID', { weights: 'empty' });
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  const shares = parts.map((part) => (total * part) / whole);
  const remainders = parts.map((part) => (total * part) % whole);
  const left = Number(total - shares.reduce((sum, share) => sum + share, 0n));
  for (const index of byRemainder(remainders).slice(0, left)) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares.map((share) => assertMinor(totalMinor < 0 ? -Number(share) : Number(share)));
}

function toParts(weights: readonly number[]): bigint[] {
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0)
      throw new ShopError('INPUT_INVALID', { weight: String(weight) });
  }
  return weights.every((weight) => weight === 0) ? weights.map(() => 1n) : weights.map(BigInt);
}

function byRemainder(remainders: readonly bigint[]): number[] {
  return [...remainders.keys()].sort((a, b) => {
    const [first = 0n, second = 0n] = [remainders[a], remainders[b]];
    if (first === second) return a - b;
    return first > second ? -1 : 1;
  });
}
