import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, pricedLines } from './order-parts.ts';

export function orderExpired({ order, storefrontUrl }: LetterContext): LetterContent {
  return {
    subject: `We let go of order ${order.number}`,
    preview: 'No payment reached us, so nothing was charged and nothing is owed.',
    eyebrow: eyebrowOf(order),
    heading: 'We let go of your order',
    paragraphs: [
      'We kept these things aside for you, but no payment reached us in time, so they are back on the shelf. Nothing was charged and nothing is owed.',
      'Still want them? They may well be there. You are welcome back whenever it suits you.',
    ],
    action: { label: 'Visit the shop', url: storefrontUrl },
    lines: { title: 'What you had chosen', items: pricedLines(order, storefrontUrl) },
  };
}
