'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import type { Collection, Member } from './collection.ts';

/** Keeps what was written where the console shows it. */
export function useCollectionRefresh() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { collections } = trpc.products.staff;
  return {
    keep: (collection: Collection) => {
      queryClient.setQueryData(collections.get.queryKey({ id: collection.id }), collection);
      void queryClient.invalidateQueries(collections.list.queryFilter());
    },
    reload: (id: string) => {
      void queryClient.invalidateQueries(collections.get.queryFilter({ id }));
      void queryClient.invalidateQueries(collections.list.queryFilter());
      void queryClient.invalidateQueries(collections.members.infiniteQueryFilter({ id }));
    },
  };
}

/**
 * One collection on the version this page saw last: its own writes count on from each other, somebody else's are a
 * conflict, after which `onConflict` starts afresh.
 */
export function useCollectionWrites(loaded: Collection, onConflict: () => void) {
  const trpc = useTRPC();
  const { keep, reload } = useCollectionRefresh();
  const [collection, setCollection] = useState(loaded);
  const { id, version } = collection;
  const outcome = {
    onSuccess: (written: Collection) => {
      setCollection(written);
      keep(written);
    },
    onError: (error: unknown) =>
      toastRefusal(error, () => {
        reload(id);
        onConflict();
      }),
  };
  const { collections } = trpc.products.staff;
  const update = useMutation(collections.update.mutationOptions(outcome));
  const publish = useMutation(collections.setPublished.mutationOptions(outcome));
  const add = useMutation(collections.addProducts.mutationOptions(outcome));
  const remove = useMutation(collections.removeProducts.mutationOptions(outcome));
  const move = useMutation(collections.moveProducts.mutationOptions(outcome));
  const edit = () => ({ id, version, idempotencyKey: createIdempotencyKey() });
  type Changes = Parameters<typeof update.mutateAsync>[0]['changes'];
  return {
    collection,
    busy: [update, publish, add, remove, move].some(({ isPending }) => isPending),
    saving: update.isPending,
    save: (changes: Changes) => update.mutateAsync({ ...edit(), changes }),
    setPublished: (published: boolean) => publish.mutateAsync({ ...edit(), published }),
    add: (product: Pick<Member, 'id'>) => add.mutateAsync({ ...edit(), productIds: [product.id] }),
    remove: (productId: string) => remove.mutateAsync({ ...edit(), productIds: [productId] }),
    move: (productId: string, afterId: string | null) =>
      move.mutateAsync({ ...edit(), productIds: [productId], afterId }),
  };
}

export type CollectionWrites = ReturnType<typeof useCollectionWrites>;
