'use client';

import type { RouterOutputs } from '@turing/client';
import { modals } from '@mantine/modals';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import type { StaffOrder } from './order.ts';
import { useOrderWrite } from './use-order-write.ts';

export type Aftercare = RouterOutputs['orders']['staff']['aftercare'];

/** Notes, tags, risks, returns and refunds of an order. */
export function useAftercare(orderId: string) {
  return useQuery(useTRPC().orders.staff.aftercare.queryOptions({ id: orderId }));
}

/** Loads again what stands beside an order, and the order. */
function useAftercareRefresh(orderId: string): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries(trpc.orders.staff.refunds.refundable.queryFilter({ id: orderId }));
    void queryClient.invalidateQueries(trpc.orders.staff.returns.pathFilter());
    void queryClient.invalidateQueries(trpc.orders.staff.get.queryFilter({ id: orderId }));
    await queryClient.invalidateQueries(trpc.orders.staff.aftercare.queryFilter({ id: orderId }));
  };
}

/** What follows on a small change beside the order: it is told and loaded again, whatever came of it. */
export function useAftercareWrite(orderId: string) {
  const refresh = useAftercareRefresh(orderId);
  return {
    done: async (title: string, message: string) => {
      await refresh();
      toastDone(title, message);
    },
    failed: (error: unknown) => {
      void refresh();
      toastProblem('That did not work', sentenceFor(error));
    },
  };
}

/** A change of the order from a modal: it closes with the change, and stays with what went wrong. */
export function useModalChange(orderId: string, modalId: string) {
  const { done, failed } = useOrderWrite();
  const refresh = useAftercareRefresh(orderId);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    onChanged: (title: string, message: string) => (order: StaffOrder) => {
      modals.close(modalId);
      done(order, title, message);
      void refresh();
    },
    onDone: (title: string, message: string) => () => {
      modals.close(modalId);
      toastDone(title, message);
      void refresh();
    },
    onError: (error: unknown) => {
      const sentence = failed(orderId, error);
      if (failureFor(error).code === 'REFUND_TOTAL_CHANGED') void refresh();
      if (sentence === null) modals.close(modalId);
      setProblem(sentence);
    },
  };
}
