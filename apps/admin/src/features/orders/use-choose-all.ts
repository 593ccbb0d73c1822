'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPCClient } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastProblem } from '../../lib/toast.tsx';
import { type OrderFilters, toListInput } from './order-filters.ts';
import type { ChosenOrder } from './use-order-selection.ts';

/** With more, somebody waits for minutes and cannot say what they chose. */
const most = 1000;

/** Reads on until all that the filters find is chosen, up to a thousand. */
export function useChooseAll(onChosen: (orders: readonly ChosenOrder[]) => void) {
  const client = useTRPCClient();
  const mutation = useMutation({
    mutationFn: async (filters: OrderFilters) => {
      const found: ChosenOrder[] = [];
      for (let cursor: string | null | undefined; found.length < most && cursor !== null;) {
        const page = await client.orders.staff.list.query({
          ...toListInput({ ...filters, cursors: [] }),
          limit: 100,
          ...(cursor === undefined ? {} : { cursor }),
        });
        found.push(...page.items.map(({ id, version, number }) => ({ id, version, number })));
        cursor = page.nextCursor;
      }
      return found;
    },
    onSuccess: onChosen,
    onError: (error) => toastProblem('The orders could not be read', sentenceFor(error)),
  });
  return { chooseAll: mutation.mutate, choosing: mutation.isPending };
}
