import type { LetterContent } from './content.ts';
import { shop } from './shop.ts';

export interface GiftCardLetter {
  /** Empty where the buyer gave none. */
  readonly recipientName: string;
  readonly senderName: string;
  readonly message: string;
  /** As the reader sees it. */
  readonly amount: string;
  readonly code: string;
  /** As the reader sees it; null for never. */
  readonly validUntil: string | null;
}

/** Brings a gift card. Its code is money: it stands in the letter and nowhere else. */
export function giftCard(card: GiftCardLetter, storefrontUrl: string): LetterContent {
  const { recipientName, senderName, message, amount, code, validUntil } = card;
  const greeting = recipientName === '' ? 'Hello!' : `Hello ${recipientName}!`;
  const giver = senderName === '' ? 'Somebody' : senderName;
  return {
    subject: `${giver} sent you ${amount} for ${shop.name}`,
    preview: `Choose something you like: ${amount} of it is paid.`,
    eyebrow: 'Gift card',
    heading: `${amount} for you`,
    paragraphs: [
      `${greeting} ${giver} sent you a gift card. Enter its code at checkout; what is left stays on it for the next time.`,
      ...message
        .split(/\n+/u)
        .map((line) => line.trim())
        .filter(Boolean),
      ...(validUntil === null ? [] : [`It is valid until ${validUntil}.`]),
    ],
    highlight: { label: 'Your code', text: code },
    action: { label: 'Find something', url: storefrontUrl },
  };
}
