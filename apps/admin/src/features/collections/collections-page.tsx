'use client';

import { Button, Card } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Layers, Plus, SearchX } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useAddress } from '../../lib/use-address.ts';
import { CollectionRows } from './collection-rows.tsx';
import classes from './collections-page.module.css';

export function CollectionsPage() {
  const trpc = useTRPC();
  const canWrite = useStaff().permissions.includes('products:write');
  const { params, show } = useAddress();
  const query = params.get('q') ?? '';
  const cursors = params.getAll('after');
  const cursor = cursors.at(-1);
  const list = useQuery(
    trpc.products.staff.collections.list.queryOptions(
      { ...(query === '' ? {} : { query }), ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const collections = list.data?.items ?? [];

  function find(text: string): void {
    show(new URLSearchParams(text === '' ? {} : { q: text }), 'replace');
  }

  function turn(to: readonly string[]): void {
    show(
      new URLSearchParams([...(query === '' ? [] : [['q', query]]), ...to.map((after) => ['after', after])]),
      'push',
    );
  }

  return (
    <>
      <PageHeader
        title="Collections"
        description="Pages that gather products: picked one by one, or by rules that keep themselves."
        actions={
          canWrite && (
            <LinkButton href="/collections/new" leftSection={<Plus size={16} />}>
              New collection
            </LinkButton>
          )
        }
      />
      <Card padding={0}>
        <div className={classes.bar}>
          <SearchInput label="Find a collection" value={query} onChange={find} />
        </div>
        {list.isPending && <RowSkeletons height={48} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && collections.length === 0 && (
          <NoCollections query={query} canWrite={canWrite} onClear={() => find('')} />
        )}
        {collections.length > 0 && (
          <>
            <CollectionRows collections={collections} />
            <Pager
              cursors={cursors}
              nextCursor={list.data?.nextCursor ?? null}
              busy={list.isPlaceholderData}
              onTurn={turn}
            />
          </>
        )}
      </Card>
    </>
  );
}

interface NoCollectionsProps {
  readonly query: string;
  readonly canWrite: boolean;
  readonly onClear: () => void;
}

function NoCollections({ query, canWrite, onClear }: NoCollectionsProps) {
  if (query !== '') {
    return (
      <EmptyState
        icon={SearchX}
        title="No collection is called that"
        description="Try another part of its name."
        action={
          <Button variant="default" onClick={onClear}>
            Show all
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={Layers}
      title="No collections yet"
      description="Gather products for a season, an occasion or a price."
      action={canWrite && <LinkButton href="/collections/new">New collection</LinkButton>}
    />
  );
}
