import type { OrderPricing, TaxShare } from '@turing/domain';

/** The tax of a priced order as buyers and staff see it. */
export function viewTaxes(
  priced: Pick<OrderPricing, 'taxMinor' | 'taxInclusive' | 'taxes' | 'shippingTaxMinor'>,
) {
  const { taxMinor, shippingTaxMinor, taxInclusive, taxes } = priced;
  return { taxMinor, shippingTaxMinor, taxInclusive, taxName: nameTax(taxes), taxes };
}

/** "GST + PST", "MwSt."; "No tax" where none is collected. */
function nameTax(taxes: readonly TaxShare[]): string {
  const names = [...new Set(taxes.map(({ name }) => name))];
  return names.length === 0 ? 'No tax' : names.join(' + ');
}
