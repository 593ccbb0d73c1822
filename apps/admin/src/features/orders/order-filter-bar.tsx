import { Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { CalendarDays } from 'lucide-react';
import { SearchInput } from '../../components/search-input.tsx';
import {
  fulfilmentStatuses,
  orderStatuses,
  paymentStatuses,
  statusOptions,
} from '../../components/status.tsx';
import type { FilterName, OrderFilters } from './order-filters.ts';
import classes from './order-list.module.css';
import { OrderMoreFilters } from './order-more-filters.tsx';

export interface FilterProps {
  readonly filters: OrderFilters;
  readonly onChange: (change: Partial<OrderFilters>) => void;
}

export function OrderFilterBar({ filters, onChange }: FilterProps) {
  const select = (name: FilterName, label: string, data: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      data={data}
      value={filters[name] === '' ? null : filters[name]}
      onChange={(value) => onChange({ [name]: value ?? '' })}
    />
  );
  return (
    <div className={classes.filters}>
      <SearchInput
        label="Search number, e-mail or name"
        value={filters.q}
        onChange={(text) => onChange({ q: text })}
      />
      {select('status', 'Status', statusOptions(orderStatuses))}
      {select('payment', 'Payment', statusOptions(paymentStatuses))}
      {select('fulfilment', 'Fulfilment', statusOptions(fulfilmentStatuses))}
      <DayRange filters={filters} onChange={onChange} />
      <OrderMoreFilters filters={filters} onChange={onChange} />
    </div>
  );
}

function DayRange({ filters, onChange }: FilterProps) {
  return (
    <DatePickerInput
      type="range"
      aria-label="Placed between"
      placeholder="Placed between"
      leftSection={<CalendarDays size={16} aria-hidden />}
      valueFormat="D MMM YYYY"
      allowSingleDateInRange
      clearable
      value={[filters.from || null, filters.to || null]}
      onChange={([from, to]) => onChange({ from: from ?? '', to: to ?? '' })}
    />
  );
}
