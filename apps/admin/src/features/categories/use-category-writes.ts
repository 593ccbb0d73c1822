'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { afterMove, type Category, type Destination } from './category.ts';

/** Loads the tree again, and what else of the console shows categories. */
export function useCategoryRefresh(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries(trpc.products.staff.categories.list.queryFilter());
    void queryClient.invalidateQueries(trpc.products.staff.choices.queryFilter());
    void queryClient.invalidateQueries(trpc.products.staff.list.queryFilter());
  };
}

/** Moves a category: the tree shows it at once, and as it was when that is refused. */
export function useMoveCategory(): (category: Category, to: Destination) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useCategoryRefresh();
  const { mutate } = useMutation(
    trpc.products.staff.categories.move.mutationOptions({
      onError: (error) => toastRefusal(error, refresh),
      onSettled: refresh,
    }),
  );
  return ({ id, version }, { parentId, position }) => {
    queryClient.setQueryData(trpc.products.staff.categories.list.queryKey(), (categories) =>
      categories === undefined ? categories : afterMove(categories, id, { parentId, position }),
    );
    mutate({ id, version, parentId, position, idempotencyKey: createIdempotencyKey() });
  };
}
