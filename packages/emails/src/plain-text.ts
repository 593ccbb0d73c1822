import type { LetterContent, LetterLine } from './content.ts';
import { shop } from './shop.ts';

const rule = '-'.repeat(40);

/** The letter for mailboxes and people that prefer text: the same words in the same order. */
export function toPlainText(content: LetterContent, storefrontUrl: string): string {
  const { action, parcel, lines, later, totals, address } = content;
  const blocks = [
    `${shop.name.toUpperCase()}\n${content.eyebrow}`,
    content.heading,
    ...content.paragraphs,
    ...(parcel === undefined ? [] : [trackingOf(parcel)]),
    `${action.label}:\n${action.url}`,
    ...(lines === undefined ? [] : [itemsOf(lines)]),
    ...(later === undefined ? [] : [itemsOf(later)]),
    ...(totals === undefined ? [] : [totals.map(({ label, amount }) => `${label}: ${amount}`).join('\n')]),
    ...(address === undefined ? [] : [[`${address.title}:`, ...address.lines].join('\n')]),
    `${rule}\n${shop.name}: ${shop.motto}\n${storefrontUrl}\n${shop.reply}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function trackingOf({ carrier, trackingNumber, trackingUrl }: NonNullable<LetterContent['parcel']>): string {
  const number = trackingNumber === null ? '' : `, tracking number ${trackingNumber}`;
  return [`${carrier}${number}`, ...(trackingUrl === null ? [] : [trackingUrl])].join('\n');
}

function itemsOf({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly LetterLine[];
}): string {
  return [`${title}:`, ...items.map(itemOf)].join('\n');
}

function itemOf({ name, variant, quantity, amount }: LetterLine): string {
  const what = variant === '' ? name : `${name} (${variant})`;
  return `  ${quantity} x ${what}${amount === null ? '' : `  ${amount}`}`;
}
