import type { CatalogueChange } from '@turing/db';

/** A read of the database, as far as its age matters. Moments are of `performance.now()`. */
export interface Read {
  readonly startedAt: number;
  readonly topic: Topic;
}

/** On what an answer depends: one product, by its id; any of the catalogue; or that and what others searched for. */
export type Topic = { readonly productId: string } | 'lists' | 'suggestions';

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
  let queriesAt = Number.NEGATIVE_INFINITY;

  function tell(change: CatalogueChange, now: number): void {
    if (change === 'queries') {
      queriesAt = now;
      return;
    }
    if (change === 'all' || products.size > mostProducts) {
      anythingAt = now;
      everythingAt = now;
      products.clear();
      return;
    }
    if (change.isOnLists) anythingAt = now;
    for (const id of change.products) products.set(id, now);
  }

  function changedAt(topic: Topic): number {
    if (topic === 'lists') return anythingAt;
    if (topic === 'suggestions') return Math.max(anythingAt, queriesAt);
    return Math.max(everythingAt, products.get(topic.productId) ?? everythingAt);
  }

  return {
    tell,
    isFresh: ({ startedAt, topic }, now) =>
      now - startedAt < alwaysFreshMs || (now - toldUntil() < provenForMs && changedAt(topic) < startedAt),
  };
}
