import type { PostalAddress } from './address.ts';
import { countries, isCountryCode } from './countries.ts';

type Letter = 'N' | 'O' | 'A' | 'D' | 'C' | 'S' | 'Z' | 'X';

// A line of nothing but separators has lost what they separated.
const empty = /^[\s,.-]*$/u;

/**
 * The lines of a label in the order of its country, the country last: what the postal service there expects, by
 * Google's address data. Of a country the shop does not know the usual Western order.
 */
export function addressLabel(address: PostalAddress): string[] {
  const known = isCountryCode(address.country) ? countries[address.country] : null;
  const values: Record<Letter, string> = {
    N: address.name,
    O: '',
    A: [address.line1, address.line2].filter(Boolean).join('\n'),
    D: '',
    C: address.city,
    S: address.region ?? '',
    Z: address.postalCode,
    X: '',
  };
  const format = known?.format ?? '%N%n%O%n%A%n%C, %S %Z';
  const label = format
    .replaceAll('%n', '\n')
    .replaceAll(/%([NOADCSZX])/gu, (_, letter: string) => values[letter as Letter]);
  const lines = label.split('\n').map((line) =>
    line
      .replaceAll(/ {2,}/gu, ' ')
      .trim()
      .replace(/^,\s*|,\s*$/gu, ''),
  );
  return [...lines.filter((line) => !empty.test(line)), known?.name ?? address.country];
}
