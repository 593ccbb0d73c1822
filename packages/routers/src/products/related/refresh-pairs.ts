import type { Context } from '../../context.ts';
import { recountPairs } from './pair-store.ts';

/** Counts what was bought together anew from all orders; answers how many pairs were wrong. */
export async function refreshPairs(ctx: Pick<Context, 'db'>): Promise<number> {
  return ctx.db.transaction((tx) => recountPairs(tx));
}
