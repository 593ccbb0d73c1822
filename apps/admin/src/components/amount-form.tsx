'use client';

import { Alert, Button, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Currency } from '@turing/domain';
import { CircleAlert } from 'lucide-react';
import { ModalActions } from './modal-actions.tsx';
import { MoneyField } from './money-field.tsx';
import { readMoney } from '../lib/money-text.ts';

interface AmountFormProps {
  readonly currency: Currency;
  /** What is there to be taken. */
  readonly balanceMinor: number;
  readonly problem: string | null;
  readonly pending: boolean;
  readonly onCancel: () => void;
  /** Above zero gives, below zero takes. */
  readonly onSubmit: (change: { amountMinor: number; note: string }) => void;
}

/** How much a balance goes up or down, and why. */
export function AmountForm({
  currency,
  balanceMinor,
  problem,
  pending,
  onCancel,
  onSubmit,
}: AmountFormProps) {
  const form = useForm({
    initialValues: { direction: 'give', amount: '' as string | number, note: '' },
    validate: {
      amount: (amount, { direction }) => {
        const read = readMoney(String(amount), currency) ?? 0;
        if (read <= 0) return 'More than nothing';
        return direction === 'take' && read > balanceMinor ? 'There is not that much left' : null;
      },
      note: (note) => (note.trim() === '' ? 'Say why: the ledger keeps it' : null),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ direction, amount, note }) => {
        const read = readMoney(String(amount), currency) ?? 0;
        onSubmit({ amountMinor: direction === 'take' ? -read : read, note: note.trim() });
      })}
    >
      <Stack>
        {problem !== null && (
          <Alert color="red" icon={<CircleAlert size={18} />}>
            {problem}
          </Alert>
        )}
        <SegmentedControl
          aria-label="Give or take"
          data={[
            { value: 'give', label: 'Add' },
            { value: 'take', label: 'Take off', disabled: balanceMinor === 0 },
          ]}
          {...form.getInputProps('direction')}
        />
        <MoneyField label="Amount" currency={currency} data-autofocus {...form.getInputProps('amount')} />
        <TextInput label="Why" maxLength={300} withAsterisk {...form.getInputProps('note')} />
        <ModalActions>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            {form.values.direction === 'take' ? 'Take off' : 'Add'}
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
