import type { CountryCode, Currency, PostalAddress } from '@turing/domain';
import places from '../content/places.json' with { type: 'json' };
import type { Random } from '../random.ts';

/** Where the shop's customers live, by share. */
const shares: readonly (readonly [country: CountryCode, share: number])[] = [
  ['US', 70],
  ['CA', 6],
  ['GB', 10],
  ['DE', 5],
  ['FR', 3],
  ['NL', 2],
  ['IE', 2],
  ['ES', 1],
  ['IT', 1],
];

/** The currency people of a country pay in. */
export function currencyOf(country: string): Currency {
  if (country === 'GB') return 'GBP';
  return country === 'US' || country === 'CA' ? 'USD' : 'EUR';
}

/** Hours between UTC and the clocks of a country, good enough for when people shop. */
export function clockOffset(country: string): number {
  if (country === 'US' || country === 'CA') return -6;
  return country === 'GB' || country === 'IE' ? 0 : 1;
}

/** An address that exists as far as its city, with a telephone number kept for fiction. */
export function composeAddress(random: Random, name: string): PostalAddress {
  const country = shares[random.weighted(shares.map(([, share]) => share))]?.[0] ?? 'US';
  const { streets, phone, places: cities } = places[country];
  const { city, region, postalCode } = random.pick<{
    city: string;
    region: string | null;
    postalCode: string;
  }>(cities);
  const line1 = random.pick(streets).replace('{n}', String(random.int(2, 240)));
  const flat = country === 'US' && random.chance(0.25) ? `Apt ${random.int(1, 28)}` : null;
  const number = phone
    .replace('{p3}', String(random.int(201, 989)))
    .replace('{p2}', String(random.int(10, 99)));
  return {
    name,
    line1,
    line2: flat,
    city,
    region,
    postalCode,
    country,
    phone: random.chance(0.4) ? number : null,
  };
}
