import { Button, Group, Popover, Select, Stack, TextInput } from '@mantine/core';
import { countries, currencies } from '@turing/domain';
import { ListFilter } from 'lucide-react';
import { humanise } from '../../lib/format.ts';
import type { FilterProps } from './order-filter-bar.tsx';
import { type FilterName, returnFilters, risks } from './order-filters.ts';

const countryOptions = Object.entries(countries).map(([value, { name }]) => ({ value, label: name }));
const riskOptions = risks.map((value) => ({ value, label: humanise(value) }));
const returnOptions = returnFilters.map((value) => ({
  value,
  label: value === 'open' ? 'Open returns' : 'Any return',
}));
const sortOptions = [
  { value: 'oldest', label: 'Oldest first' },
  { value: 'total_desc', label: 'Highest total first' },
  { value: 'total_asc', label: 'Lowest total first' },
];

/** The filters that are used less often, and the order of the list. */
export function OrderMoreFilters({ filters, onChange }: FilterProps) {
  const text = (name: FilterName, label: string, placeholder = '') => (
    <TextInput
      key={`${name}:${filters[name]}`}
      label={label}
      placeholder={placeholder}
      defaultValue={filters[name]}
      maxLength={64}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim();
        if (typed !== filters[name]) onChange({ [name]: typed });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
  const select = (name: FilterName, label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder="Any"
      clearable
      searchable={data.length > 8}
      comboboxProps={{ withinPortal: false }}
      data={data}
      value={filters[name] === '' ? null : filters[name]}
      onChange={(value) => onChange({ [name]: value ?? '' })}
    />
  );
  return (
    <Popover position="bottom-end" width={340} shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" leftSection={<ListFilter size={16} aria-hidden />}>
          More
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="More filters">
        <Stack gap="sm">
          <Select
            label="Order of the list"
            placeholder="Newest first"
            clearable
            comboboxProps={{ withinPortal: false }}
            data={sortOptions}
            value={filters.sort === '' ? null : filters.sort}
            onChange={(sort) => onChange({ sort: sort ?? '' })}
          />
          {select('country', 'Country', countryOptions)}
          <Group grow gap="sm">
            {text('tag', 'Tag')}
            {text('sku', 'SKU')}
          </Group>
          <Group grow gap="sm" align="flex-end">
            {select(
              'currency',
              'Currency',
              currencies.map((value) => ({ value, label: value })),
            )}
            {text('min', 'Total from', '0.00')}
            {text('max', 'to', '0.00')}
          </Group>
          {text('code', 'Promotion code')}
          <Group grow gap="sm">
            {select('risk', 'Risk', riskOptions)}
            {select('returns', 'Returns', returnOptions)}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
