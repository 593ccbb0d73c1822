import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { SearchInput } from '../../components/search-input.tsx';
import { useTRPC } from '../../lib/api.ts';
import { oneOf } from '../../lib/use-address.ts';
import { type CustomerFilters, customerSorts, isNarrowed } from './customer-filters.ts';
import classes from './customers.module.css';

interface CustomerFilterBarProps {
  readonly filters: CustomerFilters;
  readonly onChange: (change: Partial<CustomerFilters>) => void;
  readonly onClear: () => void;
}

const sortLabels = { newest: 'Newest first', oldest: 'Oldest first', name: 'By name' };

export function CustomerFilterBar({ filters, onChange, onClear }: CustomerFilterBarProps) {
  const trpc = useTRPC();
  const tags = useQuery(trpc.customers.staff.accounts.tags.queryOptions());
  const groups = useQuery(trpc.customers.staff.groups.list.queryOptions());
  const known = tags.data?.map(({ tag }) => tag) ?? [];
  return (
    <div className={classes.filters}>
      <SearchInput
        label="Search name or e-mail"
        value={filters.query}
        onChange={(query) => onChange({ query })}
      />
      <Select
        aria-label="Group"
        placeholder="Group"
        clearable
        data={groups.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={filters.groupId}
        onChange={(groupId) => onChange({ groupId })}
      />
      <Select
        aria-label="Tag"
        placeholder="Tag"
        clearable
        searchable
        data={filters.tag === null || known.includes(filters.tag) ? known : [filters.tag, ...known]}
        value={filters.tag}
        onChange={(tag) => onChange({ tag })}
      />
      <Select
        aria-label="Order"
        allowDeselect={false}
        data={customerSorts.map((value) => ({ value, label: sortLabels[value] }))}
        value={filters.sort}
        onChange={(value) => onChange({ sort: oneOf(customerSorts, value) ?? 'newest' })}
      />
      {isNarrowed(filters) && (
        <Button variant="subtle" color="gray" leftSection={<X size={15} />} onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  );
}
