'use client';

import { oneOf, useAddress } from '../../lib/use-address.ts';
import { type PromotionState, stateNames } from './promotion.ts';

export interface PromotionFilters {
  readonly query: string;
  readonly state: PromotionState | null;
  readonly cursors: readonly string[];
}

/** Any other filter starts again on the first page. */
export function usePromotionFilters() {
  const { params, show } = useAddress();
  const filters: PromotionFilters = {
    query: (params.get('q') ?? '').slice(0, 100),
    state: oneOf(stateNames, params.get('state')),
    cursors: params.getAll('after'),
  };

  function change(difference: Partial<PromotionFilters>): void {
    const { query, state, cursors } = { ...filters, cursors: [], ...difference };
    const next = new URLSearchParams();
    if (query !== '') next.set('q', query);
    if (state !== null) next.set('state', state);
    for (const cursor of cursors) next.append('after', cursor);
    show(next, difference.query === undefined ? 'push' : 'replace');
  }

  return { filters, change };
}
