import { appendEvent } from '@turing/db';
import type { Services } from '../../context.ts';
import { getBusiness } from '../business/business-store.ts';
import { claimAbandoned } from './recovery-store.ts';

const oldestDays = 7;

/**
 * Finds carts that were left for as long as the shop says, by people who agreed to letters and have not ordered since, and
 * has each written about, once: the claim and the event that queues the letter are one transaction. Gives their ids.
 */
export async function writeAboutCarts(
  { db, now }: Pick<Services, 'db' | 'now'>,
  limit: number,
): Promise<string[]> {
  const { cartLetters, cartIdleMinutes } = await getBusiness(db.reader);
  if (!cartLetters) return [];
  const at = now();
  return db.transaction(async (tx) => {
    const ids = await claimAbandoned(tx, {
      before: new Date(at.getTime() - cartIdleMinutes * 60_000),
      after: new Date(at.getTime() - oldestDays * 86_400_000),
      now: at,
      limit,
    });
    for (const id of ids) await appendEvent(tx, { type: 'cart.abandoned', entityId: id, payload: {} });
    return ids;
  });
}
