'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';

/** What follows on each change of a draft: it and the list are read again. */
export function useDraftWrite(id: string | null) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  async function refresh(): Promise<void> {
    await queryClient.invalidateQueries(trpc.orders.staff.drafts.list.queryFilter());
    if (id !== null) await queryClient.invalidateQueries(trpc.orders.staff.drafts.get.queryFilter({ id }));
  }

  return {
    done: async (title: string, message: string) => {
      await refresh();
      toastDone(title, message);
    },
    failed: (error: unknown, title: string) => {
      const isOld = failureFor(error).code === 'VERSION_CONFLICT';
      if (isOld) void refresh();
      toastProblem(
        isOld ? 'The draft has changed' : title,
        isOld ? messages.VERSION_CONFLICT : sentenceFor(error),
      );
    },
  };
}
