import { canadianProvinces, usStates } from './address-regions.ts';

/** What an address in a country must look like. `regions` (code → name) is null where any text will do. */
export interface CountryFormat {
  readonly name: string;
  readonly postalCode: RegExp;
  readonly postalCodeName: string;
  readonly postalCodeExample: string;
  readonly regionName: string;
  readonly regionRequired: boolean;
  readonly regions: Readonly<Record<string, string>> | null;
}

const eircode = /^(?:D6W|[AC-FHKNPRTV-Y]\d{2}) ?[\dAC-FHKNPRTV-Y]{4}$/i;
const postcode =
  /^(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d[\dA-Z]?|\d[A-HJKPS-UW]) ?\d[ABD-HJLNP-UW-Z]{2})$/i;
const canadian = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/i;
const spanish = /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/;
const dutch = /^[1-9]\d{3} ?[A-Z]{2}$/i;
const zip = /^\d{5}(?:-\d{4})?$/;
const fiveDigits = /^\d{5}$/;
const french = /^\d{2} ?\d{3}$/;

/**
 * The countries the shop ships to, by ISO 3166-1 alpha-2 code. Sources: Google's address data (libaddressinput) for
 * what is required; UPU addressing sheets for the shape of postal codes; eircode.ie for Ireland.
 */
export const countries = {
  US: {
    name: 'United States',
    postalCode: zip,
    postalCodeName: 'ZIP code',
    postalCodeExample: '97205',
    regionName: 'state',
    regionRequired: true,
    regions: usStates,
  },
  CA: {
    name: 'Canada',
    postalCode: canadian,
    postalCodeName: 'postal code',
    postalCodeExample: 'K1A 0B1',
    regionName: 'province',
    regionRequired: true,
    regions: canadianProvinces,
  },
  GB: {
    name: 'United Kingdom',
    postalCode: postcode,
    postalCodeName: 'postcode',
    postalCodeExample: 'SW1A 1AA',
    regionName: 'county',
    regionRequired: false,
    regions: null,
  },
  IE: {
    name: 'Ireland',
    postalCode: eircode,
    postalCodeName: 'Eircode',
    postalCodeExample: 'D02 AF30',
    regionName: 'county',
    regionRequired: false,
    regions: null,
  },
  DE: {
    name: 'Germany',
    postalCode: fiveDigits,
    postalCodeName: 'postal code',
    postalCodeExample: '10115',
    regionName: 'state',
    regionRequired: false,
    regions: null,
  },
  FR: {
    name: 'France',
    postalCode: french,
    postalCodeName: 'postal code',
    postalCodeExample: '75001',
    regionName: 'region',
    regionRequired: false,
    regions: null,
  },
  NL: {
    name: 'Netherlands',
    postalCode: dutch,
    postalCodeName: 'postal code',
    postalCodeExample: '1012 JS',
    regionName: 'province',
    regionRequired: false,
    regions: null,
  },
  ES: {
    name: 'Spain',
    postalCode: spanish,
    postalCodeName: 'postal code',
    postalCodeExample: '28013',
    regionName: 'province',
    regionRequired: true,
    regions: null,
  },
  IT: {
    name: 'Italy',
    postalCode: fiveDigits,
    postalCodeName: 'postal code',
    postalCodeExample: '00144',
    regionName: 'province',
    regionRequired: true,
    regions: null,
  },
} as const satisfies Record<string, CountryFormat>;

/** A country the shop ships to. */
export type CountryCode = keyof typeof countries;

/** Whether a code names a country the shop ships to; upper case only. */
export function isCountryCode(code: string): code is CountryCode {
  return Object.hasOwn(countries, code);
}
