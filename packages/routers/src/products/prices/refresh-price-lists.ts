import type { Database } from '@turing/db';
import { findDueLists, lockDueList, markRefreshed, refreshPortion } from './refresh-store.ts';

/**
 * Brings what product lists show up to date with the price lists that have started or ended, or that were too big to be
 * refreshed when they were written. Gives how many lists there were. Safe to run twice, and at the same time.
 */
export async function refreshPriceLists({ db }: { readonly db: Database }): Promise<number> {
  const due = await findDueLists(db.reader);
  for (const id of due) await refreshPriceList(db, id);
  return due.length;
}

async function refreshPriceList(db: Database, id: string): Promise<void> {
  const list = await db.transaction((tx) => lockDueList(tx, id));
  if (list === null) return;
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await db.transaction((tx) => refreshPortion(tx, id, from));
  } while (after !== null);
  await markRefreshed(db, list);
}
