import type { Currency } from '@turing/domain';

interface MethodTerms {
  code: string;
  zone: string;
  name: string;
  description: string;
  countries: readonly string[];
  days: readonly [number, number];
  /** Minor units by currency. */
  amounts: Readonly<Record<Currency, number>>;
  freeOver: Readonly<Record<Currency, number>> | null;
}

const europe = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');
const prices = (USD: number, EUR: number, GBP: number): Readonly<Record<Currency, number>> => ({
  USD,
  EUR,
  GBP,
});

/** How parcels travel and what that costs. */
export const shippingMethods: readonly MethodTerms[] = [
  {
    code: 'us-standard',
    zone: 'United States',
    name: 'Standard',
    description: 'Ground, to the door.',
    countries: ['US'],
    days: [3, 5],
    amounts: prices(595, 595, 495),
    freeOver: prices(7500, 7500, 6500),
  },
  {
    code: 'us-express',
    zone: 'United States',
    name: 'Express',
    description: 'By air, with a signature if you like.',
    countries: ['US'],
    days: [1, 2],
    amounts: prices(1495, 1490, 1295),
    freeOver: null,
  },
  {
    code: 'ca-standard',
    zone: 'Canada',
    name: 'Standard',
    description: 'By post, tracked all the way.',
    countries: ['CA'],
    days: [5, 8],
    amounts: prices(995, 990, 850),
    freeOver: prices(12000, 12000, 10000),
  },
  {
    code: 'ca-express',
    zone: 'Canada',
    name: 'Express',
    description: 'By courier, duties settled.',
    countries: ['CA'],
    days: [2, 4],
    amounts: prices(2195, 2190, 1895),
    freeOver: null,
  },
  {
    code: 'gb-standard',
    zone: 'United Kingdom',
    name: 'Standard',
    description: 'Royal Mail, tracked.',
    countries: ['GB'],
    days: [2, 4],
    amounts: prices(550, 550, 395),
    freeOver: prices(7500, 7500, 6000),
  },
  {
    code: 'gb-express',
    zone: 'United Kingdom',
    name: 'Express',
    description: 'Next working day before noon.',
    countries: ['GB'],
    days: [1, 1],
    amounts: prices(1195, 1190, 895),
    freeOver: null,
  },
  {
    code: 'eu-standard',
    zone: 'European Union',
    name: 'Standard',
    description: 'By parcel post, tracked.',
    countries: europe,
    days: [3, 6],
    amounts: prices(695, 590, 550),
    freeOver: prices(9000, 8000, 7000),
  },
  {
    code: 'eu-express',
    zone: 'European Union',
    name: 'Express',
    description: 'By courier, to the door.',
    countries: europe,
    days: [1, 3],
    amounts: prices(1695, 1490, 1350),
    freeOver: null,
  },
];

interface RemoteTerms {
  zone: string;
  places: readonly { country: string; region?: string; postal?: string }[];
  method: Omit<MethodTerms, 'zone' | 'countries' | 'freeOver'>;
  /** Grams from which each further kilogram's worth is added, in all currencies alike. */
  bands: readonly { from: number; amountMinor: number | null }[];
}

/** Where parcels take a ship: dearer, by weight, and not for what is too heavy. */
export const remoteZones: readonly RemoteTerms[] = [
  {
    zone: 'Alaska and Hawaii',
    places: [
      { country: 'US', region: 'AK' },
      { country: 'US', region: 'HI' },
    ],
    method: {
      code: 'us-remote',
      name: 'Priority',
      description: 'By post, over the water.',
      days: [4, 9],
      amounts: prices(1295, 1290, 1095),
    },
    bands: [
      { from: 1000, amountMinor: 1995 },
      { from: 5000, amountMinor: 3495 },
      { from: 20_000, amountMinor: null },
    ],
  },
  {
    zone: 'Scottish Highlands and islands',
    places: ['HS', 'IV', 'KW', 'ZE'].map((postal) => ({ country: 'GB', postal })),
    method: {
      code: 'gb-remote',
      name: 'Standard',
      description: 'Royal Mail, by road and ferry.',
      days: [3, 7],
      amounts: prices(890, 890, 690),
    },
    bands: [
      { from: 2000, amountMinor: 1290 },
      { from: 10_000, amountMinor: 2490 },
    ],
  },
];

/** Where orders can be fetched. */
export const pickups = [
  {
    zone: 'United States',
    code: 'pickup-portland',
    name: 'Pick up in Portland',
    description: 'Monday to Friday, 9 am to 6 pm.',
    location: 'main',
    address: {
      line1: '2100 NW Front Avenue',
      line2: null,
      city: 'Portland',
      region: 'OR',
      postalCode: '97209',
      country: 'US',
    },
  },
  {
    zone: 'European Union',
    code: 'pickup-rotterdam',
    name: 'Pick up in Rotterdam',
    description: 'Tuesday to Saturday, 10:00 to 17:00.',
    location: 'second',
    address: {
      line1: 'Maashaven Zuidzijde 12',
      line2: null,
      city: 'Rotterdam',
      region: null,
      postalCode: '3081 AE',
      country: 'NL',
    },
  },
] as const;
