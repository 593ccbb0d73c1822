import type { Stripe } from 'stripe';
import { ratesAt, type TaxRate } from './rates.ts';

// A gift card; whatever else is sold is taxed in full.
const exemptCode = 'txcd_10502000';
const shippingCode = 'txcd_92010001';

type Behavior = 'exclusive' | 'inclusive';
type Breakdown = Stripe.Tax.CalculationLineItem.TaxBreakdown;

export interface Taxed {
  amountTax: number;
  breakdown: Breakdown[];
  code: string;
}

/** The tax on one amount at a place, each jurisdiction's rounded half up. */
export function taxAmount(
  amount: number,
  options: { behavior: Behavior; code?: string | undefined; country: string; state: string | null },
): Taxed {
  const { behavior, country, state } = options;
  const code = options.code ?? 'txcd_99999999';
  const rates = ratesAt(country, state);
  if (rates.length === 0)
    return { amountTax: 0, code, breakdown: [untaxed(country, state, 'not_collecting')] };
  if (code === exemptCode)
    return { amountTax: 0, code, breakdown: [untaxed(country, state, 'product_exempt')] };
  const together = rates.reduce((sum, rate) => sum + rate.ratePpm, 0);
  const base = behavior === 'inclusive' ? 1_000_000 + together : 1_000_000;
  const taxes = rates.map((rate) => Math.floor((2 * amount * rate.ratePpm + base) / (2 * base)));
  const amountTax = taxes.reduce((sum, tax) => sum + tax, 0);
  const taxable = behavior === 'inclusive' ? amount - amountTax : amount;
  return {
    amountTax,
    code,
    breakdown: rates.map((rate, index) => toBreakdown(rate, taxes[index] ?? 0, taxable)),
  };
}

export function taxShipping(
  amount: number,
  options: { behavior: Behavior; country: string; state: string | null },
): Taxed {
  return taxAmount(amount, { ...options, code: shippingCode });
}

/** The breakdowns of all amounts, summed by rate, as the whole calculation shows them. */
export function sumBreakdowns(
  parts: readonly Breakdown[],
  inclusive: boolean,
  place: { country: string; state: string | null },
): Stripe.Tax.Calculation.TaxBreakdown[] {
  const sums = new Map<string, Stripe.Tax.Calculation.TaxBreakdown>();
  for (const part of parts) {
    const key = `${part.jurisdiction.display_name} ${part.tax_rate_details?.percentage_decimal ?? ''}`;
    const sum = sums.get(key) ?? wholeOf(part, inclusive, place);
    sum.amount += part.amount;
    sum.taxable_amount += part.taxable_amount;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

function wholeOf(
  part: Breakdown,
  inclusive: boolean,
  place: { country: string; state: string | null },
): Stripe.Tax.Calculation.TaxBreakdown {
  return {
    amount: 0,
    inclusive,
    tax_rate_details: {
      country: place.country,
      flat_amount: null,
      percentage_decimal: part.tax_rate_details?.percentage_decimal ?? '0.0',
      rate_type: part.tax_rate_details === null ? null : 'percentage',
      state: part.jurisdiction.state,
      tax_type: part.tax_rate_details?.tax_type ?? null,
    },
    taxability_reason: part.taxability_reason,
    taxable_amount: 0,
  };
}

function toBreakdown(rate: TaxRate, amount: number, taxable: number): Breakdown {
  return {
    amount,
    jurisdiction: {
      country: rate.country,
      display_name: rate.jurisdiction,
      level: rate.level,
      state: rate.state,
    },
    sourcing: 'destination',
    tax_rate_details: {
      display_name: rate.type === 'vat' ? 'VAT' : 'Sales Tax',
      percentage_decimal: String(rate.ratePpm / 10_000),
      tax_type: rate.type === 'vat' ? 'vat' : 'sales_tax',
    },
    taxability_reason: 'standard_rated',
    taxable_amount: taxable,
  };
}

function untaxed(
  country: string,
  state: string | null,
  reason: 'not_collecting' | 'product_exempt',
): Breakdown {
  return {
    amount: 0,
    jurisdiction: {
      country,
      display_name: state ?? country,
      level: state === null ? 'country' : 'state',
      state,
    },
    sourcing: 'destination',
    tax_rate_details: null,
    taxability_reason: reason,
    taxable_amount: 0,
  };
}
