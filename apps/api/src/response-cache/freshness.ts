import type { CatalogueChange } from '@turing/db';

/** A read of the database, as far as its age matters. Moments are of `performance.now()`. */
export interface Read {
  readonly startedAt: number;
  /** The product on which it depends alone; null when it depends on others. */
  readonly productId: string | null;
}

export interface Freshness {
  readonly tell: (change: CatalogueChange, now: number) => void;
  /** Whether the answer of a read may still be given. */
  readonly isFresh: (read: Read, now: number) => boolean;
}

/** An answer as young as this needs no proof. It bounds how often a hot answer is made anew under a stream of changes. */
export const alwaysFreshMs = 400;
const provenForMs = 500;
const mostProducts = 50_000;

/**
 * Decides what may be served so that nothing is staler than a second: an answer is given while it is very young, or while
 * every change up to half a second ago is known (`toldUntil`) and none since its read began concerns it.
 */
export function createFreshness(toldUntil: () => number): Freshness {
  const products = new Map<string, number>();
  let everythingAt = Number.NEGATIVE_INFINITY;
  let anythingAt = Number.NEGATIVE_INFINITY;

  function tell(change: CatalogueChange, now: number): void {
    anythingAt = now;
    if (change === 'all' || products.size > mostProducts) {
      everythingAt = now;
      products.clear();
      return;
    }
    for (const id of change) products.set(id, now);
  }

  function changedAt(productId: string | null): number {
    if (productId === null) return anythingAt;
    return Math.max(everythingAt, products.get(productId) ?? everythingAt);
  }

  return {
    tell,
    isFresh: ({ startedAt, productId }, now) =>
      now - startedAt < alwaysFreshMs ||
      (now - toldUntil() < provenForMs && changedAt(productId) < startedAt),
  };
}
