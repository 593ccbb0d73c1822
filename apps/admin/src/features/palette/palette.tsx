'use client';

import { Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { FirstSelected } from './first-selected.tsx';
import { OrderResults } from './order-results.tsx';
import { PageActions } from './page-actions.tsx';
import { paletteStore } from './palette-store.ts';
import { useOrderSearch } from './use-order-search.ts';
import { usePaletteActions } from './use-palette-actions.tsx';

/** ⌘K: pages, orders by number, e-mail or name, and what one can do from anywhere. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 250);
  const { orders, searching } = useOrderSearch(settled);
  const actions = usePaletteActions(query);
  const entries = [...orders.map(({ id }) => id), ...actions.map(({ label }) => label)].join();
  const nothing = orders.length === 0 && actions.length === 0;

  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      tagsToIgnore={[]}
      triggerOnContentEditable
      scrollable
      overlayProps={{ blur: 2 }}
    >
      <Spotlight.Search
        placeholder="Order number, e-mail, name or page"
        aria-label="Find an order or a page"
        leftSection={<Search size={18} aria-hidden />}
        rightSection={searching ? <Loader size={16} /> : null}
      />
      <Spotlight.ActionsList pb="xs">
        <FirstSelected entries={entries}>
          <OrderResults orders={orders} />
          <PageActions actions={actions} />
        </FirstSelected>
        {nothing && (
          <Spotlight.Empty>
            {searching || query.trim() !== settled ? 'Looking…' : 'Nothing found'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
