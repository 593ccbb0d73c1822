'use client';

import { Button, NumberInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { LevelHead } from './level-head.tsx';
import type { Level } from './stock.ts';
import { useStockWrite } from './use-stock-write.ts';

const modalId = 'stock-rules';

interface RulesValues {
  backorderLimit: number | string;
  lowStockThreshold: number | string;
}

export function openRules(level: Level): void {
  modals.open({ modalId, title: 'Backorders and low stock', children: <RulesForm level={level} /> });
}

function RulesForm({ level }: { level: Level }) {
  const { submit, pending, problem } = useRules(level);
  const form = useForm<RulesValues>({
    initialValues: {
      backorderLimit: level.backorderLimit,
      lowStockThreshold: level.lowStockThreshold ?? '',
    },
    validate: { backorderLimit: (limit) => (typeof limit === 'number' ? null : 'Zero allows no backorders') },
  });

  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <LevelHead level={level} />
        <NumberInput
          label={`Backorders at ${level.locationName}`}
          description="Units that may be sold beyond what is on hand. They ship when stock comes in. Zero: none."
          min={0}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          data-autofocus
          {...form.getInputProps('backorderLimit')}
        />
        <NumberInput
          label="Low at"
          description="At or below this many unpromised units in all locations together, it is listed as low. Empty: never."
          min={0}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          {...form.getInputProps('lowStockThreshold')}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending}>
            Save
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useRules(level: Level) {
  const trpc = useTRPC();
  const { done, failed } = useStockWrite();
  const [keys] = useState(() => ({ policy: createIdempotencyKey(), threshold: createIdempotencyKey() }));
  const [problem, setProblem] = useState<string | null>(null);
  const policy = useMutation(trpc.products.staff.stock.setPolicy.mutationOptions());
  const threshold = useMutation(trpc.products.staff.stock.setThreshold.mutationOptions());
  const { variantId, locationId } = level;

  async function submit(values: RulesValues): Promise<void> {
    const backorderLimit = Number(values.backorderLimit);
    const lowStockThreshold = typeof values.lowStockThreshold === 'number' ? values.lowStockThreshold : null;
    try {
      if (backorderLimit !== level.backorderLimit) {
        await policy.mutateAsync({
          variantId,
          locationId,
          backorderLimit,
          expectedBackorderLimit: level.backorderLimit,
          idempotencyKey: keys.policy,
        });
      }
      if (lowStockThreshold !== level.lowStockThreshold) {
        await threshold.mutateAsync({
          variantId,
          lowStockThreshold,
          expectedLowStockThreshold: level.lowStockThreshold,
          idempotencyKey: keys.threshold,
        });
      }
      modals.close(modalId);
      done('Rules saved', `${level.sku} follows them from now on.`);
    } catch (error) {
      setProblem(failed(error));
    }
  }

  return { submit, pending: policy.isPending || threshold.isPending, problem };
}
