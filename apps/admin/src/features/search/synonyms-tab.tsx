'use client';

import { Button, List } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, Replace } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { openSynonym } from './synonym-form.tsx';
import { SynonymRow } from './synonym-row.tsx';
import { TrySearch } from './try-search.tsx';
import classes from './search.module.css';

const pageSize = 10;

export function SynonymsTab() {
  const trpc = useTRPC();
  const mayEdit = useStaff().permissions.includes('products:write');
  const [query, setQuery] = useState('');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const page = useQuery(
    trpc.products.staff.synonyms.list.queryOptions(
      { query, limit: pageSize, ...(cursors.length === 0 ? {} : { cursor: cursors.at(-1) }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const add = (
    <Button leftSection={<Plus size={16} />} onClick={() => openSynonym(null)}>
      Add synonyms
    </Button>
  );

  function search(text: string): void {
    setCursors([]);
    setQuery(text);
  }

  return (
    <>
      <div className={classes.bar}>
        <SearchInput label="Find a word" value={query} onChange={search} />
        {mayEdit && add}
      </div>
      {page.isPending && <RowSkeletons />}
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.data?.items.length === 0 && (
        <EmptyState
          icon={Replace}
          title={query === '' ? 'No synonyms yet' : 'No synonyms with this word'}
          description="Tell the search which words mean the same to your customers: sofa and couch."
          {...(mayEdit && query === '' ? { action: add } : {})}
        />
      )}
      {page.data !== undefined && page.data.items.length > 0 && (
        <>
          <List listStyleType="none" aria-label="Synonyms">
            {page.data.items.map((synonym) => (
              <SynonymRow key={synonym.id} synonym={synonym} mayEdit={mayEdit} />
            ))}
          </List>
          <Pager
            cursors={cursors}
            nextCursor={page.data.nextCursor}
            busy={page.isPlaceholderData}
            onTurn={setCursors}
          />
        </>
      )}
      <TrySearch />
    </>
  );
}
