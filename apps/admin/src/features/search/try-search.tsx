'use client';

import { Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import classes from './search.module.css';

type SearchResult = RouterOutputs['products']['staff']['searchPreview'];

/** Two searches beside each other, as shoppers would see them. */
export function TrySearch() {
  return (
    <section className={classes.trial} aria-labelledby="try-search">
      <Title order={2} fz="md" id="try-search">
        Try it
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Two searches side by side, with the synonyms as they are now. They are not counted in the reports.
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Trial label="Search for" />
        <Trial label="Compare with" />
      </SimpleGrid>
    </section>
  );
}

function Trial({ label }: { label: string }) {
  const trpc = useTRPC();
  const [query, setQuery] = useState('');
  const found = useQuery(
    trpc.products.staff.searchPreview.queryOptions(
      { query, limit: 6 },
      { enabled: query !== '', placeholderData: keepPreviousData },
    ),
  );
  return (
    <Stack gap="xs">
      <SearchInput label={label} value={query} onChange={setQuery} />
      {query !== '' && found.isPending && <Loader size="sm" aria-label="Searching" />}
      {query !== '' && found.isError && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {query !== '' && found.data !== undefined && <Found result={found.data} />}
    </Stack>
  );
}

function Found({ result }: { result: SearchResult }) {
  return (
    <div aria-live="polite">
      <Text size="sm" c="dimmed">
        {count(result.total, 'product')}
        {result.totalIsCapped && ' or more'}
        {result.didYouMean !== null && `, read as “${result.didYouMean}”`}
      </Text>
      {result.items.map((item) => (
        <div className={classes.found} key={item.id}>
          <ProductThumbnail image={item.image} size={36} />
          <Text size="sm">
            <Marked segments={item.highlights.name} />
            <Text span display="block" size="xs" c="dimmed">
              {item.brand}
            </Text>
          </Text>
        </div>
      ))}
    </div>
  );
}

function Marked({ segments }: { segments: SearchResult['items'][number]['highlights']['name'] }) {
  let start = 0;
  return segments.map(({ text, hit }) => {
    start += text.length;
    return hit ? (
      <mark className={classes.hit} key={start}>
        {text}
      </mark>
    ) : (
      <span key={start}>{text}</span>
    );
  });
}
