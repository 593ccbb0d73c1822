'use client';

import { Button, NumberInput, SimpleGrid, Skeleton, Stack, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';

const modalId = 'return-policy';
const ppmPerPercent = 10_000;

type Policy = RouterOutputs['orders']['staff']['returns']['policy'];

export function openReturnPolicy(): void {
  modals.open({ modalId, title: 'Return policy', children: <LoadedPolicy /> });
}

function LoadedPolicy() {
  const policy = useQuery(useTRPC().orders.staff.returns.policy.queryOptions(undefined, { staleTime: 0 }));
  if (policy.data === undefined) return <Skeleton h={220} />;
  return <PolicyForm key={policy.data.version} policy={policy.data} />;
}

function PolicyForm({ policy }: { policy: Policy }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyOf = useIntentKey();
  const [days, setDays] = useState<number | string>(policy.windowDays);
  const [fee, setFee] = useState<number | string>(policy.restockingFeePpm / ppmPerPercent);
  const [instructions, setInstructions] = useState(policy.instructions);
  const save = useMutation(
    trpc.orders.staff.returns.setPolicy.mutationOptions({
      onSuccess: () => {
        modals.close(modalId);
        toastDone('Return policy saved', 'It holds for every request from now on.');
      },
      onError: (error) => toastProblem('Not saved', sentenceFor(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.orders.staff.returns.policy.queryFilter()),
    }),
  );
  const input = {
    windowDays: Number(days) || 0,
    restockingFeePpm: Math.round((Number(fee) || 0) * ppmPerPercent),
    instructions: instructions.trim(),
    version: policy.version,
  };
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label="Days to send something back"
          description="Counted from delivery."
          min={0}
          max={3650}
          allowDecimal={false}
          value={days}
          onChange={setDays}
        />
        <NumberInput
          label="Restocking fee"
          description="Proposed when a return is paid out."
          min={0}
          max={100}
          decimalScale={2}
          suffix=" %"
          value={fee}
          onChange={setFee}
        />
      </SimpleGrid>
      <Textarea
        label="How to send it back"
        description="Customers get this once a return is approved: where to, and how."
        maxLength={2000}
        autosize
        minRows={4}
        value={instructions}
        onChange={(event) => setInstructions(event.currentTarget.value)}
      />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          disabled={input.instructions === ''}
          loading={save.isPending}
          onClick={() => save.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Save policy
        </Button>
      </ModalActions>
    </Stack>
  );
}
