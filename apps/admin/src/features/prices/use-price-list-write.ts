'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastProblem } from '../../lib/toast.tsx';

interface PriceListWrite {
  /** Reads everything about price lists again. */
  readonly refresh: () => Promise<void>;
  /** The sentence to show beside the form; null when the list had changed and was loaded again. */
  readonly failed: (error: unknown) => string | null;
}

/** What follows on each change of a price list. */
export function usePriceListWrite(): PriceListWrite {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  function refresh(): Promise<void> {
    return queryClient.invalidateQueries(trpc.products.staff.priceLists.pathFilter());
  }

  function failed(error: unknown): string | null {
    const { code } = failureFor(error);
    if (code === 'VERSION_CONFLICT' || code === 'PRICE_LIST_NOT_FOUND') void refresh();
    if (code !== 'VERSION_CONFLICT') return sentenceFor(error);
    toastProblem('The list has changed', messages.VERSION_CONFLICT);
    return null;
  }

  return { refresh, failed };
}
