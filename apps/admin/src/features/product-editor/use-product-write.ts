'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastProblem } from '../../lib/toast.tsx';
import type { StaffProduct } from './product.ts';

interface ProductWrite {
  /** Shows the product as it is now, here and in every list. */
  readonly show: (product: StaffProduct) => void;
  /** Loads the product, its variants and the lists again. */
  readonly reload: (id: string) => Promise<void>;
  /** The product as it is at this moment. */
  readonly fetchLatest: (id: string) => Promise<StaffProduct>;
  /** Says what went wrong where no form can; after a conflict the latest state is loaded. */
  readonly tell: (id: string, title: string, error: unknown) => void;
}

/** What follows on each change of a product. */
export function useProductWrite(): ProductWrite {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  function leaveLists(): void {
    void queryClient.invalidateQueries(trpc.products.staff.list.queryFilter());
    void queryClient.invalidateQueries(trpc.products.staff.choices.queryFilter());
  }

  function show(product: StaffProduct): void {
    queryClient.setQueryData(trpc.products.staff.get.queryKey({ id: product.id }), product);
    void queryClient.invalidateQueries(
      trpc.products.staff.variants.list.queryFilter({ productId: product.id }),
    );
    leaveLists();
  }

  async function reload(id: string): Promise<void> {
    leaveLists();
    await Promise.all([
      queryClient.invalidateQueries(trpc.products.staff.get.queryFilter({ id })),
      queryClient.invalidateQueries(trpc.products.staff.variants.list.queryFilter({ productId: id })),
    ]);
  }

  async function fetchLatest(id: string): Promise<StaffProduct> {
    return queryClient.fetchQuery(trpc.products.staff.get.queryOptions({ id }, { staleTime: 0 }));
  }

  function tell(id: string, title: string, error: unknown): void {
    if (failureFor(error).code === 'VERSION_CONFLICT') {
      void reload(id);
      toastProblem('The product has changed', messages.VERSION_CONFLICT);
    } else {
      toastProblem(title, sentenceFor(error));
    }
  }

  return { show, reload, fetchLatest, tell };
}
