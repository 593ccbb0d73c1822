import type { Currency } from '@turing/domain';

interface RegionTerms {
  code: string;
  name: string;
  currency: Currency;
  taxInclusive: boolean;
  locale: string;
  countries: readonly string[];
}

/** Where the shop sells, and how prices look there. The first is for everybody else. */
export const regions: readonly RegionTerms[] = [
  {
    code: 'us',
    name: 'United States',
    currency: 'USD',
    taxInclusive: false,
    locale: 'en-US',
    countries: ['US', 'CA'],
  },
  {
    code: 'eu',
    name: 'European Union',
    currency: 'EUR',
    taxInclusive: true,
    locale: 'en-IE',
    countries: 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
  },
  {
    code: 'uk',
    name: 'United Kingdom',
    currency: 'GBP',
    taxInclusive: true,
    locale: 'en-GB',
    countries: ['GB'],
  },
];
