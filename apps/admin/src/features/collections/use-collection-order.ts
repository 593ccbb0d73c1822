'use client';

import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { reorder } from '../../lib/reorder.ts';

/** The collections in the order of the shop, and what puts one elsewhere; the list shows it at once. */
export function useCollectionOrder(query: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { collections } = trpc.products.staff;
  const options = collections.list.infiniteQueryOptions(
    { limit: 50, ...(query === '' ? {} : { query }) },
    { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
  );
  const list = useInfiniteQuery(options);
  const refresh = () => queryClient.invalidateQueries({ queryKey: options.queryKey });
  const { mutate } = useMutation(
    collections.move.mutationOptions({
      onError: (error) => toastRefusal(error, () => void refresh()),
      onSettled: refresh,
    }),
  );

  function move(from: number, to: number): void {
    const pages = list.data?.pages ?? [];
    const items = pages.flatMap((page) => page.items);
    const collection = items[from];
    if (collection === undefined) return;
    const next = reorder(items, from, to);
    queryClient.setQueryData(options.queryKey, (data) => {
      if (data === undefined) return data;
      let start = 0;
      return {
        ...data,
        pages: data.pages.map((page) => {
          start += page.items.length;
          return { ...page, items: next.slice(start - page.items.length, start) };
        }),
      };
    });
    const { id, version } = collection;
    mutate({ id, version, afterId: next[to - 1]?.id ?? null, idempotencyKey: createIdempotencyKey() });
  }

  return { list, move };
}
