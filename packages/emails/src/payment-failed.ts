import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, money, orderUrl, pricedLines, totalsOf } from './order-parts.ts';

export function paymentFailed({ order, storefrontUrl }: LetterContext): LetterContent {
  const { totalMinor } = order.pricing;
  return {
    subject: `Your payment for order ${order.number} did not go through`,
    preview: 'Nothing was charged. You can try again with the same card or another.',
    eyebrow: eyebrowOf(order),
    heading: 'Your payment did not go through',
    paragraphs: [
      `Your bank declined the payment of ${money(order, totalMinor)}, so nothing was charged. We are keeping your things for you a little longer.`,
      'You can try again with the same card or another. Banks say why only to you: if it happens again, ask yours.',
    ],
    action: { label: 'Try the payment again', url: orderUrl(order, storefrontUrl) },
    lines: { title: 'What we are keeping for you', items: pricedLines(order, storefrontUrl) },
    totals: totalsOf(order),
  };
}
