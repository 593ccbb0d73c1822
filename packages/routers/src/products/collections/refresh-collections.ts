import type { Database } from '@turing/db';
import { listRuledIds, lockRules, takeQueued, writeMembers } from './membership-store.ts';

type Refreshed = { readonly products: number; readonly changed: number };

const atOnce = 1000;

/**
 * Looks at the products that changed since the last time: afterwards, those of them that keep the rules of a collection
 * are its members and the others are not. What fails stays queued.
 */
export async function refreshChangedProducts({ db }: { readonly db: Database }): Promise<Refreshed> {
  const total = { products: 0, changed: 0 };
  for (;;) {
    const { products, changed } = await db.transaction(async (tx) => {
      const productIds = await takeQueued(tx, atOnce);
      let count = 0;
      for (const id of productIds.length === 0 ? [] : await listRuledIds(tx)) {
        const collection = await lockRules(tx, id);
        if (collection !== null) count += await writeMembers(tx, collection, productIds);
      }
      return { products: productIds.length, changed: count };
    });
    if (products === 0) return total;
    total.products += products;
    total.changed += changed;
  }
}

/**
 * Looks at every product: time passes, and sales begin and end, without a row being changed. Each collection is a
 * transaction of its own.
 */
export async function refreshAllCollections({ db }: { readonly db: Database }): Promise<{
  readonly collections: number;
  readonly changed: number;
}> {
  const ids = await db.transaction(listRuledIds);
  let changed = 0;
  for (const id of ids) {
    changed += await db.transaction(async (tx) => {
      const collection = await lockRules(tx, id);
      return collection === null ? 0 : writeMembers(tx, collection);
    });
  }
  return { collections: ids.length, changed };
}
