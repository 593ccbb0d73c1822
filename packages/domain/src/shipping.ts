import type { ShippingTerms } from './pricing.ts';

/** What the bands of a rate count: nothing, grams, or goods before discounts in minor units. */
export const rateBases = ['flat', 'weight', 'subtotal'] as const;

/** One of the ways a rate is banded. */
export type RateBasis = (typeof rateBases)[number];

/** From this many grams or minor units on another amount, or null where the method is not offered any more. */
export interface RateBand {
  readonly from: number;
  readonly amountMinor: number | null;
}

/** A rate of a method in one currency: `amountMinor` holds below the first band. */
export interface ShippingRateTerms extends ShippingTerms {
  readonly bands: readonly RateBand[];
}

/** What a method's price depends on: all goods together, the discounts not yet taken off. */
export interface Parcel {
  readonly weightGrams: number;
  readonly subtotalMinor: number;
}

/**
 * What a method costs for a parcel; null where its bands end. Subtotals are compared before discounts, so that no discount makes
 * shipping dearer; `freeOverMinor` is compared after them, by `priceOrder`.
 */
export function shippingTermsFor(
  basis: RateBasis,
  rate: ShippingRateTerms,
  parcel: Parcel,
): ShippingTerms | null {
  const value = { flat: 0, weight: parcel.weightGrams, subtotal: parcel.subtotalMinor }[basis];
  const band = basis === 'flat' ? undefined : rate.bands.findLast(({ from }) => from <= value);
  const amountMinor = band === undefined ? rate.amountMinor : band.amountMinor;
  return amountMinor === null ? null : { amountMinor, freeOverMinor: rate.freeOverMinor };
}

/** Whether bands ascend strictly from above zero, and only the last ends the offer. */
export function areBands(bands: readonly RateBand[]): boolean {
  return bands.every(
    ({ from, amountMinor }, index) =>
      from > (bands[index - 1]?.from ?? 0) && (amountMinor !== null || index === bands.length - 1),
  );
}

/** Postal codes that begin between two texts of one length; '' and '' is every code. */
export interface PostalRange {
  readonly from: string;
  readonly to: string;
}

const longestPostalCode = 10;

/** A postal code as zones compare it: capitals without spaces and hyphens. */
export function normalisePostalCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/gu, '').slice(0, longestPostalCode);
}

/**
 * Reads "SW1" (every code that begins so), "10115", or "10000-19999" (both ends and what begins with them); null when it is
 * neither. A hyphen between two texts of different length belongs to one code, as in 97201-1234.
 */
export function parsePostalRange(text: string): PostalRange | null {
  const [first = '', second, ...rest] = text.toUpperCase().split(/\s*[-–]\s*/u);
  const [from, to] = [normalisePostalCode(first), normalisePostalCode(second ?? '')];
  if (rest.length === 0 && to !== '' && from.length === to.length) {
    return isPostalText(from) && isPostalText(to) && from <= to ? { from, to } : null;
  }
  const prefix = normalisePostalCode(text.replace(/\*$/u, ''));
  return isPostalText(prefix) ? { from: prefix, to: prefix } : null;
}

/** A range as `parsePostalRange` reads it. */
export function formatPostalRange({ from, to }: PostalRange): string {
  return from === to ? from : `${from}-${to}`;
}

function isPostalText(text: string): boolean {
  return /^[A-Z\d]+$/u.test(text);
}
