'use client';

import { Button, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';

type Series = RouterOutputs['orders']['business']['numbers'][number];

export const seriesNames: Readonly<Record<Series['kind'], string>> = {
  order: 'Orders',
  invoice: 'Invoices',
  credit_note: 'Credit notes',
  packing_slip: 'Packing slips',
};

const modalId = 'number-series';

export function openNumberForm(series: Series): void {
  modals.open({
    modalId,
    title: `Numbers of ${seriesNames[series.kind].toLowerCase()}`,
    children: <NumberForm series={series} />,
  });
}

function NumberForm({ series }: { series: Series }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ initialValues: { prefix: series.prefix, nextNumber: series.nextNumber } });
  const save = useMutation(
    trpc.orders.business.setNumbers.mutationOptions({
      onSuccess: async () => {
        modals.close(modalId);
        await queryClient.invalidateQueries(trpc.orders.business.pathFilter());
        toastDone('Saved', `The next number of ${seriesNames[series.kind].toLowerCase()} is set.`);
      },
      onError: (error) => {
        void queryClient.invalidateQueries(trpc.orders.business.pathFilter());
        setProblem(sentenceFor(error));
      },
    }),
  );
  const submit = (values: { prefix: string; nextNumber: number | string }) =>
    save.mutate({
      kind: series.kind,
      prefix: values.prefix,
      nextNumber: Number(values.nextNumber),
      seenNextNumber: series.nextNumber,
      idempotencyKey: createIdempotencyKey(),
    });
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <Text size="sm" c="dimmed">
          Numbers only go forward, without gaps. A higher number leaves one gap on purpose: ask your
          accountant before you do that in the middle of a year.
        </Text>
        {series.kind !== 'order' && (
          <TextInput
            label="Before the number"
            description="Letters, digits and hyphens, such as INV-."
            maxLength={12}
            {...form.getInputProps('prefix')}
          />
        )}
        <NumberInput
          label="Next number"
          min={series.nextNumber}
          max={2_000_000_000}
          allowDecimal={false}
          data-autofocus
          {...form.getInputProps('nextNumber')}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
