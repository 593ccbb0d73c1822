'use client';

import { useAddress } from '../../lib/use-address.ts';
import { type LevelFilters, readLevelFilters, writeLevelFilters } from './level-filters.ts';

interface UseLevelFilters {
  readonly filters: LevelFilters;
  /** Any other filter starts again on the first page. */
  readonly change: (change: Partial<LevelFilters>) => void;
  readonly clear: () => void;
}

export function useLevelFilters(): UseLevelFilters {
  const { params, show } = useAddress();
  const filters = readLevelFilters(params);

  function change(difference: Partial<LevelFilters>): void {
    const typing = difference.query !== undefined;
    show(writeLevelFilters({ ...filters, cursors: [], ...difference }), typing ? 'replace' : 'push');
  }

  return { filters, change, clear: () => show(new URLSearchParams(), 'push') };
}
