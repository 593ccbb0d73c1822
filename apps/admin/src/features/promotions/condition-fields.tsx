'use client';

import { MultiSelect, NumberInput, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { countries } from '@turing/domain';
import { MoneyField } from '../../components/money-field.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import type { FieldsProps } from './benefit-fields.tsx';
import { countryName } from './country-name.ts';

const countryOptions = Object.keys(countries)
  .map((value) => ({ value, label: countryName(value) }))
  .sort((a, b) => a.label.localeCompare(b.label));

/** What has to be so for a promotion to apply. */
export function ConditionFields({ form, names, onName }: FieldsProps) {
  const { currency, customerGroupIds } = form.getValues();
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MoneyField
          label="Minimum amount"
          description="Of these items, before discounts."
          currency={currency === '' ? 'USD' : currency}
          {...form.getInputProps('minimumSubtotal')}
          placeholder="None"
        />
        <NumberInput
          label="Minimum number"
          description="Of these items."
          placeholder="None"
          min={1}
          allowDecimal={false}
          {...form.getInputProps('minimumQuantity')}
        />
      </SimpleGrid>
      <GroupSelect
        value={customerGroupIds}
        names={names}
        onName={onName}
        onChange={(ids) => form.setFieldValue('customerGroupIds', ids)}
      />
      <MultiSelect
        label="Countries it is sent to"
        placeholder={form.getValues().countries.length === 0 ? 'Every country' : ''}
        data={countryOptions}
        searchable
        clearable
        hidePickedOptions
        maxDropdownHeight={260}
        {...form.getInputProps('countries')}
      />
      <Switch
        label="First order only"
        description="Decided at checkout, by account and email address."
        {...form.getInputProps('firstOrderOnly', { type: 'checkbox' })}
      />
    </Stack>
  );
}

interface GroupSelectProps {
  readonly value: readonly string[];
  readonly names: FieldsProps['names'];
  readonly onName: FieldsProps['onName'];
  readonly onChange: (ids: string[]) => void;
}

function GroupSelect({ value, names, onName, onChange }: GroupSelectProps) {
  const trpc = useTRPC();
  const mayRead = useStaff().permissions.includes('customers:read');
  const groups = useQuery(trpc.customers.staff.groups.list.queryOptions(undefined, { enabled: mayRead }));
  const options = new Map((groups.data ?? []).map(({ id, name }) => [id, name]));
  for (const id of value) if (!options.has(id)) options.set(id, names.get(id) ?? 'Gone');
  return (
    <MultiSelect
      label="Customer groups"
      placeholder={value.length === 0 ? 'Everybody' : ''}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      value={[...value]}
      onChange={(ids) => {
        for (const id of ids) onName(id, options.get(id) ?? '');
        onChange(ids);
      }}
      searchable
      clearable
      hidePickedOptions
    />
  );
}
