'use client';

import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { CancelMoney } from './cancel-money.tsx';
import { refundOnCancel } from './order-actions.ts';
import type { StaffOrder } from './order.ts';
import { useOrderWrite } from './use-order-write.ts';

const modalId = 'cancel-order';

const reasons = [
  'Customer changed their mind',
  'Wrong address',
  'Ordered twice',
  'Out of stock',
  'Suspected fraud',
];

export function openCancelOrder(order: StaffOrder): void {
  modals.open({ modalId, title: 'Cancel order', children: <CancelOrderForm order={order} /> });
}

function CancelOrderForm({ order }: { order: StaffOrder }) {
  const { submit, pending, problem } = useCancelOrder(order);
  const refundMinor = refundOnCancel(order);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: isNotEmpty('Say why, for your colleagues') },
  });

  return (
    <form onSubmit={form.onSubmit(({ reason }) => submit(reason.trim()))} noValidate>
      <Stack>
        {problem !== null && (
          <Alert color="red" role="alert" icon={<TriangleAlert size={18} />}>
            {problem}
          </Alert>
        )}
        <CancelMoney order={order} />
        <Text size="sm">
          Order #{order.number} will be cancelled and its stock given back. This cannot be undone; the
          customer is told by e-mail.
        </Text>
        <Textarea
          label="Reason"
          description="Kept in the order’s timeline."
          maxLength={300}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <Group gap={6} role="group" aria-label="Suggestions">
          {reasons.map((reason) => (
            <Button
              key={reason}
              variant="default"
              size="compact-xs"
              onClick={() => form.setFieldValue('reason', reason)}
            >
              {reason}
            </Button>
          ))}
        </Group>
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Keep order
          </Button>
          <Button type="submit" color="red.8" loading={pending}>
            {refundMinor > 0 ? 'Cancel order and refund' : 'Cancel order'}
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useCancelOrder(order: StaffOrder) {
  const trpc = useTRPC();
  const { done, failed } = useOrderWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const cancel = useMutation(
    trpc.orders.staff.cancel.mutationOptions({
      onSuccess: (cancelled) => {
        modals.close(modalId);
        done(
          cancelled,
          'Order cancelled',
          `Order #${cancelled.number} is cancelled and its stock given back.`,
        );
      },
      onError: (error) => {
        const sentence = failed(order.id, error);
        if (sentence === null) modals.close(modalId);
        setProblem(sentence);
      },
    }),
  );
  return {
    submit: (reason: string) =>
      cancel.mutate({ id: order.id, version: order.version, reason, idempotencyKey }),
    pending: cancel.isPending,
    problem,
  };
}
