'use client';

import { Card, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { RelatedEditor } from './related-editor.tsx';

/** What is shown beside a product. It is loaded anew by its own changes only, so that no pick is lost to a refetch. */
export function RelatedPage({ productId }: { productId: string }) {
  const trpc = useTRPC();
  const related = useQuery(
    trpc.products.staff.related.get.queryOptions(
      { productId },
      { refetchOnWindowFocus: false, refetchOnReconnect: false },
    ),
  );
  return (
    <Stack gap="lg">
      {related.isPending && (
        <Card padding={0}>
          <RowSkeletons rows={4} height={48} />
        </Card>
      )}
      {related.isError && related.data === undefined && (
        <Card padding={0}>
          <ErrorState error={related.error} onRetry={() => void related.refetch()} />
        </Card>
      )}
      {related.data && <RelatedEditor key={related.dataUpdatedAt} related={related.data} />}
    </Stack>
  );
}
