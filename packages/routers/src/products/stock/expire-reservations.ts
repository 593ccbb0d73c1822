import type { Context } from '../../context.ts';
import { releaseLines } from '../stock-store.ts';
import { endExpired } from './reservation-store.ts';

/** Gives back what at most `limit` reservations kept whose time is over, each once, however many workers run it. */
export async function expireReservations(ctx: Pick<Context, 'db' | 'now'>, limit: number): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const kept = await endExpired(tx, { now: ctx.now(), limit });
    if (kept.length > 0) await releaseLines(tx, kept);
    return kept.length;
  });
}
