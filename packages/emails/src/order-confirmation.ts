import type { LetterContent, LetterContext } from './content.ts';
import {
  addressLines,
  downloadOf,
  eyebrowOf,
  money,
  orderUrl,
  pricedLines,
  totalsOf,
} from './order-parts.ts';

export function orderConfirmation({ order, bill, storefrontUrl }: LetterContext): LetterContent {
  const { totalMinor } = order.pricing;
  const paid =
    totalMinor === 0
      ? 'There is nothing to pay'
      : `We have received your payment of ${money(order, totalMinor)}`;
  return {
    subject: `Order ${order.number} is confirmed`,
    preview: `${paid}. We will write again when your parcel leaves.`,
    eyebrow: eyebrowOf(order),
    heading: 'Thank you for your order',
    paragraphs: [
      `${paid}, and we are getting everything ready. You will hear from us again as soon as your parcel is on its way.`,
    ],
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
    download: downloadOf(bill),
    lines: { title: 'What you ordered', items: pricedLines(order, storefrontUrl) },
    totals: totalsOf(order),
    address: { title: 'Where it is going', lines: addressLines(order) },
  };
}
