'use client';

import { Group, NumberInput, SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { currencies } from '@turing/domain';
import { MoneyField } from '../../components/money-field.tsx';
import { kinds, type PromotionKind } from './promotion.ts';
import type { PromotionValues } from './promotion-values.ts';
import { ScopeFields } from './scope-fields.tsx';
import { TierFields } from './tier-fields.tsx';
import type { Names } from './describe-promotion.ts';

export interface FieldsProps {
  readonly form: UseFormReturnType<PromotionValues>;
  readonly names: Names;
  readonly onName: (id: string, name: string) => void;
}

const kindOptions = (Object.keys(kinds) as PromotionKind[]).map((value) => ({ value, label: kinds[value] }));

/** What a promotion gives. */
export function BenefitFields(props: FieldsProps) {
  const { form } = props;
  const { kind } = form.getValues();
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select label="Gives" data={kindOptions} allowDeselect={false} {...form.getInputProps('kind')} />
        <Select
          label="Currency"
          placeholder="Every currency"
          clearable
          data={[...currencies]}
          {...form.getInputProps('currency')}
          value={form.getValues().currency === '' ? null : form.getValues().currency}
          onChange={(value) => form.setFieldValue('currency', (value ?? '') as PromotionValues['currency'])}
        />
      </SimpleGrid>
      {kind === 'percentage' && <Percent form={form} field="percent" label="Percent off" />}
      {kind === 'amount' && <AmountFields form={form} />}
      {kind === 'buy_x_get_y' && <GiftFields {...props} />}
      {kind === 'tiered' && <TierFields form={form} />}
    </Stack>
  );
}

interface PercentProps {
  readonly form: FieldsProps['form'];
  readonly field: 'percent' | 'getPercent';
  readonly label: string;
}

function Percent({ form, field, label }: PercentProps) {
  return (
    <NumberInput
      label={label}
      suffix=" %"
      min={0}
      max={100}
      decimalScale={2}
      clampBehavior="strict"
      maw={240}
      {...form.getInputProps(field)}
    />
  );
}

function AmountFields({ form }: Pick<FieldsProps, 'form'>) {
  const { currency, perItem } = form.getValues();
  return (
    <Group align="flex-end" gap="md">
      <MoneyField
        label="Amount off"
        currency={currency === '' ? 'USD' : currency}
        maw={240}
        {...form.getInputProps('amount')}
      />
      <SegmentedControl
        aria-label="How the amount counts"
        data={[
          { value: 'order', label: 'Once per order' },
          { value: 'item', label: 'On each item' },
        ]}
        value={perItem ? 'item' : 'order'}
        onChange={(value) => form.setFieldValue('perItem', value === 'item')}
      />
    </Group>
  );
}

function GiftFields({ form, names, onName }: FieldsProps) {
  const { isSameItems, rewards } = form.getValues();
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <NumberInput label="Buy" min={1} max={99} {...form.getInputProps('buyQuantity')} />
        <NumberInput label="Get" min={1} max={99} {...form.getInputProps('getQuantity')} />
        <Percent form={form} field="getPercent" label="At percent off" />
        <NumberInput
          label="Times per order"
          placeholder="No limit"
          min={1}
          max={99}
          {...form.getInputProps('mostTimes')}
        />
      </SimpleGrid>
      <SegmentedControl
        aria-label="What is given"
        data={[
          { value: 'same', label: 'More of the same items' },
          { value: 'other', label: 'Other items' },
        ]}
        value={isSameItems ? 'same' : 'other'}
        onChange={(value) => form.setFieldValue('isSameItems', value === 'same')}
      />
      {!isSameItems && (
        <ScopeFields
          what="What is given"
          scope={rewards}
          names={names}
          error={form.errors.rewards}
          onChange={(scope) => form.setFieldValue('rewards', scope)}
          onName={onName}
        />
      )}
    </Stack>
  );
}
