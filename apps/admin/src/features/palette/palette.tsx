'use client';

import { Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { OrderResults } from './order-results.tsx';
import { PageActions } from './page-actions.tsx';
import { useOrderSearch } from './use-order-search.ts';
import { usePaletteActions } from './use-palette-actions.tsx';

/** ⌘K: pages, orders by number, e-mail or name, and what one can do from anywhere. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 250);
  const { orders, searching } = useOrderSearch(settled);
  const actions = usePaletteActions(query);
  const nothing = orders.length === 0 && actions.length === 0;

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      tagsToIgnore={[]}
      triggerOnContentEditable
      scrollable
    >
      <Spotlight.Search
        placeholder="Order number, e-mail, name or page"
        aria-label="Find an order or a page"
        leftSection={<Search size={18} aria-hidden />}
        rightSection={searching ? <Loader size={16} /> : null}
      />
      <Spotlight.ActionsList>
        <OrderResults orders={orders} />
        <PageActions actions={actions} />
        {nothing && (
          <Spotlight.Empty>
            {searching || query.trim() !== settled ? 'Looking…' : 'Nothing found'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
