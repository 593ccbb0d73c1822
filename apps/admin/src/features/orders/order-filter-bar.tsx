import { Button, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { fulfilmentStates, orderStates, paymentStates } from '@turing/domain';
import { CalendarDays, X } from 'lucide-react';
import { SearchInput } from '../../components/search-input.tsx';
import {
  fulfilmentStatuses,
  orderStatuses,
  paymentStatuses,
  statusOptions,
} from '../../components/status.tsx';
import { oneOf } from '../../lib/use-address.ts';
import { isNarrowed, type OrderFilters } from './order-filters.ts';
import classes from './order-list.module.css';

interface OrderFilterBarProps {
  readonly filters: OrderFilters;
  readonly onChange: (change: Partial<OrderFilters>) => void;
  readonly onClear: () => void;
}

export function OrderFilterBar({ filters, onChange, onClear }: OrderFilterBarProps) {
  return (
    <div className={classes.filters}>
      <SearchInput
        label="Search number, e-mail or name"
        value={filters.query}
        onChange={(query) => onChange({ query })}
      />
      <Select
        aria-label="Status"
        placeholder="Status"
        clearable
        data={statusOptions(orderStatuses)}
        value={filters.status}
        onChange={(value) => onChange({ status: oneOf(orderStates, value) })}
      />
      <Select
        aria-label="Payment"
        placeholder="Payment"
        clearable
        data={statusOptions(paymentStatuses)}
        value={filters.payment}
        onChange={(value) => onChange({ payment: oneOf(paymentStates, value) })}
      />
      <Select
        aria-label="Fulfilment"
        placeholder="Fulfilment"
        clearable
        data={statusOptions(fulfilmentStatuses)}
        value={filters.fulfilment}
        onChange={(value) => onChange({ fulfilment: oneOf(fulfilmentStates, value) })}
      />
      <DayRange filters={filters} onChange={onChange} />
      {isNarrowed(filters) && (
        <Button variant="subtle" color="gray" leftSection={<X size={15} />} onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  );
}

function DayRange({ filters, onChange }: Pick<OrderFilterBarProps, 'filters' | 'onChange'>) {
  return (
    <DatePickerInput
      type="range"
      aria-label="Placed between"
      placeholder="Placed between"
      leftSection={<CalendarDays size={16} aria-hidden />}
      valueFormat="D MMM YYYY"
      allowSingleDateInRange
      clearable
      value={[filters.from, filters.to]}
      onChange={([from, to]) => onChange({ from, to })}
    />
  );
}
