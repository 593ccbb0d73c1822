'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { stockSentence } from './stock.ts';

interface StockWrite {
  readonly done: (title: string, message: string) => void;
  /** The sentence to show beside the form; what had changed is loaded again. */
  readonly failed: (error: unknown) => string;
}

const outdated: ReadonlySet<string> = new Set(['STOCK_CONFLICT', 'VERSION_CONFLICT', 'STOCK_INVALID']);

/** What follows on each change of stock. */
export function useStockWrite(): StockWrite {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  function reload(): void {
    void queryClient.invalidateQueries(trpc.products.staff.stock.pathFilter());
    void queryClient.invalidateQueries(trpc.products.staff.list.queryFilter());
  }

  function done(title: string, message: string): void {
    reload();
    toastDone(title, message);
  }

  function failed(error: unknown): string {
    if (outdated.has(failureFor(error).code)) reload();
    return stockSentence(error);
  }

  return { done, failed };
}
