import type { RouterOutputs } from '@turing/client';

export type GiftCardRow = RouterOutputs['orders']['credit']['staff']['list']['items'][number];
export type GiftCard = RouterOutputs['orders']['credit']['staff']['get'];
export type GiftCardState = GiftCardRow['state'];

export const states: Readonly<Record<GiftCardState, { readonly label: string; readonly color: string }>> = {
  active: { label: 'Active', color: 'teal' },
  used: { label: 'Used up', color: 'gray' },
  expired: { label: 'Expired', color: 'yellow' },
  disabled: { label: 'Disabled', color: 'red' },
};

export const stateNames = Object.keys(states) as GiftCardState[];

/** Only the end of a code is known. */
export function codeEnding(lastFour: string): string {
  return `•••• ${lastFour}`;
}
