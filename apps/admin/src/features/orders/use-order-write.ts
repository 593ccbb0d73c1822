'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import type { StaffOrder } from './order.ts';

const outdated: ReadonlySet<string> = new Set([
  'VERSION_CONFLICT',
  'ORDER_TRANSITION_REFUSED',
  'ORDER_NOT_SHIPPABLE',
  'IDEMPOTENCY_KEY_REUSED',
]);

interface OrderWrite {
  /** Shows the order as it is now, here and in every list. */
  readonly done: (order: StaffOrder, title: string, message: string) => void;
  /** The sentence to show beside the form; null when the order had changed and was loaded again. */
  readonly failed: (orderId: string, error: unknown) => string | null;
}

/** What follows on each change of an order. */
export function useOrderWrite(): OrderWrite {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  function done(order: StaffOrder, title: string, message: string): void {
    queryClient.setQueryData(trpc.orders.staff.get.queryKey({ id: order.id }), order);
    void queryClient.invalidateQueries(trpc.orders.staff.list.queryFilter());
    void queryClient.invalidateQueries(trpc.orders.staff.summary.queryFilter());
    void queryClient.invalidateQueries(trpc.orders.staff.edits.list.queryFilter({ id: order.id }));
    void queryClient.invalidateQueries(trpc.products.staff.list.queryFilter());
    toastDone(title, message);
  }

  function failed(orderId: string, error: unknown): string | null {
    const { code } = failureFor(error);
    if (outdated.has(code))
      void queryClient.invalidateQueries(trpc.orders.staff.get.queryFilter({ id: orderId }));
    if (code !== 'VERSION_CONFLICT') return sentenceFor(error);
    toastProblem('The order has changed', messages.VERSION_CONFLICT);
    return null;
  }

  return { done, failed };
}
