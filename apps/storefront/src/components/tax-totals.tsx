import { taxRows, type Currency, type TaxShare } from '@turing/domain';
import { TotalsRow } from './totals.tsx';

export interface TaxTotalsProps {
  pricing: { taxMinor: number; taxInclusive: boolean; taxes: readonly TaxShare[] };
  currency: Currency;
}

/** Tax that comes on top, by who collects it: before the total. */
export function AddedTax({ pricing, currency }: TaxTotalsProps) {
  if (pricing.taxInclusive) return null;
  return taxRows(pricing).map(({ label, amountMinor }) => (
    <TotalsRow key={label} name={label} amountMinor={amountMinor} currency={currency} />
  ));
}

/** Tax that prices contain: after the total. */
export function IncludedTax({ pricing, currency }: TaxTotalsProps) {
  if (!pricing.taxInclusive || pricing.taxMinor === 0) return null;
  return taxRows(pricing).map(({ label, amountMinor }) => (
    <TotalsRow key={label} name={`Includes ${label}`} amountMinor={amountMinor} currency={currency} />
  ));
}
