import type { Currency } from '@turing/domain';

interface MethodTerms {
  code: string;
  name: string;
  description: string;
  countries: readonly string[];
  days: readonly [number, number];
  /** Minor units by currency. */
  amounts: Readonly<Record<Currency, number>>;
  freeOver: Readonly<Record<Currency, number>> | null;
}

const europe = ['DE', 'FR', 'NL', 'ES', 'IT', 'IE'];
const prices = (USD: number, EUR: number, GBP: number): Readonly<Record<Currency, number>> => ({
  USD,
  EUR,
  GBP,
});

/** How parcels travel and what that costs. */
export const shippingMethods: readonly MethodTerms[] = [
  {
    code: 'us-standard',
    name: 'Standard',
    description: 'Ground, to the door.',
    countries: ['US'],
    days: [3, 5],
    amounts: prices(595, 595, 495),
    freeOver: prices(7500, 7500, 6500),
  },
  {
    code: 'us-express',
    name: 'Express',
    description: 'By air, with a signature if you like.',
    countries: ['US'],
    days: [1, 2],
    amounts: prices(1495, 1490, 1295),
    freeOver: null,
  },
  {
    code: 'ca-standard',
    name: 'Standard',
    description: 'By post, tracked all the way.',
    countries: ['CA'],
    days: [5, 8],
    amounts: prices(995, 990, 850),
    freeOver: prices(12000, 12000, 10000),
  },
  {
    code: 'ca-express',
    name: 'Express',
    description: 'By courier, duties settled.',
    countries: ['CA'],
    days: [2, 4],
    amounts: prices(2195, 2190, 1895),
    freeOver: null,
  },
  {
    code: 'gb-standard',
    name: 'Standard',
    description: 'Royal Mail, tracked.',
    countries: ['GB'],
    days: [2, 4],
    amounts: prices(550, 550, 395),
    freeOver: prices(7500, 7500, 6000),
  },
  {
    code: 'gb-express',
    name: 'Express',
    description: 'Next working day before noon.',
    countries: ['GB'],
    days: [1, 1],
    amounts: prices(1195, 1190, 895),
    freeOver: null,
  },
  {
    code: 'eu-standard',
    name: 'Standard',
    description: 'By parcel post, tracked.',
    countries: europe,
    days: [3, 6],
    amounts: prices(695, 590, 550),
    freeOver: prices(9000, 8000, 7000),
  },
  {
    code: 'eu-express',
    name: 'Express',
    description: 'By courier, to the door.',
    countries: europe,
    days: [1, 3],
    amounts: prices(1695, 1490, 1350),
    freeOver: null,
  },
];
