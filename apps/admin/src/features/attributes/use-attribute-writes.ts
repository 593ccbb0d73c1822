'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { reorder } from '../../lib/reorder.ts';
import type { Attribute } from './attribute.ts';

/** Loads the attributes again, and what else of the console shows them. */
export function useAttributeRefresh(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries(trpc.products.staff.attributes.list.queryFilter());
    void queryClient.invalidateQueries(trpc.products.staff.choices.queryFilter());
  };
}

/** Puts an attribute elsewhere in the order; the list shows it at once. */
export function useReorderAttributes(attributes: readonly Attribute[]): (from: number, to: number) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useAttributeRefresh();
  const { mutate } = useMutation(
    trpc.products.staff.attributes.reorder.mutationOptions({
      onError: (error) => toastRefusal(error, refresh),
      onSettled: refresh,
    }),
  );
  return (from, to) => {
    const next = reorder(attributes, from, to);
    queryClient.setQueryData(trpc.products.staff.attributes.list.queryKey(), next);
    const [before, after] = [attributes, next].map((list) => list.map(({ id }) => id));
    mutate({ before: before ?? [], after: after ?? [], idempotencyKey: createIdempotencyKey() });
  };
}

/** Everything that is done with the values of one choice. What goes wrong is told by a toast. */
export function useValueWrites({ id, version }: Attribute) {
  const trpc = useTRPC();
  const refresh = useAttributeRefresh();
  const outcome = {
    onError: (error: unknown) => toastRefusal(error, refresh),
    onSettled: refresh,
  };
  const { attributes } = trpc.products.staff;
  const add = useMutation(attributes.addValue.mutationOptions(outcome));
  const rename = useMutation(attributes.renameValue.mutationOptions(outcome));
  const order = useMutation(attributes.reorderValues.mutationOptions(outcome));
  const merge = useMutation(attributes.mergeValues.mutationOptions(outcome));
  const remove = useMutation(attributes.deleteValue.mutationOptions(outcome));
  const edit = () => ({ id, version, idempotencyKey: createIdempotencyKey() });
  return {
    busy: [add, rename, order, merge, remove].some(({ isPending }) => isPending),
    add: (label: string) => add.mutateAsync({ ...edit(), label }),
    rename: (valueId: string, label: string) => rename.mutate({ ...edit(), valueId, label }),
    order: (valueIds: string[]) => order.mutate({ ...edit(), valueIds }),
    merge: (fromId: string, intoId: string) => merge.mutate({ ...edit(), fromId, intoId }),
    remove: (valueId: string) => remove.mutate({ ...edit(), valueId }),
  };
}

export type ValueWrites = ReturnType<typeof useValueWrites>;
