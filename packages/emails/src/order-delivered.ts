import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, lineOf, orderUrl } from './order-parts.ts';

export function orderDelivered({ order, storefrontUrl }: LetterContext): LetterContent {
  const items = order.lines
    .map((line) => lineOf(line, line.fulfilledQuantity, storefrontUrl))
    .filter(({ quantity }) => quantity > 0);
  return {
    subject: `Order ${order.number} has arrived`,
    preview: 'We hope everything is as you imagined it.',
    eyebrow: eyebrowOf(order),
    heading: 'Your order has arrived',
    paragraphs: [
      'Everything has been delivered. We hope it is as you imagined it.',
      'Is something missing, broken or not right? Tell us from the page of your order, and we will put it right.',
    ],
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
    lines: items.length === 0 ? undefined : { title: 'What you received', items },
  };
}
