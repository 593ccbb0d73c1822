'use client';

import { useAddress } from '../../lib/use-address.ts';
import { readReviewFilters, type ReviewFilters, writeReviewFilters } from './review.ts';

interface UseReviewFilters {
  readonly filters: ReviewFilters;
  /** Any other filter starts again on the first page. */
  readonly change: (change: Partial<ReviewFilters>) => void;
  readonly clear: () => void;
}

export function useReviewFilters(): UseReviewFilters {
  const { params, show } = useAddress();
  const filters = readReviewFilters(params);

  function change(difference: Partial<ReviewFilters>): void {
    const typing = difference.query !== undefined;
    show(writeReviewFilters({ ...filters, cursors: [], ...difference }), typing ? 'replace' : 'push');
  }

  function clear(): void {
    const { status } = filters;
    show(writeReviewFilters({ ...readReviewFilters(new URLSearchParams()), status }), 'push');
  }

  return { filters, change, clear };
}
