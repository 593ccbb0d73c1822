import { z } from 'zod';
import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, money, orderUrl, totalsOf } from './order-parts.ts';

const due = z.looseObject({ amountMinor: z.number().int().positive() });

/** Asks for what an order costs more than was paid. */
export function differenceDue({ order, event, storefrontUrl }: LetterContext): LetterContent {
  const amount = money(order, due.parse(event).amountMinor);
  return {
    subject: `${amount} is left to pay for order ${order.number}`,
    preview: 'We send your order when it has reached us.',
    eyebrow: eyebrowOf(order),
    heading: `${amount} is left to pay`,
    paragraphs: [
      'Your order costs more than you have paid so far, because it was changed. We send it when the rest has reached us.',
    ],
    action: { label: `Pay ${amount}`, url: orderUrl(order, storefrontUrl) },
    totals: totalsOf(order),
  };
}
