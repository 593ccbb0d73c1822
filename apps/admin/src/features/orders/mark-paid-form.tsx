'use client';

import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { useTRPC } from '../../lib/api.ts';
import { moneyText, readMoney } from '../../lib/money-text.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { FormProblem } from './form-problem.tsx';
import type { StaffOrder } from './order.ts';
import { useOrderWrite } from './use-order-write.ts';

const modalId = 'mark-paid';

type Payment = StaffOrder['payments'][number];

interface Subject {
  readonly order: StaffOrder;
  readonly payment: Payment;
}

export function openMarkPaid(subject: Subject): void {
  modals.open({ modalId, title: 'Mark as paid', children: <MarkPaidForm {...subject} /> });
}

interface MarkValues {
  /** As text until it is typed over. */
  amount: string | number;
  reference: string;
  method: 'invoice' | 'cash_on_delivery';
}

function MarkPaidForm({ order, payment }: Subject) {
  const { currency } = order;
  const dueMinor = payment.amountMinor - payment.capturedMinor;
  const { submit, pending, problem } = useMarkPaid({ order, payment });
  const form = useForm<MarkValues>({
    initialValues: {
      amount: moneyText(dueMinor, currency),
      reference: '',
      method: payment.method === 'card' ? 'invoice' : payment.method,
    },
    validate: {
      amount: (amount) => {
        const read = readMoney(String(amount), currency);
        return typeof read === 'number' && read > 0 && read <= dueMinor
          ? null
          : `Between nothing and ${moneyText(dueMinor, currency)}`;
      },
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ amount, reference, method }) =>
        submit({
          amountMinor: readMoney(String(amount), currency) ?? 0,
          reference: reference.trim() === '' ? null : reference.trim(),
          method,
        }),
      )}
    >
      <Stack>
        <FormProblem problem={problem} />
        {payment.provider === 'stripe' && (
          <Text size="sm">
            The customer was asked to pay by card. That page is closed, and the payment is kept by hand from
            now on.
          </Text>
        )}
        <MoneyField label="Received" currency={currency} data-autofocus {...form.getInputProps('amount')} />
        {payment.provider === 'stripe' && (
          <Select
            label="How it came"
            data={[
              { value: 'invoice', label: 'Bank transfer' },
              { value: 'cash_on_delivery', label: 'Cash' },
            ]}
            allowDeselect={false}
            {...form.getInputProps('method')}
          />
        )}
        <TextInput
          label="Reference"
          placeholder="Optional: how the bank calls it"
          maxLength={120}
          {...form.getInputProps('reference')}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Mark as paid
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useMarkPaid({ order, payment }: Subject) {
  const trpc = useTRPC();
  const { done, failed } = useOrderWrite();
  const keyOf = useIntentKey();
  const [problem, setProblem] = useState<string | null>(null);
  const mark = useMutation(
    trpc.payments.staff.markPaid.mutationOptions({
      onSuccess: (paid) => {
        modals.close(modalId);
        done(paid, 'Payment recorded', `Order #${paid.number} shows what was received.`);
      },
      onError: (error) => {
        const sentence = failed(order.id, error);
        if (sentence === null) modals.close(modalId);
        setProblem(sentence);
      },
    }),
  );
  return {
    submit: (received: {
      amountMinor: number;
      reference: string | null;
      method: 'invoice' | 'cash_on_delivery';
    }) => {
      const input = { id: order.id, version: order.version, paymentId: payment.id, ...received };
      mark.mutate({ ...input, idempotencyKey: keyOf(input) });
    },
    pending: mark.isPending,
    problem,
  };
}
