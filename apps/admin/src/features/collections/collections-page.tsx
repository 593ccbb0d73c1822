'use client';

import { Button, Card } from '@mantine/core';
import { Layers, Plus, SearchX } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { EndlessList } from '../../components/endless-list.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { useStaff } from '../../lib/staff.tsx';
import { useAddress } from '../../lib/use-address.ts';
import { CollectionRows } from './collection-rows.tsx';
import classes from './collections-page.module.css';
import { useCollectionOrder } from './use-collection-order.ts';

/** All collections, in the order in which the shop lists them. */
export function CollectionsPage() {
  const canWrite = useStaff().permissions.includes('products:write');
  const { params, show } = useAddress();
  const query = params.get('q') ?? '';
  const { list, move } = useCollectionOrder(query);

  function find(text: string): void {
    show(new URLSearchParams(text === '' ? {} : { q: text }), 'replace');
  }

  return (
    <>
      <PageHeader
        title="Collections"
        description="Pages that gather products, in the order the shop lists them."
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
        <EndlessList
          pages={list}
          empty={<NoCollections query={query} canWrite={canWrite} onClear={() => find('')} />}
        >
          {(collections) => (
            <CollectionRows collections={collections} onMove={canWrite && query === '' ? move : null} />
          )}
        </EndlessList>
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
