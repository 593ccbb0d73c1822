import type { Stripe } from 'stripe';

/** A tax of one jurisdiction, in parts per million. */
export interface TaxRate {
  country: string;
  state: string | null;
  jurisdiction: string;
  level: 'country' | 'state' | 'county' | 'city';
  type: Stripe.Tax.Calculation.TaxBreakdown.TaxRateDetails.TaxType;
  ratePpm: number;
}

const vat = (country: string, jurisdiction: string, percent: number): TaxRate => ({
  country,
  state: null,
  jurisdiction,
  level: 'country',
  type: 'vat',
  ratePpm: percent * 10_000,
});

const sales = (
  state: string,
  [jurisdiction, level]: [string, TaxRate['level']],
  ratePpm: number,
): TaxRate => ({ country: 'US', state, jurisdiction, level, type: 'sales_tax', ratePpm });

/** Where the emulated merchant is registered. Elsewhere nothing is collected. */
const rates: readonly TaxRate[] = [
  sales('CA', ['California', 'state'], 60_000),
  sales('CA', ['Los Angeles County', 'county'], 35_000),
  sales('NY', ['New York', 'state'], 40_000),
  sales('NY', ['New York City', 'city'], 48_750),
  sales('TX', ['Texas', 'state'], 62_500),
  sales('WA', ['Washington', 'state'], 65_000),
  vat('DE', 'Germany', 19),
  vat('FR', 'France', 20),
  vat('NL', 'Netherlands', 21),
  vat('GB', 'United Kingdom', 20),
];

export function ratesAt(country: string, state: string | null): TaxRate[] {
  return rates.filter((rate) => rate.country === country && (rate.state === null || rate.state === state));
}
