import type { RouterOutputs } from '@turing/client';

export type DraftRow = RouterOutputs['orders']['staff']['drafts']['list']['items'][number];
export type Draft = RouterOutputs['orders']['staff']['drafts']['get'];
export type DraftPreview = RouterOutputs['orders']['staff']['drafts']['preview'];

export const draftStates = ['open', 'sent', 'ordered'] as const;

export const draftStatuses = {
  open: { label: 'Open', color: 'gray' },
  sent: { label: 'Sent', color: 'blue' },
  ordered: { label: 'Ordered', color: 'teal' },
} as const satisfies Record<Draft['status'], { label: string; color: string }>;

const missingWords = {
  email: 'an e-mail address',
  address: 'a delivery address',
  shipping: 'a way to send it there',
  lines: 'at least one item',
  price: 'a price for every item',
} as const satisfies Record<DraftPreview['missing'][number], string>;

/** "Still missing: an e-mail address, a delivery address." */
export function missingSentence(missing: DraftPreview['missing']): string {
  return `Still missing: ${missing.map((each) => missingWords[each]).join(', ')}.`;
}
