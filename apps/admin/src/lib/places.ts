import { countries, isCountryCode } from '@turing/domain';

const names = new Intl.DisplayNames('en', { type: 'region' });
const union = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

/** "Germany", of an ISO 3166-1 code. */
export function countryName(code: string): string {
  return isCountryCode(code) ? countries[code].name : (names.of(code) ?? code);
}

/** "California", "Canada": a country or a part of it. */
export function placeName(country: string, region: string): string {
  if (region === '') return countryName(country);
  const regions = isCountryCode(country) ? countries[country].regions : null;
  return regions?.[region] ?? `${region}, ${countryName(country)}`;
}

/** The countries that zones, taxes and regions can be of, for selects. */
export const countryChoices = ['US', 'CA', 'GB', ...union]
  .map((value) => ({ value, label: countryName(value) }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

/** "2–4 days", "1 day". */
export function daysText(minDays: number, maxDays: number): string {
  if (minDays === maxDays) return maxDays === 1 ? '1 day' : `${maxDays} days`;
  return `${minDays}–${maxDays} days`;
}

/** The parts of a country that have codes, for selects; none where any text will do. */
export function regionChoices(country: string): { value: string; label: string }[] {
  const regions = isCountryCode(country) ? countries[country].regions : null;
  return Object.entries(regions ?? {}).map(([value, label]) => ({ value, label }));
}
