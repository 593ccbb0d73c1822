import { addressData } from './address-data.ts';

/** A country the shop ships to, by ISO 3166-1 alpha-2. */
export type CountryCode = keyof typeof addressData;

/** What an address in a country must look like. `regions` (code → name) is null where any text will do. */
export interface CountryFormat {
  readonly name: string;
  readonly postalCode: RegExp;
  readonly postalCodeName: string;
  readonly postalCodeExample: string;
  readonly regionName: string;
  readonly regionRequired: boolean;
  /** False where a label has no line for it. */
  readonly regionShown: boolean;
  readonly regions: Readonly<Record<string, string>> | null;
  readonly cityName: string;
  /** The lines of a label, as `address-data.ts` explains. */
  readonly format: string;
  /** The letters of `format` that a label writes in capitals. */
  readonly upper: string;
}

interface Words {
  readonly name: string;
  readonly postalCodeName: string;
  readonly regionName: string;
  readonly cityName?: string;
  readonly example?: string;
  /** Stricter than the library, by the UPU's addressing sheets and eircode.ie. */
  readonly strict?: RegExp;
}

const words: Readonly<Record<CountryCode, Words>> = {
  US: { name: 'United States', postalCodeName: 'ZIP code', regionName: 'state' },
  CA: {
    name: 'Canada',
    postalCodeName: 'postal code',
    regionName: 'province',
    strict: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/iu,
  },
  GB: {
    name: 'United Kingdom',
    postalCodeName: 'postcode',
    regionName: 'county',
    cityName: 'town or city',
    example: 'SW1A 1AA',
  },
  IE: {
    name: 'Ireland',
    postalCodeName: 'Eircode',
    regionName: 'county',
    cityName: 'town or city',
    strict: /^(?:D6W|[AC-FHKNPRTV-Y]\d{2}) ?[\dAC-FHKNPRTV-Y]{4}$/iu,
  },
  DE: { name: 'Germany', postalCodeName: 'postal code', regionName: 'state' },
  FR: { name: 'France', postalCodeName: 'postal code', regionName: 'region', strict: /^\d{2} ?\d{3}$/u },
  NL: {
    name: 'Netherlands',
    postalCodeName: 'postal code',
    regionName: 'province',
    strict: /^[1-9]\d{3} ?[A-Z]{2}$/iu,
  },
  ES: {
    name: 'Spain',
    postalCodeName: 'postal code',
    regionName: 'province',
    strict: /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/u,
  },
  IT: { name: 'Italy', postalCodeName: 'postal code', regionName: 'province' },
};

function regionsOf(list: string | null): Record<string, string> | null {
  if (list === null) return null;
  return Object.fromEntries(
    list.split('|').map((entry) => {
      const [code = ''] = entry.split(' ', 1);
      return [code, entry.slice(code.length + 1)];
    }),
  );
}

function formatOf(code: CountryCode): CountryFormat {
  const data = addressData[code];
  const { strict, example, cityName = 'city', ...rest } = words[code];
  return {
    ...rest,
    cityName,
    postalCode: strict ?? new RegExp(`^(?:${data.postalCode})$`, 'iu'),
    postalCodeExample: example ?? data.postalCodeExample,
    regionRequired: data.required.includes('S'),
    regionShown: data.format.includes('%S'),
    regions: regionsOf(data.regions),
    format: data.format,
    upper: data.upper,
  };
}

const codes = Object.keys(addressData) as CountryCode[];

/**
 * The countries the shop ships to. What is required, regions, postal codes and labels are Google's address data
 * (libaddressinput); the words are ours.
 */
export const countries = Object.fromEntries(codes.map((code) => [code, formatOf(code)])) as Readonly<
  Record<CountryCode, CountryFormat>
>;

/** Whether a code names a country the shop ships to; upper case only. */
export function isCountryCode(code: string): code is CountryCode {
  return Object.hasOwn(countries, code);
}
