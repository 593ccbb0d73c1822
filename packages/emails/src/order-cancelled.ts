import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, money, orderUrl, pricedLines, totalsOf } from './order-parts.ts';

export function orderCancelled({ order, storefrontUrl }: LetterContext): LetterContent {
  const owed = money(order, order.capturedMinor);
  const sentence =
    order.capturedMinor > 0
      ? `We are returning ${owed} to the card you paid with. We will write again when it has been sent; after that, banks usually take five to ten days to show it.`
      : 'You have not been charged.';
  return {
    subject: `Order ${order.number} is cancelled`,
    preview: sentence,
    eyebrow: eyebrowOf(order),
    heading: 'Your order is cancelled',
    paragraphs: [`Order ${order.number} is cancelled, and nothing will be sent.`, sentence],
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
    lines: { title: 'What you had ordered', items: pricedLines(order, storefrontUrl) },
    totals: totalsOf(order),
  };
}
