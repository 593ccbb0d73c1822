import { countries, formatMoney, isCountryCode, taxRows } from '@turing/domain';
import type { StaffOrderView } from '@turing/routers';
import type { LetterContent, LetterContext, LetterLine, LetterTotal } from './content.ts';

type OrderLine = StaffOrderView['lines'][number];

const imageWidth = 320;

export function eyebrowOf(order: StaffOrderView): string {
  return `Order ${order.number}`;
}

export function orderUrl(order: StaffOrderView, storefrontUrl: string): string {
  return `${storefrontUrl}/orders/${order.token}`;
}

/** The bill as a file, where there is one by now. */
export function downloadOf(bill: LetterContext['bill']): LetterContent['download'] {
  return bill === undefined ? undefined : { label: `Download ${bill.label} (PDF)`, url: bill.url };
}

export function money(order: StaffOrderView, amountMinor: number): string {
  return formatMoney({ amountMinor, currency: order.currency });
}

export function lineOf(line: OrderLine, quantity: number, storefrontUrl: string): LetterLine {
  return {
    id: line.id,
    name: line.productName,
    variant: line.variantName,
    quantity,
    amount: null,
    imageUrl: line.image === null ? null : `${storefrontUrl}${line.image.src}/${imageWidth}.webp`,
  };
}

/** Every line with what it costs before discounts, as the totals below it count. */
export function pricedLines(order: StaffOrderView, storefrontUrl: string): LetterLine[] {
  return order.lines.map((line) => ({
    ...lineOf(line, line.quantity, storefrontUrl),
    amount: money(order, line.subtotalMinor),
  }));
}

export function totalsOf(order: StaffOrderView): LetterTotal[] {
  const { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor, taxInclusive } = order.pricing;
  const code = order.promotionCode === null ? '' : ` (${order.promotionCode})`;
  const row = (label: string, amountMinor: number) => ({ label, amount: money(order, amountMinor) });
  const tax =
    taxMinor > 0
      ? taxRows(order.pricing).map(({ label, amountMinor }) =>
          row(taxInclusive ? `Includes ${label}` : label, amountMinor),
        )
      : [];
  return [
    row('Subtotal', subtotalMinor),
    ...(discountMinor > 0 ? [row(`Discount${code}`, -discountMinor)] : []),
    {
      label: order.shippingName,
      amount: shippingMinor === 0 ? 'Free' : money(order, shippingMinor),
    },
    ...(taxInclusive ? [] : tax),
    { ...row('Total', totalMinor), isTotal: true },
    ...(taxInclusive ? tax : []),
    ...order.credits.map(({ kind, lastFour, amountMinor }) =>
      row(kind === 'store_credit' ? 'Store credit' : `Gift card ending in ${lastFour}`, -amountMinor),
    ),
  ];
}

/** An address as it is written on a parcel. */
export function addressLines({ shippingAddress: address }: StaffOrderView): string[] {
  const { name, line1, line2, city, region, postalCode, country } = address;
  const regionFirst = country === 'US' || country === 'CA' || country === 'AU';
  const town = regionFirst
    ? `${city}, ${[region, postalCode].filter(Boolean).join(' ')}`
    : [postalCode, city].filter(Boolean).join(' ');
  const countryName = isCountryCode(country) ? countries[country].name : country;
  return [name, line1, line2, town, regionFirst ? null : region, countryName].filter(
    (line): line is string => line !== null && line !== '',
  );
}
