'use client';

import { Button, Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { SearchInput } from '../../components/search-input.tsx';
import { useTRPC } from '../../lib/api.ts';
import { isNarrowed, type LevelFilters } from './level-filters.ts';
import classes from './stock.module.css';

interface LevelFilterBarProps {
  readonly filters: LevelFilters;
  readonly onChange: (change: Partial<LevelFilters>) => void;
  readonly onClear: () => void;
}

export function LevelFilterBar({ filters, onChange, onClear }: LevelFilterBarProps) {
  const trpc = useTRPC();
  const locations = useQuery(trpc.products.staff.stock.locations.list.queryOptions());
  return (
    <div className={classes.filters}>
      <SearchInput
        label="Search name, SKU or barcode"
        value={filters.query}
        onChange={(query) => onChange({ query })}
      />
      <Select
        aria-label="Location"
        placeholder="All locations"
        clearable
        data={(locations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.locationId}
        onChange={(locationId) => onChange({ locationId })}
      />
      <Switch
        label="Low stock only"
        checked={filters.low}
        onChange={(event) => onChange({ low: event.currentTarget.checked })}
      />
      {isNarrowed(filters) && (
        <Button variant="subtle" color="gray" leftSection={<X size={15} />} onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  );
}
