'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastProblem } from '../../lib/toast.tsx';

/** What follows on each change of a promotion. */
export function usePromotionWrite() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  function refresh(): Promise<void> {
    return queryClient.invalidateQueries(trpc.orders.staff.promotions.pathFilter());
  }

  /** The sentence to show beside the form; null when the promotion had changed and was loaded again. */
  function failed(error: unknown): string | null {
    const { code, details } = failureFor(error);
    if (code === 'VERSION_CONFLICT' || code === 'PROMOTION_NOT_FOUND') void refresh();
    if (code === 'VERSION_CONFLICT') {
      toastProblem('The promotion has changed', messages.VERSION_CONFLICT);
      return null;
    }
    if (code === 'INPUT_INVALID' && details.field === 'usageLimit')
      return `It was used ${String(details.used)} times already: the limit cannot be below that.`;
    return sentenceFor(error);
  }

  return { refresh, failed };
}
