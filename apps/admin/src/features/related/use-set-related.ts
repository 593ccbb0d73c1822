'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import type { Related, RelatedProduct } from './related.ts';

export function useSetRelated({ productId, version }: Related) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [idempotencyKey, setIdempotencyKey] = useState(createIdempotencyKey);

  async function reload(): Promise<void> {
    void queryClient.invalidateQueries(trpc.products.staff.get.queryFilter({ id: productId }));
    await queryClient.invalidateQueries(trpc.products.staff.related.get.queryFilter({ productId }));
  }

  const set = useMutation(
    trpc.products.staff.related.set.mutationOptions({
      onSuccess: async () => {
        await reload();
        toastDone('Related products saved', 'The shop shows them in this order.');
      },
      onError: (error) => {
        const { code } = failureFor(error);
        // Without an answer it may have been done: the same try again is answered the same.
        if (code !== 'UNREACHABLE') setIdempotencyKey(createIdempotencyKey());
        if (code !== 'VERSION_CONFLICT') {
          toastProblem('The picks were not saved', sentenceFor(error));
          return;
        }
        void reload();
        toastProblem('The product has changed', messages.VERSION_CONFLICT);
      },
    }),
  );
  return {
    save: (picked: readonly RelatedProduct[]) =>
      set.mutate({ productId, version, relatedIds: picked.map(({ id }) => id), idempotencyKey }),
    pending: set.isPending,
  };
}
