import { z } from 'zod';
import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, money, orderUrl, pricedLines, totalsOf } from './order-parts.ts';

/** More than nothing is still to be paid, less goes back. */
const edited = z.looseObject({ differenceMinor: z.number().int() });

export function orderEdited({ order, event, storefrontUrl }: LetterContext): LetterContent {
  const { differenceMinor } = edited.parse(event);
  return {
    subject: `Order ${order.number} was changed`,
    preview: differenceSentence(differenceMinor, (amountMinor) => money(order, amountMinor)),
    eyebrow: eyebrowOf(order),
    heading: 'Your order was changed',
    paragraphs: [
      'We changed your order as agreed. This is how it looks now.',
      differenceSentence(differenceMinor, (amountMinor) => money(order, amountMinor)),
    ],
    action: {
      label: differenceMinor > 0 ? `Pay ${money(order, differenceMinor)}` : 'View your order',
      url: orderUrl(order, storefrontUrl),
    },
    lines: { title: 'Your order now', items: pricedLines(order, storefrontUrl) },
    totals: totalsOf(order),
  };
}

function differenceSentence(differenceMinor: number, format: (amountMinor: number) => string): string {
  if (differenceMinor > 0) {
    return `${format(differenceMinor)} is left to pay. We send your order when it has reached us.`;
  }
  if (differenceMinor < 0) return `We are returning ${format(-differenceMinor)} to the way you paid.`;
  return 'What you pay stays the same.';
}
