'use client';

import { Alert, Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { carriers } from './carriers.ts';
import { remaining } from './order-actions.ts';
import type { StaffOrder } from './order.ts';
import { initialShipValues, shipFormSchema, type ShipFormValues, toShipInput } from './ship-form-values.ts';
import { ShipQuantity } from './ship-quantity.tsx';
import { useOrderWrite } from './use-order-write.ts';

const modalId = 'ship-order';

/** The form is made anew each time the modal opens, and with it the idempotency key. */
export function openShipOrder(order: StaffOrder): void {
  modals.open({ modalId, title: 'Ship order', size: 'lg', children: <ShipOrderForm order={order} /> });
}

function ShipOrderForm({ order }: { order: StaffOrder }) {
  const { submit, pending, problem } = useShipOrder(order);
  const form = useForm<ShipFormValues>({
    initialValues: initialShipValues(order),
    validate: schemaResolver(shipFormSchema(order), { sync: true }),
  });

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        {problem !== null && (
          <Alert color="red" role="alert" icon={<TriangleAlert size={18} />}>
            {problem}
          </Alert>
        )}
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Autocomplete
            label="Carrier"
            placeholder="Choose or type"
            data={[...carriers]}
            openOnFocus={false}
            data-autofocus
            miw={180}
            {...form.getInputProps('carrier')}
          />
          <TextInput
            label="Tracking number"
            placeholder="Optional"
            miw={180}
            {...form.getInputProps('trackingNumber')}
          />
        </Group>
        <Stack gap="xs" role="group" aria-label="Items in this parcel">
          <Text size="sm" fw={500}>
            Items in this parcel
          </Text>
          {order.lines
            .filter((line) => remaining(line) > 0)
            .map((line) => (
              <ShipQuantity key={line.id} line={line} field={form.getInputProps(`quantities.${line.id}`)} />
            ))}
          {form.errors['quantities'] !== undefined && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {form.errors['quantities']}
            </Text>
          )}
        </Stack>
        <Text size="sm" c="dimmed">
          The customer is told by e-mail. What is left over can be shipped later in another parcel.
        </Text>
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending}>
            Create shipment
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useShipOrder(order: StaffOrder) {
  const trpc = useTRPC();
  const { done, failed } = useOrderWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const ship = useMutation(
    trpc.orders.staff.ship.mutationOptions({
      onSuccess: (shipped) => {
        modals.close(modalId);
        done(shipped, 'Shipment created', `The parcel of order #${shipped.number} is recorded.`);
      },
      onError: (error) => {
        const sentence = failed(order.id, error);
        if (sentence === null) modals.close(modalId);
        setProblem(sentence);
      },
    }),
  );
  return {
    submit: (values: ShipFormValues) => ship.mutate({ ...toShipInput(order, values), idempotencyKey }),
    pending: ship.isPending,
    problem,
  };
}
