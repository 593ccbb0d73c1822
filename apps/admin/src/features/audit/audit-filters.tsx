'use client';

import { Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { SearchInput } from '../../components/search-input.tsx';
import { useTRPC } from '../../lib/api.ts';
import { type FilterName, filterNames } from './filters.ts';

interface AuditFiltersProps {
  readonly params: URLSearchParams;
  readonly onChange: (params: URLSearchParams) => void;
}

/** Person, action, thing, time and words; all of them must hold. */
export function AuditFilters({ params, onChange }: AuditFiltersProps) {
  const choices = useQuery(
    useTRPC().customers.staff.audit.choices.queryOptions(undefined, { staleTime: 60_000 }),
  );
  const set = (name: FilterName, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    onChange(next);
  };
  const people = (choices.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const select = (
    name: 'staffId' | 'action' | 'entityType',
    label: string,
    data: typeof people | string[],
  ) => (
    <Select
      label={label}
      placeholder="Any"
      data={data}
      value={params.get(name)}
      onChange={(value) => set(name, value)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
    />
  );
  const isFiltered = filterNames.some((name) => params.has(name));
  return (
    <>
      <SearchInput
        label="Search words of what was written"
        value={params.get('text') ?? ''}
        onChange={(text) => set('text', text)}
      />
      <SimpleGrid cols={{ base: 2, md: 3, lg: 4 }} spacing="sm" mt="sm">
        {select('staffId', 'Person', people)}
        {select('action', 'Action', choices.data?.actions ?? [])}
        {select('entityType', 'Kind of thing', choices.data?.entityTypes ?? [])}
        <DateInput
          label="From"
          placeholder="Any day"
          value={params.get('from')}
          onChange={(day) => set('from', day)}
          clearable
        />
        <DateInput
          label="Until"
          placeholder="Any day"
          value={params.get('to')}
          onChange={(day) => set('to', day)}
          clearable
        />
        <IdInput label="Thing (its id)" name="entityId" params={params} onSet={set} />
        <IdInput label="Request" name="requestId" params={params} onSet={set} />
      </SimpleGrid>
      {isFiltered && (
        <Button variant="subtle" size="xs" mt="sm" onClick={() => onChange(new URLSearchParams())}>
          Clear all
        </Button>
      )}
    </>
  );
}

interface IdInputProps {
  readonly label: string;
  readonly name: 'entityId' | 'requestId';
  readonly params: URLSearchParams;
  readonly onSet: (name: FilterName, value: string) => void;
}

function IdInput({ label, name, params, onSet }: IdInputProps) {
  return (
    <TextInput
      key={params.get(name) ?? ''}
      label={label}
      defaultValue={params.get(name) ?? ''}
      onBlur={(event) => onSet(name, event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSet(name, event.currentTarget.value.trim());
      }}
    />
  );
}
