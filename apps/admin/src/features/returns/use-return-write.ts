'use client';

import { modals } from '@mantine/modals';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import type { StaffReturn } from './return.ts';

/** What follows on each step of a return: it is shown as it is now, and what went wrong beside the form. */
export function useReturnWrite(id: string, modalId?: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries(trpc.orders.staff.pathFilter());
  return {
    problem,
    onDone: (title: string, message: string) => (back: StaffReturn) => {
      if (modalId !== undefined) modals.close(modalId);
      queryClient.setQueryData(trpc.orders.staff.returns.get.queryKey({ id }), back);
      setProblem(null);
      toastDone(title, message);
      void refresh();
    },
    onError: (error: unknown) => {
      setProblem(sentenceFor(error));
      const { code } = failureFor(error);
      if (
        code === 'VERSION_CONFLICT' ||
        code === 'RETURN_TRANSITION_REFUSED' ||
        code === 'REFUND_TOTAL_CHANGED'
      )
        void refresh();
    },
  };
}
