'use client';

import { useAddress } from '../../lib/use-address.ts';
import { noFilters, type OrderFilters, readOrderFilters, writeOrderFilters } from './order-filters.ts';

interface UseOrderFilters {
  readonly filters: OrderFilters;
  /** Any other filter starts again on the first page. */
  readonly change: (change: Partial<OrderFilters>) => void;
  readonly clear: () => void;
}

export function useOrderFilters(): UseOrderFilters {
  const { params, show } = useAddress();
  const filters = readOrderFilters(params);

  function change(difference: Partial<OrderFilters>): void {
    const typing = difference.q !== undefined && Object.keys(difference).length === 1;
    show(writeOrderFilters({ ...filters, cursors: [], ...difference }), typing ? 'replace' : 'push');
  }

  return { filters, change, clear: () => change(noFilters) };
}
