'use client';

import { Button, NumberInput, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { MomentPicker } from '../../components/moment-picker.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { LevelHead } from './level-head.tsx';
import { formatUnits, type Level } from './stock.ts';
import { useStockWrite } from './use-stock-write.ts';

const modalId = 'reserve-stock';
const format = 'YYYY-MM-DD HH:mm:ss';

interface ReserveValues {
  quantity: number | string;
  reference: string;
  expiresAt: string | null;
}

export function openReserve(level: Level): void {
  modals.open({ modalId, title: 'Keep for somebody', children: <ReserveForm level={level} /> });
}

function ReserveForm({ level }: { level: Level }) {
  const { submit, pending, problem } = useReserve(level);
  const form = useForm<ReserveValues>({
    initialValues: {
      quantity: 1,
      reference: '',
      expiresAt: dayjs().add(2, 'day').startOf('hour').format(format),
    },
    validate: {
      quantity: (units) => (typeof units === 'number' && units >= 1 ? null : 'Say how many'),
      reference: isNotEmpty('Say for whom or what'),
      expiresAt: (at) => (at !== null && dayjs(at).isAfter(dayjs()) ? null : 'Choose a time to come'),
    },
  });

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <LevelHead level={level} />
        <NumberInput
          label="Units"
          description={`${formatUnits(level.available)} can be promised here.`}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          data-autofocus
          {...form.getInputProps('quantity')}
        />
        <TextInput
          label="For"
          placeholder="A customer, a shoot, a repair"
          maxLength={200}
          {...form.getInputProps('reference')}
        />
        <MomentPicker
          label="Until"
          description="Then it can be sold again."
          {...form.getInputProps('expiresAt')}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending}>
            Keep units
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useReserve(level: Level) {
  const trpc = useTRPC();
  const { done, failed } = useStockWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const reserve = useMutation(
    trpc.products.staff.stock.reserve.mutationOptions({
      onSuccess: () => {
        modals.close(modalId);
        done('Units kept', `${level.sku} at ${level.locationName}. You find it under Reservations.`);
      },
      onError: (error) => setProblem(failed(error)),
    }),
  );
  return {
    submit: ({ quantity, reference, expiresAt }: ReserveValues) =>
      reserve.mutate({
        variantId: level.variantId,
        locationId: level.locationId,
        quantity: Number(quantity),
        reference: reference.trim(),
        expiresAt: dayjs(expiresAt).toISOString(),
        idempotencyKey,
      }),
    pending: reserve.isPending,
    problem,
  };
}
