'use client';

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import classes from './related.module.css';
import type { RelatedProduct } from './related.ts';

interface ProductSearchProps {
  /** Ids that cannot be picked: the product itself and those that are. */
  readonly taken: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onPick: (product: RelatedProduct) => void;
}

/** Finds a product by name, brand or SKU. */
export function ProductSearch({ taken, disabled, onPick }: ProductSearchProps) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery(
    trpc.products.staff.list.queryOptions(
      { query, limit: 12 },
      { enabled: query !== '', placeholderData: keepPreviousData },
    ),
  );
  const products = (query === '' ? [] : (found.data?.items ?? [])).filter(({ id }) => !taken.has(id));

  function pick(id: string | null): void {
    const product = products.find((one) => one.id === id);
    if (product === undefined) return;
    const { slug, name, status, image } = product;
    onPick({ id: product.id, slug, name, status, image });
    setTyped('');
  }

  return (
    <div className={classes.search}>
      <Select
        aria-label="Add a product"
        placeholder="Add a product by name, brand or SKU"
        leftSection={<Search size={16} aria-hidden />}
        searchable
        disabled={disabled}
        data={products.map(({ id, name, brand }) => ({ value: id, label: `${name} · ${brand}` }))}
        filter={({ options }) => options}
        value={null}
        onChange={pick}
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={typed.trim() === '' ? 'Type to search' : 'No product matches'}
        rightSection={null}
      />
    </div>
  );
}
