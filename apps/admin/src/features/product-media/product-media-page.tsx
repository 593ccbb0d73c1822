'use client';

import { Card, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { MediaEmpty } from './media-empty.tsx';
import { MediaGrid } from './media-grid.tsx';
import type { ProductMedia } from './media.ts';
import { PictureDrop } from './picture-drop.tsx';
import { UploadList } from './upload-list.tsx';
import { type MediaWrites, useMediaWrites } from './use-media-writes.ts';
import { useUploadQueue } from './use-upload-queue.ts';

/** The pictures of one product. */
export function ProductMediaPage({ productId }: { productId: string }) {
  const trpc = useTRPC();
  const media = useQuery(trpc.products.staff.media.list.queryOptions({ productId }));
  const writes = useMediaWrites(productId);
  const writable = useStaff().permissions.includes('products:write');
  if (media.data === undefined && media.isError) {
    return (
      <Card>
        <ErrorState error={media.error} onRetry={() => void media.refetch()} />
      </Card>
    );
  }
  if (media.data === undefined) return <MediaSkeleton />;
  return writable ? (
    <Editor key={productId} media={media.data} writes={writes} />
  ) : (
    <MediaGrid media={media.data} writes={null} />
  );
}

function Editor({ media, writes }: { media: ProductMedia; writes: MediaWrites }) {
  const queue = useUploadQueue((uploadId) => writes.attach({ uploadId, alt: '' }));
  const isEmpty = media.items.length === 0 && queue.tasks.length === 0;
  return (
    <Stack gap="lg">
      <PictureDrop onFiles={queue.add}>{isEmpty && <MediaEmpty />}</PictureDrop>
      <UploadList queue={queue} />
      {media.items.length > 0 && <MediaGrid media={media} writes={writes} />}
    </Stack>
  );
}

function MediaSkeleton() {
  return (
    <Stack gap="lg" role="status" aria-label="Loading the pictures">
      <Skeleton h={112} radius="lg" />
      <Skeleton h={320} radius="lg" />
    </Stack>
  );
}
