import { Button, Group, Pill } from '@mantine/core';
import { countries } from '@turing/domain';
import { BookmarkPlus } from 'lucide-react';
import { fulfilmentStatuses, orderStatuses, paymentStatuses } from '../../components/status.tsx';
import { formatDay } from '../../lib/format.ts';
import type { FilterProps } from './order-filter-bar.tsx';
import type { FilterName, OrderFilters } from './order-filters.ts';
import classes from './order-list.module.css';

type Chip = (filters: OrderFilters) => string;

const countryNames: Readonly<Record<string, { readonly name: string }>> = countries;
const labelIn = (known: Readonly<Record<string, { readonly label: string }>>, value: string) =>
  known[value]?.label ?? value;

const chips: Partial<Record<FilterName, Chip>> = {
  q: ({ q }) => `“${q}”`,
  status: ({ status }) => `Status: ${labelIn(orderStatuses, status)}`,
  payment: ({ payment }) => `Payment: ${labelIn(paymentStatuses, payment)}`,
  fulfilment: ({ fulfilment }) => labelIn(fulfilmentStatuses, fulfilment),
  from: ({ from }) => `From ${formatDay(from)}`,
  to: ({ to }) => `Until ${formatDay(to)}`,
  country: ({ country }) => countryNames[country]?.name ?? country,
  tag: ({ tag }) => `Tag: ${tag}`,
  sku: ({ sku }) => `SKU: ${sku}`,
  code: ({ code }) => `Code: ${code}`,
  risk: ({ risk }) => (risk === 'held' ? 'On hold' : 'Flagged'),
  returns: ({ returns }) => (returns === 'open' ? 'Open returns' : 'With returns'),
  currency: ({ currency }) => currency,
  min: ({ min, currency }) => `${min} ${currency} or more`,
  max: ({ max, currency }) => `${max} ${currency} or less`,
  sort: ({ sort }) =>
    ({ oldest: 'Oldest first', total_desc: 'Highest total first', total_asc: 'Lowest total first' })[sort] ??
    'Newest first',
};

interface OrderFilterChipsProps extends FilterProps {
  readonly onClear: () => void;
  /** Null when these filters have a name already. */
  readonly onSave: (() => void) | null;
}

/** What narrows the list, each to be taken away. */
export function OrderFilterChips({ filters, onChange, onClear, onSave }: OrderFilterChipsProps) {
  const set = (Object.keys(chips) as FilterName[]).filter((name) => filters[name] !== '');
  if (set.length === 0) return null;
  return (
    <Group gap={6} className={classes.chips} role="group" aria-label="Filters">
      {set.map((name) => {
        const label = chips[name]?.(filters) ?? name;
        return (
          <Pill
            key={name}
            withRemoveButton
            removeButtonProps={{ 'aria-label': `Remove ${label}`, tabIndex: 0, 'aria-hidden': false }}
            onRemove={() => onChange({ [name]: '' })}
          >
            {label}
          </Pill>
        );
      })}
      <Button variant="subtle" color="gray" size="compact-xs" onClick={onClear}>
        Clear filters
      </Button>
      {onSave !== null && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<BookmarkPlus size={14} aria-hidden />}
          onClick={onSave}
        >
          Save view
        </Button>
      )}
    </Group>
  );
}
