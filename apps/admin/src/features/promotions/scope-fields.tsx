'use client';

import { MultiSelect, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import type { Names } from './describe-promotion.ts';
import type { ScopeValues } from './promotion-values.ts';

interface ScopeFieldsProps {
  /** Says of which list the three are. */
  readonly what: string;
  readonly scope: ScopeValues;
  readonly names: Names;
  readonly error: ReactNode;
  readonly onChange: (scope: ScopeValues) => void;
  readonly onName: (id: string, name: string) => void;
}

/** Items by category, collection or one by one: any of them counts. */
export function ScopeFields({ what, scope, names, error, onChange, onName }: ScopeFieldsProps) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 250);
  const choices = useQuery(trpc.products.staff.choices.queryOptions());
  const collections = useQuery(trpc.products.staff.collections.list.queryOptions({ limit: 100 }));
  const products = useQuery(
    trpc.products.staff.list.queryOptions(
      { limit: 20, ...(query === '' ? {} : { query }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const found = {
    categoryIds: (choices.data?.categories ?? []).map(({ id, label }) => ({ value: id, label })),
    collectionIds: (collections.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    productIds: (products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };

  function field(key: keyof ScopeValues) {
    const options = new Map(found[key].map(({ value, label }) => [value, label]));
    for (const id of scope[key]) if (!options.has(id)) options.set(id, names.get(id) ?? 'Gone');
    return {
      data: [...options].map(([value, label]) => ({ value, label })),
      value: [...scope[key]],
      onChange: (ids: string[]) => {
        for (const id of ids) onName(id, options.get(id) ?? names.get(id) ?? '');
        onChange({ ...scope, [key]: ids });
      },
      searchable: true,
      clearable: true,
      hidePickedOptions: true,
      maxDropdownHeight: 260,
      nothingFoundMessage: 'Nothing is called that.',
    };
  }

  return (
    <Stack gap="sm" role="group" aria-label={what}>
      <MultiSelect label="Categories, with those below" placeholder="Any" {...field('categoryIds')} />
      <MultiSelect label="Collections" placeholder="Any" {...field('collectionIds')} />
      <MultiSelect
        label="Products"
        placeholder="Find by name, brand or SKU"
        {...field('productIds')}
        searchValue={typed}
        onSearchChange={setTyped}
        // The server has searched: more than names is compared.
        filter={({ options }) => options}
      />
      {error !== undefined && error !== null && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
