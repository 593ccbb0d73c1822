'use client';

import { NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { MomentPicker } from '../../components/moment-picker.tsx';
import { useTRPC } from '../../lib/api.ts';
import { kinds, type PriceList, timeZone } from './price-list.ts';
import type { TermsValues } from './terms-values.ts';

interface TermsFieldsProps {
  readonly form: UseFormReturnType<TermsValues>;
  /** Whom the list is for now. */
  readonly group?: PriceList['group'];
  readonly disabled?: boolean;
}

const kindOptions = (['sale', 'override'] as const).map((value) => ({ value, label: kinds[value].label }));

/** What a list is called, what it does, for whom and when. */
export function TermsFields({ form, group = null, disabled = false }: TermsFieldsProps) {
  const { kind, groupId } = form.getValues();
  const picker = {
    placeholder: 'Not set',
    clearable: true,
    disabled,
  };
  return (
    <Stack>
      <TextInput
        label="Name"
        maxLength={120}
        disabled={disabled}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Stack gap={6}>
        <SegmentedControl
          aria-label="Kind"
          fullWidth
          data={kindOptions}
          disabled={disabled}
          {...form.getInputProps('kind')}
        />
        <Text size="sm" c="dimmed">
          {kinds[kind].sentence}
        </Text>
      </Stack>
      <GroupSelect
        known={group}
        value={groupId}
        disabled={disabled}
        onChange={(value) => form.setFieldValue('groupId', value)}
      />
      {kind === 'override' && (
        <NumberInput
          label="Priority"
          description="Of two lists of regular prices, the higher number wins."
          min={-1000}
          max={1000}
          allowDecimal={false}
          disabled={disabled}
          {...form.getInputProps('priority')}
        />
      )}
      <MomentPicker
        label="Starts"
        description="Empty: as soon as it is switched on."
        {...picker}
        {...form.getInputProps('startsAt')}
      />
      <MomentPicker
        label="Ends"
        description={`Empty: no end. Times are in your zone, ${timeZone}.`}
        {...picker}
        {...form.getInputProps('endsAt')}
      />
    </Stack>
  );
}

interface GroupSelectProps {
  readonly known: PriceList['group'];
  readonly value: string | null;
  readonly disabled: boolean;
  readonly onChange: (value: string | null) => void;
}

function GroupSelect({ known, value, disabled, onChange }: GroupSelectProps) {
  const trpc = useTRPC();
  const groups = useQuery(trpc.customers.staff.groups.list.queryOptions(undefined, { enabled: !disabled }));
  return (
    <Select
      label="For"
      placeholder="Everybody"
      clearable
      disabled={disabled}
      data={(groups.data ?? (known === null ? [] : [known])).map(({ id, name }) => ({
        value: id,
        label: name,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
