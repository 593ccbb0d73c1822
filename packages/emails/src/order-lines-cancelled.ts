import { z } from 'zod';
import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, lineOf, money, orderUrl } from './order-parts.ts';

const cancelled = z.object({
  lines: z.array(z.object({ orderLineId: z.uuid(), quantity: z.number().int() })),
  refundMinor: z.number().int().nullable(),
});

export function orderLinesCancelled({ order, event, storefrontUrl }: LetterContext): LetterContent {
  const { lines, refundMinor } = cancelled.parse(event);
  const items = lines.flatMap(({ orderLineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    return line === undefined ? [] : [lineOf(line, quantity, storefrontUrl)];
  });
  const paid =
    refundMinor === null || refundMinor === 0
      ? []
      : [
          `We are returning ${money(order, refundMinor)} the way you paid, and will write again when it has been sent.`,
        ];
  return {
    subject: `A change to order ${order.number}`,
    preview: 'Some items of your order are cancelled.',
    eyebrow: eyebrowOf(order),
    heading: 'Some items are cancelled',
    paragraphs: [
      'These items of your order are cancelled and will not be sent. The rest is as it was.',
      ...paid,
    ],
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
    lines: { title: 'Cancelled', items },
  };
}
