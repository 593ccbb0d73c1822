import type { LetterContent, LetterLine, LetterSeller } from './content.ts';
import { shop } from './shop.ts';

const rule = '-'.repeat(40);

export interface PlainTextFrame {
  readonly storefrontUrl: string;
  readonly seller: LetterSeller;
}

/** The letter for mailboxes and people that prefer text: the same words in the same order. */
export function toPlainText(content: LetterContent, { storefrontUrl, seller }: PlainTextFrame): string {
  const { action, parcel, lines, later, totals, address, highlight, download, unsubscribe } = content;
  const blocks = [
    `${seller.name.toUpperCase()}\n${content.eyebrow}`,
    content.heading,
    ...content.paragraphs,
    ...(parcel === undefined ? [] : [trackingOf(parcel)]),
    ...(highlight === undefined ? [] : [`${highlight.label}: ${highlight.text}`]),
    `${action.label}:\n${action.url}`,
    ...(download === undefined ? [] : [`${download.label}:\n${download.url}`]),
    ...(lines === undefined ? [] : [itemsOf(lines)]),
    ...(later === undefined ? [] : [itemsOf(later)]),
    ...(totals === undefined ? [] : [totals.map(({ label, amount }) => `${label}: ${amount}`).join('\n')]),
    ...(address === undefined ? [] : [[`${address.title}:`, ...address.lines].join('\n')]),
    [rule, signature(seller), storefrontUrl, shop.reply].join('\n'),
    ...(unsubscribe === undefined ? [] : [`${unsubscribe.text}\nUnsubscribe: ${unsubscribe.url}`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function signature({ name, address }: LetterSeller): string {
  return address.length === 0 ? `${name}: ${shop.motto}` : [name, ...address].join(', ');
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
