'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { failureFor, messages } from '../../lib/messages.ts';
import { pictureProblem } from '../../lib/picture.ts';
import { toastProblem } from '../../lib/toast.tsx';
import type { MediaItem, ProductMedia } from './media.ts';

interface Base {
  readonly productId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

type Write = (base: Base) => Promise<ProductMedia>;

export interface MediaWrites {
  readonly attach: (input: { uploadId: string; alt: string }) => Promise<ProductMedia>;
  readonly replace: (mediaId: string, uploadId: string) => Promise<ProductMedia>;
  readonly setAlt: (mediaId: string, alt: string) => Promise<ProductMedia>;
  readonly reorder: (items: readonly MediaItem[]) => Promise<ProductMedia>;
  readonly remove: (mediaId: string) => Promise<ProductMedia>;
  readonly assign: (mediaId: string, variantIds: string[]) => Promise<ProductMedia>;
}

const conflictsToOutlast = 4;

/** The edits of one product's pictures. They queue, so that each is made on the version that the one before left. */
export function useMediaWrites(productId: string): MediaWrites {
  const media = useTRPCClient().products.staff.media;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { queryKey } = trpc.products.staff.media.list.queryOptions({ productId });

  const { mutateAsync } = useMutation({
    scope: { id: `media:${productId}` },
    mutationFn: (write: Write) =>
      write({ productId, version: current(), idempotencyKey: createIdempotencyKey() }),
    onSuccess: show,
    onError: (error) => {
      if (failureFor(error).code === 'VERSION_CONFLICT')
        toastProblem('The product has changed', messages.VERSION_CONFLICT);
      void queryClient.invalidateQueries({ queryKey });
    },
  });

  function current(): number {
    return queryClient.getQueryData<ProductMedia>(queryKey)?.version ?? 1;
  }

  function show(view: ProductMedia): void {
    queryClient.setQueryData(queryKey, view);
    void queryClient.invalidateQueries(trpc.products.staff.get.queryFilter({ id: productId }));
    void queryClient.invalidateQueries(trpc.products.staff.list.queryFilter());
  }

  return {
    attach: (input) =>
      mutateAsync((base) => outlastConflicts(base, (now) => media.attach.mutate({ ...now, ...input }))),
    replace: (mediaId, uploadId) =>
      mutateAsync((base) => media.replace.mutate({ ...base, mediaId, uploadId })),
    setAlt: (mediaId, alt) => mutateAsync((base) => media.setAlt.mutate({ ...base, mediaId, alt })),
    reorder: (items) => {
      queryClient.setQueryData<ProductMedia>(queryKey, (view) => view && { ...view, items: [...items] });
      return mutateAsync((base) => media.reorder.mutate({ ...base, mediaIds: items.map(({ id }) => id) }));
    },
    remove: (mediaId) => mutateAsync((base) => media.remove.mutate({ ...base, mediaId })),
    assign: (mediaId, variantIds) =>
      mutateAsync((base) => media.assignToVariants.mutate({ ...base, mediaId, variantIds })),
  };
}

/** A new picture takes nothing away from what somebody else did meanwhile, so it is added to that. */
async function outlastConflicts(base: Base, write: Write): Promise<ProductMedia> {
  let now = base;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write(now);
    } catch (error) {
      const { code, details } = failureFor(error);
      if (code !== 'VERSION_CONFLICT' || attempt === conflictsToOutlast) throw error;
      now = { ...base, version: Number(details['current']), idempotencyKey: createIdempotencyKey() };
    }
  }
}

/** Says what failed, unless a conflict was told of already. */
export function tellOf(title: string): (error: unknown) => void {
  return (error) => {
    if (failureFor(error).code !== 'VERSION_CONFLICT') toastProblem(title, pictureProblem(error));
  };
}
