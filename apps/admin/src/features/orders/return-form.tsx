'use client';

import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type ReturnReason, returnReasons, type ReturnResolution, returnResolutions } from '@turing/domain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { resolutionLabels, returnReasonLabels } from '../../components/return-status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { FormProblem } from './form-problem.tsx';
import type { StaffOrder } from './order.ts';
import { type Aftercare, useModalChange } from './use-aftercare.ts';

const modalId = 'create-return';

type Returnable = Aftercare['returnable'];

export function openCreateReturn(order: StaffOrder, returnable: Returnable): void {
  const children = <CreateReturnForm order={order} returnable={returnable} />;
  modals.open({ modalId, title: 'Start a return', size: 'lg', children });
}

interface Choice {
  readonly quantity: number;
  readonly reason: ReturnReason;
}

function CreateReturnForm({ order, returnable }: { order: StaffOrder; returnable: Returnable }) {
  const keyOf = useIntentKey();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [resolution, setResolution] = useState<ReturnResolution>('refund');
  const { problem, onDone, onError } = useModalChange(order.id, modalId);
  const create = useMutation(
    useTRPC().orders.staff.returns.create.mutationOptions({
      onSuccess: onDone('Return approved', 'The customer is told how to send it back.'),
      onError,
    }),
  );
  const lines = Object.entries(choices)
    .filter(([, { quantity }]) => quantity > 0)
    .map(([orderLineId, choice]) => ({ orderLineId, ...choice }));
  const input = { id: order.id, lines, resolution };
  return (
    <Stack>
      <FormProblem problem={problem} />
      {returnable.map((line) => (
        <LineChoice
          key={line.orderLineId}
          order={order}
          line={line}
          choice={choices[line.orderLineId] ?? { quantity: 0, reason: 'changed_mind' }}
          onChange={(choice) => setChoices({ ...choices, [line.orderLineId]: choice })}
        />
      ))}
      <Select
        label="In return for"
        allowDeselect={false}
        value={resolution}
        onChange={(value) => setResolution(value ?? 'refund')}
        data={returnResolutions.map((value) => ({
          value,
          label: resolutionLabels[value],
          disabled: value === 'store_credit' && order.customerId === null,
        }))}
      />
      <Text size="sm" c="dimmed">
        It is approved at once; the customer gets the instructions by e-mail.
      </Text>
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          disabled={lines.length === 0}
          loading={create.isPending}
          onClick={() => create.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Start return
        </Button>
      </ModalActions>
    </Stack>
  );
}

interface LineChoiceProps {
  readonly order: StaffOrder;
  readonly line: Returnable[number];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function LineChoice({ order, line, choice, onChange }: LineChoiceProps) {
  const sold = order.lines.find(({ id }) => id === line.orderLineId);
  if (sold === undefined) return null;
  const name = `${sold.productName}, ${sold.variantName}`;
  return (
    <div role="group" aria-label={name}>
      <Text size="sm" mb={4}>
        {name}
      </Text>
      <Group gap="xs" grow preventGrowOverflow={false}>
        <NumberInput
          aria-label={`Units of ${name}`}
          maw={130}
          min={0}
          max={line.quantity}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          suffix={` of ${line.quantity}`}
          value={choice.quantity}
          onChange={(value) => onChange({ ...choice, quantity: Number(value) || 0 })}
        />
        <Select
          aria-label={`Reason for ${name}`}
          allowDeselect={false}
          value={choice.reason}
          onChange={(reason) => onChange({ ...choice, reason: reason ?? 'other' })}
          data={returnReasons.map((value) => ({ value, label: returnReasonLabels[value] }))}
        />
      </Group>
    </div>
  );
}
