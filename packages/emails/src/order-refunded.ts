import { z } from 'zod';
import type { LetterContent, LetterContext } from './content.ts';
import { downloadOf, eyebrowOf, money, orderUrl } from './order-parts.ts';

const refunded = z.object({ amountMinor: z.number().int().positive() });

export function orderRefunded({ order, event, bill, storefrontUrl }: LetterContext): LetterContent {
  const { amountMinor } = refunded.parse(event);
  const amount = money(order, amountMinor);
  return {
    subject: `Your refund for order ${order.number}`,
    preview: `${amount} is on its way back to you.`,
    eyebrow: eyebrowOf(order),
    heading: `${amount} is on its way back`,
    paragraphs: [
      `We have sent ${amount} back to the card you paid with. Banks usually take five to ten days to show it.`,
    ],
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
    download: downloadOf(bill),
    totals: [
      { label: 'You paid', amount: money(order, order.capturedMinor) },
      { label: 'This refund', amount, isTotal: true },
    ],
  };
}
