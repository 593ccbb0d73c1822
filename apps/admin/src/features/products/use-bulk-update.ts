'use client';

import type { RouterInputs } from '@turing/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import { bulkProblem } from './bulk-problem.ts';
import type { ProductRow } from './product.ts';

export type BulkChanges = RouterInputs['products']['staff']['bulkUpdate']['changes'];

interface BulkUpdate {
  readonly update: (products: readonly ProductRow[], changes: BulkChanges) => void;
  readonly pending: boolean;
}

/** Changes many products at once and shows them as they are then. */
export function useBulkUpdate(onDone: () => void): BulkUpdate {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mutation = useMutation(
    trpc.products.staff.bulkUpdate.mutationOptions({
      onSuccess: ({ products }) => {
        onDone();
        toastDone('Saved', `${count(products.length, 'product')} changed.`);
      },
      onError: (error) => toastProblem('Nothing was changed', bulkProblem(error)),
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.products.staff.list.queryFilter());
        void queryClient.invalidateQueries(trpc.products.staff.get.queryFilter());
        void queryClient.invalidateQueries(trpc.products.staff.choices.queryFilter());
      },
    }),
  );
  return {
    update: (products, changes) =>
      mutation.mutate({
        products: products.map(({ id, version }) => ({ id, version })),
        changes,
        idempotencyKey: createIdempotencyKey(),
      }),
    pending: mutation.isPending,
  };
}
