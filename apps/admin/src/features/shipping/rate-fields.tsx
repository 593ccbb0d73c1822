'use client';

import { ActionIcon, Button, Group, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import type { Currency, RateBasis } from '@turing/domain';
import { Plus, X } from 'lucide-react';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import type { RateDraft, StepDraft } from './method-values.ts';
import classes from './shipping.module.css';

interface RateFieldsProps {
  readonly currency: Currency;
  readonly basis: RateBasis;
  readonly rate: RateDraft;
  readonly onChange: (rate: RateDraft) => void;
}

/** What a method costs in one currency. */
export function RateFields({ currency, basis, rate, onChange }: RateFieldsProps) {
  const change = (part: Partial<RateDraft>) => onChange({ ...rate, ...part });
  return (
    <div className={classes.currency}>
      <Switch
        label={`In ${currency}`}
        checked={rate.offered}
        onChange={(event) => change({ offered: event.currentTarget.checked })}
      />
      {rate.offered && (
        <Stack gap="xs" mt="sm">
          <SimpleGrid cols={2}>
            <TextInput
              label="Price"
              inputMode="decimal"
              value={rate.amount}
              onChange={(event) => change({ amount: event.currentTarget.value })}
            />
            <TextInput
              label="Free from"
              placeholder="Never"
              inputMode="decimal"
              value={rate.freeOver}
              onChange={(event) => change({ freeOver: event.currentTarget.value })}
            />
          </SimpleGrid>
          {basis !== 'flat' && (
            <Steps basis={basis} steps={rate.steps} onChange={(steps) => change({ steps })} />
          )}
        </Stack>
      )}
    </div>
  );
}

interface StepsProps {
  readonly basis: RateBasis;
  readonly steps: readonly StepDraft[];
  readonly onChange: (steps: readonly StepDraft[]) => void;
}

function Steps({ basis, steps, onChange }: StepsProps) {
  const from = basis === 'weight' ? 'From kg' : 'From goods worth';
  const set = (index: number, part: Partial<StepDraft>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  return (
    <>
      {steps.map((step, index) => (
        <Group key={step.key} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={from}
            placeholder={from}
            inputMode="decimal"
            value={step.from}
            onChange={(event) => set(index, { from: event.currentTarget.value })}
          />
          <TextInput
            aria-label="Price from there on"
            placeholder="Empty: not offered"
            inputMode="decimal"
            value={step.amount}
            onChange={(event) => set(index, { amount: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label="Remove the step"
            onClick={() => onChange(steps.filter((_, at) => at !== index))}
          >
            <X size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<Plus size={15} />}
        onClick={() => onChange([...steps, { key: createIdempotencyKey(), from: '', amount: '' }])}
      >
        Add a step
      </Button>
    </>
  );
}
