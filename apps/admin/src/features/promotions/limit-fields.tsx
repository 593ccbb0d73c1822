'use client';

import { NumberInput, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { MomentPicker } from '../../components/moment-picker.tsx';
import type { PromotionValues } from './promotion-values.ts';

type Form = UseFormReturnType<PromotionValues>;

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When a promotion runs, and how often it may be used. */
export function LimitFields({ form }: { form: Form }) {
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MomentPicker label="Starts" {...form.getInputProps('startsAt')} />
        <MomentPicker label="Ends" placeholder="No end" clearable {...form.getInputProps('endsAt')} />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={-8}>
        Times are in your zone, {timeZone}.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label="Uses in all"
          placeholder="No limit"
          min={1}
          allowDecimal={false}
          {...form.getInputProps('usageLimit')}
        />
        <NumberInput
          label="Uses per customer"
          placeholder="No limit"
          min={1}
          allowDecimal={false}
          {...form.getInputProps('perCustomerLimit')}
        />
      </SimpleGrid>
    </Stack>
  );
}

/** How it goes with other promotions. */
export function StackingFields({ form }: { form: Form }) {
  const { exclusive } = form.getValues();
  return (
    <Stack>
      <SegmentedControl
        aria-label="With other promotions"
        data={[
          { value: 'combines', label: 'Combines' },
          { value: 'exclusive', label: 'Applies alone' },
        ]}
        value={exclusive ? 'exclusive' : 'combines'}
        onChange={(value) => form.setFieldValue('exclusive', value === 'exclusive')}
      />
      <Text size="sm" c="dimmed">
        {exclusive
          ? 'No other promotion counts beside it. Where others together save the shopper more, they apply instead.'
          : 'Applies together with all others that combine, each to what those of higher priority left.'}
      </Text>
      <NumberInput
        label="Priority"
        description="From 0 to 100; the higher number is taken off first."
        min={0}
        max={100}
        allowDecimal={false}
        maw={240}
        {...form.getInputProps('priority')}
      />
    </Stack>
  );
}
