import type { LetterContent, LetterLine } from './content.ts';

export interface AbandonedCart {
  readonly restoreUrl: string;
  readonly unsubscribeUrl: string;
  readonly lines: readonly LetterLine[];
}

/** The one letter about a cart that somebody left, for those who said yes to letters. */
export function abandonedCart({ restoreUrl, unsubscribeUrl, lines }: AbandonedCart): LetterContent {
  const what = lines.length === 1 ? (lines[0]?.name ?? 'your things') : 'your things';
  return {
    subject: lines.length === 1 ? `You left ${what} in your cart` : 'You left something in your cart',
    preview: 'Your cart is as you left it. One click brings it back, on any device.',
    eyebrow: 'Your cart',
    heading: 'Still thinking about it?',
    paragraphs: [
      'Your cart is as you left it. The link brings it back on any device; prices and stock are those of today, and nothing is kept aside.',
    ],
    action: { label: 'Back to my cart', url: restoreUrl },
    lines: { title: 'In your cart', items: lines },
    unsubscribe: {
      url: unsubscribeUrl,
      text: 'You get this letter because you agreed to hear from us. We write once about a cart, not again.',
    },
  };
}
