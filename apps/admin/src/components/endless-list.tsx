import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { RowSkeletons } from './row-skeletons.tsx';

/** What an infinite query answers, as far as a list needs it. */
interface Pages<Item> {
  readonly data: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
  readonly refetch: () => Promise<unknown>;
}

interface EndlessListProps<Item> {
  readonly pages: Pages<Item>;
  readonly empty: ReactNode;
  readonly more?: string;
  readonly skeletonHeight?: number;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list that grows by a page at a time, with what it shows while it loads, is empty or failed. */
export function EndlessList<Item>(props: EndlessListProps<Item>) {
  const { pages, empty, more = 'Show more', skeletonHeight = 48, children } = props;
  const items = pages.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {pages.isPending && <RowSkeletons height={skeletonHeight} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {items?.length === 0 && empty}
      {items !== undefined && items.length > 0 && children(items)}
      {pages.hasNextPage && (
        <Group justify="center" p="md">
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {more}
          </Button>
        </Group>
      )}
    </>
  );
}
