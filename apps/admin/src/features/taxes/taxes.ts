import type { RouterOutputs } from '@turing/client';
import { placeName } from '../../lib/places.ts';

export type TaxSettings = RouterOutputs['orders']['staff']['tax']['get'];
export type TaxRate = TaxSettings['rates'][number];
export type TaxRegistration = TaxSettings['registrations'][number];

/** "7.25%", of parts per million. */
export function percentText(ratePpm: number): string {
  return `${ratePpm / 10_000}%`;
}

/** Whether a rate holds on a day. */
export function holdsOn({ validFrom, validUntil }: TaxRate, day: string): boolean {
  return validFrom <= day && (validUntil === null || validUntil > day);
}

/** Where the shop is registered: states of the United States, and everywhere else. */
export function splitRegistrations(registrations: readonly TaxRegistration[]) {
  const byName = (a: TaxRegistration, b: TaxRegistration) =>
    placeName(a.country, a.region).localeCompare(placeName(b.country, b.region));
  const states = registrations
    .filter(({ country, region }) => country === 'US' && region !== '')
    .toSorted(byName);
  return { states, others: registrations.filter(({ country }) => country !== 'US').toSorted(byName) };
}

/** The usual rate that is collected under a registration today; null when the table has none. */
export function rateUnder(
  { country, region }: TaxRegistration,
  rates: readonly TaxRate[],
  day: string,
): TaxRate | null {
  const usual = (rate: TaxRate) =>
    rate.country === country && rate.registration === region && rate.category === 'standard';
  const held = rates.filter((rate) => usual(rate) && holdsOn(rate, day));
  return held.find((rate) => rate.region === region) ?? held[0] ?? null;
}
