'use client';

import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { oneOf } from '../../lib/use-address.ts';
import { type AdjustValues, startValues, toAdjustInput, unitsAfter } from './adjust-values.ts';
import { adjustmentReasons, formatUnits, type Level } from './stock.ts';
import { useStockWrite } from './use-stock-write.ts';

interface AdjustFormProps {
  readonly level: Level;
  readonly onDone: () => void;
}

/** Counts stock in or out, by a change or to a number, and says why. */
export function AdjustForm({ level, onDone }: AdjustFormProps) {
  const { submit, pending, problem } = useAdjust(level, onDone);
  const form = useForm<AdjustValues>({ initialValues: startValues });
  const { mode } = form.values;
  const after = unitsAfter(level, form.values);

  return (
    <form onSubmit={form.onSubmit((values) => submit(values))} noValidate>
      <Stack gap="sm">
        <Problem sentence={problem} />
        <SegmentedControl
          aria-label="How to count"
          data={[
            { value: 'change', label: 'Change by' },
            { value: 'set', label: 'Set to' },
          ]}
          {...form.getInputProps('mode')}
        />
        <NumberInput
          aria-label={mode === 'change' ? 'Change by' : 'Set to'}
          placeholder={mode === 'change' ? 'For example 12 or -3' : `Now ${formatUnits(level.onHand)}`}
          allowDecimal={false}
          allowNegative={mode === 'change'}
          min={mode === 'change' ? -1_000_000 : 0}
          max={1_000_000}
          thousandSeparator=","
          data-autofocus
          {...form.getInputProps('units')}
        />
        <Select
          aria-label="Reason"
          allowDeselect={false}
          data={adjustmentReasons}
          comboboxProps={{ withinPortal: false }}
          value={form.values.reason}
          onChange={(value) =>
            form.setFieldValue(
              'reason',
              oneOf(
                adjustmentReasons.map((one) => one.value),
                value,
              ) ?? 'correction',
            )
          }
        />
        <TextInput
          aria-label="Note"
          placeholder="Note, optional"
          maxLength={500}
          {...form.getInputProps('note')}
        />
        <Group justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed" className="tabular" aria-live="polite">
            {after === null
              ? `${formatUnits(level.onHand)} on hand`
              : `${formatUnits(level.onHand)} → ${formatUnits(after)}`}
          </Text>
          <Button type="submit" size="xs" loading={pending} disabled={after === null}>
            Save count
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useAdjust(level: Level, onDone: () => void) {
  const trpc = useTRPC();
  const { done, failed } = useStockWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const adjust = useMutation(
    trpc.products.staff.stock.adjust.mutationOptions({
      onSuccess: ({ onHand }) => {
        onDone();
        done('Stock counted', `${formatUnits(onHand)} of ${level.sku} at ${level.locationName}.`);
      },
      onError: (error) => setProblem(failed(error)),
    }),
  );
  return {
    submit: (values: AdjustValues) => {
      const input = toAdjustInput(level, values);
      if (input !== null) adjust.mutate({ ...input, idempotencyKey });
    },
    pending: adjust.isPending,
    problem,
  };
}
