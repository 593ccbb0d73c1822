import { randomUUID } from 'node:crypto';
import type { Gift, GiftInput } from './gift-schemas.ts';

/** As many cards for the same person. */
export function giftsFor(gift: GiftInput, quantity: number): Gift[] {
  return Array.from({ length: quantity }, () => ({ ...gift, id: randomUUID() }));
}

/** The gifts of a line whose quantity changed: the last go first, further ones are for the person of the last. */
export function resizeGifts(gifts: readonly Gift[], quantity: number): Gift[] {
  const last = gifts.at(-1);
  const missing = quantity - gifts.length;
  if (last === undefined || missing <= 0) return gifts.slice(0, quantity);
  return [...gifts, ...giftsFor(last, missing)];
}

/** When a card is sent: at eight o'clock UTC of its day, null for at once. */
export function deliveryOf({ deliverOn }: Pick<Gift, 'deliverOn'>): Date | null {
  return deliverOn === null ? null : new Date(`${deliverOn}T08:00:00Z`);
}
