'use client';

import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { StaffReturn } from './return.ts';
import { StepProblem } from './step-problem.tsx';
import { useReturnWrite } from './use-return-write.ts';

/** Counts what arrived. */
export function ReceiveStep({ back, mayCallOff }: { back: StaffReturn; mayCallOff: boolean }) {
  const keyOf = useIntentKey();
  const [counted, setCounted] = useState<Readonly<Record<string, number>>>({});
  const { problem, onDone, onError } = useReturnWrite(back.id);
  const receive = useMutation(
    useTRPC().orders.staff.returns.receive.mutationOptions({
      onSuccess: onDone('Return received', 'Next: inspect what arrived.'),
      onError,
    }),
  );
  const lines = back.lines.map((line) => ({ lineId: line.id, quantity: counted[line.id] ?? line.quantity }));
  const input = { id: back.id, version: back.version, lines };
  return (
    <Section title="Receive the parcel">
      <Stack>
        <StepProblem problem={problem} />
        {back.lines.map((line, index) => (
          <Group key={line.id} justify="space-between" wrap="nowrap">
            <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
              {line.productName}, {line.variantName}
            </Text>
            <NumberInput
              aria-label={`Arrived of ${line.productName}, ${line.variantName}`}
              w={118}
              flex="none"
              min={0}
              max={line.quantity}
              clampBehavior="strict"
              allowDecimal={false}
              allowNegative={false}
              suffix={` of ${line.quantity}`}
              value={lines[index]?.quantity ?? 0}
              onChange={(value) => setCounted({ ...counted, [line.id]: Number(value) || 0 })}
            />
          </Group>
        ))}
        <Group justify="flex-end">
          {mayCallOff && back.status === 'approved' && <CallOff back={back} />}
          <Button
            leftSection={<PackageCheck size={16} />}
            loading={receive.isPending}
            onClick={() => receive.mutate({ ...input, idempotencyKey: keyOf(input) })}
          >
            It has arrived
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function CallOff({ back }: { back: StaffReturn }) {
  const keyOf = useIntentKey();
  const { onDone, onError } = useReturnWrite(back.id);
  const cancel = useMutation(
    useTRPC().orders.staff.returns.cancel.mutationOptions({
      onSuccess: onDone('Return called off', 'Its items can be returned anew.'),
      onError,
    }),
  );
  const input = { id: back.id, version: back.version };
  return (
    <Button
      variant="default"
      loading={cancel.isPending}
      onClick={() => cancel.mutate({ ...input, idempotencyKey: keyOf(input) })}
    >
      Call it off
    </Button>
  );
}
