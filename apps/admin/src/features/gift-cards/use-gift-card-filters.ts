'use client';

import { oneOf, useAddress } from '../../lib/use-address.ts';
import { type GiftCardState, stateNames } from './gift-card.ts';

export interface GiftCardFilters {
  readonly query: string;
  readonly state: GiftCardState | null;
  readonly cursors: readonly string[];
}

/** Any other filter starts again on the first page. */
export function useGiftCardFilters() {
  const { params, show } = useAddress();
  const filters: GiftCardFilters = {
    query: (params.get('q') ?? '').slice(0, 100),
    state: oneOf(stateNames, params.get('state')),
    cursors: params.getAll('after'),
  };

  function change(difference: Partial<GiftCardFilters>): void {
    const { query, state, cursors } = { ...filters, cursors: [], ...difference };
    const next = new URLSearchParams();
    if (query !== '') next.set('q', query);
    if (state !== null) next.set('state', state);
    for (const cursor of cursors) next.append('after', cursor);
    show(next, difference.query === undefined ? 'push' : 'replace');
  }

  return { filters, change };
}
