'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';

interface CustomerWrite {
  /** Loads the customer and the lists again, and says what was done. */
  readonly done: (title: string, message: string) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** What follows on each change of a customer. */
export function useCustomerWrite(id: string): CustomerWrite {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { accounts, groups } = trpc.customers.staff;

  function refresh(): Promise<unknown> {
    return Promise.all([
      queryClient.invalidateQueries(accounts.get.queryFilter({ id })),
      queryClient.invalidateQueries(accounts.timeline.queryFilter({ id })),
      queryClient.invalidateQueries(accounts.list.queryFilter()),
      queryClient.invalidateQueries(accounts.tags.queryFilter()),
      queryClient.invalidateQueries(groups.pathFilter()),
    ]);
  }

  async function done(title: string, message: string): Promise<void> {
    await refresh();
    toastDone(title, message);
  }

  function failed(error: unknown): void {
    const { code } = failureFor(error);
    if (code !== 'VERSION_CONFLICT' && code !== 'CUSTOMER_NOTE_NOT_FOUND')
      return toastProblem('This could not be done', sentenceFor(error));
    void refresh();
    toastProblem('Somebody else was faster', messages[code]);
  }

  return { done, failed };
}
