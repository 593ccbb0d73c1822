'use client';

import { Button, Card, Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { MessageSquareText, SearchX } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { oneOf } from '../../lib/use-address.ts';
import { isNarrowed, reviewStatuses, toListInput } from './review.ts';
import { ReviewFilterBar } from './review-filter-bar.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { ReviewTabList } from './review-tab-list.tsx';
import { useReviewFilters } from './use-review-filters.ts';

/** What customers say, to be read before it is shown. */
export function ReviewList() {
  const trpc = useTRPC();
  const { filters, change, clear } = useReviewFilters();
  const counts = useQuery(trpc.products.staff.reviews.counts.queryOptions());
  const page = useQuery(
    trpc.products.staff.reviews.list.queryOptions(toListInput(filters), {
      placeholderData: keepPreviousData,
    }),
  );
  const reviews = page.data?.items;
  const { status } = filters;
  return (
    <>
      <PageHeader title="Reviews" description="What customers say. What you approve is shown and counts." />
      <Card padding={0}>
        <Tabs
          value={status}
          onChange={(value) => change({ status: oneOf(reviewStatuses, value) ?? 'pending' })}
          keepMounted={false}
        >
          <ReviewTabList counts={counts.data} />
          <ReviewFilterBar filters={filters} onChange={change} onClear={clear} />
          <Tabs.Panel value={status}>
            {page.isPending && <RowSkeletons rows={4} height={96} />}
            {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
            {!page.isError && reviews?.length === 0 && (
              <NoReviews waiting={status === 'pending'} narrowed={isNarrowed(filters)} onClear={clear} />
            )}
            {!page.isError && reviews && reviews.length > 0 && (
              <>
                <ReviewQueue key={status} reviews={reviews} status={status} />
                <Pager
                  cursors={filters.cursors}
                  nextCursor={page.data?.nextCursor ?? null}
                  busy={page.isPlaceholderData}
                  onTurn={(cursors) => change({ cursors })}
                />
              </>
            )}
          </Tabs.Panel>
        </Tabs>
      </Card>
    </>
  );
}

interface NoReviewsProps {
  readonly waiting: boolean;
  readonly narrowed: boolean;
  readonly onClear: () => void;
}

function NoReviews({ waiting, narrowed, onClear }: NoReviewsProps) {
  if (!narrowed) {
    return (
      <EmptyState
        icon={MessageSquareText}
        title={waiting ? 'Nothing is waiting' : 'None yet'}
        description={waiting ? 'You have read them all.' : 'Reviews in this state will be listed here.'}
      />
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title="No reviews match"
      description="Try fewer filters, or another word."
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    />
  );
}
