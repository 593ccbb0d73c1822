'use client';

import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Plus, Trash2 } from 'lucide-react';
import { MoneyField } from '../../components/money-field.tsx';
import { newTier, type PromotionValues, type TierValues } from './promotion-values.ts';

const mostTiers = 10;

/** Steps from which more is taken off. */
export function TierFields({ form }: { form: UseFormReturnType<PromotionValues> }) {
  const { tiers, tierBy } = form.getValues();
  const set = (next: TierValues[]) => form.setFieldValue('tiers', next);
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="What the steps count"
        maw={360}
        data={[
          { value: 'subtotal', label: 'By amount' },
          { value: 'quantity', label: 'By number of items' },
        ]}
        value={tierBy}
        onChange={(value) => form.setFieldValue('tierBy', value === 'quantity' ? 'quantity' : 'subtotal')}
      />
      {tiers.map((tier, index) => (
        <Tier
          key={tier.key}
          tier={tier}
          values={form.getValues()}
          place={index + 1}
          onChange={(next) => set(tiers.map((each) => (each.key === tier.key ? next : each)))}
          onRemove={tiers.length > 1 ? () => set(tiers.filter(({ key }) => key !== tier.key)) : null}
        />
      ))}
      {form.errors.tiers !== undefined && (
        <Text size="sm" c="red" role="alert">
          {form.errors.tiers}
        </Text>
      )}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<Plus size={15} />}
        disabled={tiers.length >= mostTiers}
        onClick={() => set([...tiers, newTier()])}
      >
        Add a step
      </Button>
    </Stack>
  );
}

interface TierProps {
  readonly tier: TierValues;
  readonly values: PromotionValues;
  readonly place: number;
  readonly onChange: (tier: TierValues) => void;
  readonly onRemove: (() => void) | null;
}

function Tier({ tier, values, place, onChange, onRemove }: TierProps) {
  const currency = values.currency === '' ? 'USD' : values.currency;
  const toNumber = (value: number | string) => (typeof value === 'number' ? value : '');
  return (
    <Group align="flex-end" gap="xs">
      {values.tierBy === 'subtotal' ? (
        <MoneyField
          label={`From, step ${place}`}
          currency={currency}
          w={140}
          value={tier.from}
          onChange={(value) => onChange({ ...tier, from: toNumber(value) })}
        />
      ) : (
        <NumberInput
          label={`From, step ${place}`}
          suffix=" items"
          min={1}
          w={140}
          value={tier.from}
          onChange={(value) => onChange({ ...tier, from: toNumber(value) })}
        />
      )}
      <SegmentedControl
        aria-label={`What step ${place} takes off`}
        data={[
          { value: 'rate', label: '%' },
          { value: 'amount', label: currency },
        ]}
        value={tier.isRate ? 'rate' : 'amount'}
        onChange={(value) => onChange({ ...tier, isRate: value === 'rate', value: '' })}
      />
      {tier.isRate ? (
        <NumberInput
          label="Off"
          suffix=" %"
          min={0}
          max={100}
          decimalScale={2}
          w={120}
          value={tier.value}
          onChange={(value) => onChange({ ...tier, value: toNumber(value) })}
        />
      ) : (
        <MoneyField
          label="Off"
          currency={currency}
          w={120}
          value={tier.value}
          onChange={(value) => onChange({ ...tier, value: toNumber(value) })}
        />
      )}
      {onRemove !== null && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`Remove step ${place}`}
          onClick={onRemove}
        >
          <Trash2 size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}
