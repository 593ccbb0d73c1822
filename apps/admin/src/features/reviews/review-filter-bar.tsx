import { Button, Select, Switch } from '@mantine/core';
import { X } from 'lucide-react';
import { SearchInput } from '../../components/search-input.tsx';
import { isNarrowed, type ReviewFilters } from './review.ts';
import classes from './reviews.module.css';

interface ReviewFilterBarProps {
  readonly filters: ReviewFilters;
  readonly onChange: (change: Partial<ReviewFilters>) => void;
  readonly onClear: () => void;
}

const stars = ['5', '4', '3', '2', '1'].map((value) => ({
  value,
  label: value === '1' ? '1 star' : `${value} stars`,
}));

export function ReviewFilterBar({ filters, onChange, onClear }: ReviewFilterBarProps) {
  return (
    <div className={classes.filters}>
      <SearchInput
        label="Search product, author or text"
        value={filters.query}
        onChange={(query) => onChange({ query })}
      />
      <Select
        aria-label="Stars"
        placeholder="Any stars"
        clearable
        data={stars}
        value={filters.rating === null ? null : String(filters.rating)}
        onChange={(value) => onChange({ rating: value === null ? null : Number(value) })}
      />
      <Switch
        label="Bought here"
        checked={filters.verified}
        onChange={(event) => onChange({ verified: event.currentTarget.checked })}
      />
      {isNarrowed(filters) && (
        <Button variant="subtle" color="gray" leftSection={<X size={15} />} onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  );
}
