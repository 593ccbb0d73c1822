'use client';

import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { ReturnLine, StaffReturn } from './return.ts';
import { StepProblem } from './step-problem.tsx';
import { useReturnWrite } from './use-return-write.ts';

const sameLocation = 'same';

/** Of what arrived: what goes onto a shelf, where, and what is written off. */
export function InspectStep({ back }: { back: StaffReturn }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const [kept, setKept] = useState<Readonly<Record<string, number>>>({});
  const [place, setPlace] = useState(sameLocation);
  const locations = useQuery(trpc.products.staff.stock.locations.list.queryOptions());
  const { problem, onDone, onError } = useReturnWrite(back.id);
  const inspect = useMutation(
    trpc.orders.staff.returns.inspect.mutationOptions({
      onSuccess: onDone('Return inspected', 'The stock is booked. Next: settle it.'),
      onError,
    }),
  );
  const lines = back.lines.map((line) => {
    const restocked = kept[line.id] ?? line.receivedQuantity;
    const where = place === sameLocation ? {} : { locationId: place };
    return { lineId: line.id, restocked, writtenOff: line.receivedQuantity - restocked, ...where };
  });
  const input = { id: back.id, version: back.version, lines };
  return (
    <Section title="Inspect">
      <Stack>
        <StepProblem problem={problem} />
        {back.lines.map((line, index) => (
          <Judged
            key={line.id}
            line={line}
            restocked={lines[index]?.restocked ?? 0}
            onChange={(restocked) => setKept({ ...kept, [line.id]: restocked })}
          />
        ))}
        <Select
          label="Goes onto the shelf at"
          allowDeselect={false}
          value={place}
          onChange={(value) => setPlace(value ?? sameLocation)}
          data={[
            { value: sameLocation, label: 'Where it came from' },
            ...(locations.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Group justify="flex-end">
          <Button
            leftSection={<ClipboardCheck size={16} />}
            loading={inspect.isPending}
            onClick={() => inspect.mutate({ ...input, idempotencyKey: keyOf(input) })}
          >
            Book the stock
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

interface JudgedProps {
  readonly line: ReturnLine;
  readonly restocked: number;
  readonly onChange: (restocked: number) => void;
}

function Judged({ line, restocked, onChange }: JudgedProps) {
  const name = `${line.productName}, ${line.variantName}`;
  const off = line.receivedQuantity - restocked;
  return (
    <Group justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text size="xs" c={off > 0 ? 'orange' : 'dimmed'}>
          {off > 0 ? `${off} written off` : 'Nothing written off'}
        </Text>
      </div>
      <NumberInput
        aria-label={`Back onto the shelf of ${name}`}
        w={118}
        flex="none"
        min={0}
        max={line.receivedQuantity}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        suffix={` of ${line.receivedQuantity}`}
        value={restocked}
        onChange={(value) => onChange(Number(value) || 0)}
      />
    </Group>
  );
}
