'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastProblem } from '../../lib/toast.tsx';

/** What follows on each change of a customer group. */
export function useGroupWrite() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  function refresh(): Promise<void> {
    return queryClient.invalidateQueries(trpc.customers.staff.groups.pathFilter());
  }

  /** The sentence to show beside the form; null when the group had changed and was loaded again. */
  function failed(error: unknown): string | null {
    const { code } = failureFor(error);
    if (code === 'VERSION_CONFLICT' || code === 'CUSTOMER_GROUP_NOT_FOUND') void refresh();
    if (code !== 'VERSION_CONFLICT') return sentenceFor(error);
    toastProblem('The group has changed', messages.VERSION_CONFLICT);
    return null;
  }

  return { refresh, failed };
}
