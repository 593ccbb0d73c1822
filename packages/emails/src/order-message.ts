import { z } from 'zod';
import type { LetterContent, LetterContext } from './content.ts';
import { eyebrowOf, orderUrl } from './order-parts.ts';

const noted = z.object({ noteId: z.uuid() });

/** What a member of staff wrote to the buyer, in their words. */
export function orderMessage({ order, aftercare, event, storefrontUrl }: LetterContext): LetterContent {
  const { noteId } = noted.parse(event);
  const note = aftercare?.notes.find(({ id }) => id === noteId);
  if (note === undefined) throw new Error(`order ${order.id} has no note ${noteId}`);
  return {
    subject: `A message about order ${order.number}`,
    preview: note.body.slice(0, 120),
    eyebrow: eyebrowOf(order),
    heading: 'A message about your order',
    paragraphs: note.body.split(/\n{2,}/u),
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
  };
}
