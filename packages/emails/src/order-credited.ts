import { z } from 'zod';
import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, money, orderUrl } from './order-parts.ts';

const credited = z.object({ amountMinor: z.number().int() });

export function orderCredited({ order, event, storefrontUrl }: LetterContext): LetterContent {
  const amount = money(order, credited.parse(event).amountMinor);
  return {
    subject: `${amount} of store credit is yours`,
    preview: 'It is in your account and can be used at once.',
    eyebrow: eyebrowOf(order),
    heading: `${amount} of store credit`,
    paragraphs: [
      `We have put ${amount} into your account for order ${order.number}. It can be used with your next order, in part or in full.`,
    ],
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
  };
}
