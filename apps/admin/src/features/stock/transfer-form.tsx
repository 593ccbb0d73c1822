'use client';

import { Button, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { LevelHead } from './level-head.tsx';
import { formatUnits, type Level } from './stock.ts';
import { useStockWrite } from './use-stock-write.ts';

const modalId = 'transfer-stock';

export function openTransfer(level: Level): void {
  modals.open({ modalId, title: 'Move to another location', children: <TransferForm level={level} /> });
}

function TransferForm({ level }: { level: Level }) {
  const trpc = useTRPC();
  const { submit, pending, problem } = useTransfer(level);
  const locations = useQuery(trpc.products.staff.stock.locations.list.queryOptions());
  const movable = Math.max(0, Math.min(level.onHand, level.onHand + level.backorderLimit - level.allocated));
  const form = useForm({
    initialValues: { to: null as string | null, quantity: '' as number | string, note: '' },
    validate: {
      to: (to) => (to === null ? 'Choose where it goes' : null),
      quantity: (units) => (typeof units === 'number' && units >= 1 ? null : 'Say how many'),
    },
  });
  const others = (locations.data ?? []).filter(({ id }) => id !== level.locationId);

  return (
    <form
      onSubmit={form.onSubmit(({ to, quantity, note }) =>
        submit({ to: to ?? '', quantity: Number(quantity), note }),
      )}
      noValidate
    >
      <Stack>
        <Problem sentence={problem} />
        <LevelHead level={level} />
        <Select
          label="To"
          placeholder={locations.isPending ? 'Loading…' : 'Choose a location'}
          data={others.map(({ id, name, active }) => ({
            value: id,
            label: active ? name : `${name} (not selling)`,
          }))}
          nothingFoundMessage="There is no other location yet"
          data-autofocus
          {...form.getInputProps('to')}
        />
        <NumberInput
          label="Units"
          description={`${formatUnits(movable)} can be moved; the rest is promised from here.`}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          thousandSeparator=","
          {...form.getInputProps('quantity')}
        />
        <TextInput label="Note" placeholder="Optional" maxLength={500} {...form.getInputProps('note')} />
        <Text size="sm" c="dimmed">
          Both locations get a row in the ledger.
        </Text>
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending}>
            Move units
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useTransfer(level: Level) {
  const trpc = useTRPC();
  const { done, failed } = useStockWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const transfer = useMutation(
    trpc.products.staff.stock.transfer.mutationOptions({
      onSuccess: ({ from, to }) => {
        modals.close(modalId);
        done('Stock moved', `${formatUnits(from.onHand)} are left, ${formatUnits(to.onHand)} are there now.`);
      },
      onError: (error) => setProblem(failed(error)),
    }),
  );
  return {
    submit: ({ to, quantity, note }: { to: string; quantity: number; note: string }) =>
      transfer.mutate({
        variantId: level.variantId,
        fromLocationId: level.locationId,
        toLocationId: to,
        quantity,
        note: note.trim() === '' ? null : note.trim(),
        idempotencyKey,
      }),
    pending: transfer.isPending,
    problem,
  };
}
