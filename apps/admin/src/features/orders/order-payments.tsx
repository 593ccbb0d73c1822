'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { HandCoins, Send, Undo2, Unlock } from 'lucide-react';
import { Price } from '../../components/price.tsx';
import { PaymentStatus } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastProblem } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { openMarkPaid } from './mark-paid-form.tsx';
import classes from './order-payments.module.css';
import type { StaffOrder } from './order.ts';
import { useOrderWrite } from './use-order-write.ts';

type Payment = StaffOrder['payments'][number];

const methodNames = { card: 'Card', invoice: 'Invoice', cash_on_delivery: 'Cash on delivery' } as const;
const takesMoney = new Set(['pending', 'failed', 'partially_captured', 'partially_refunded']);

/** Each payment of an order where there is more to say than one sum, with what can be done about it. */
export function OrderPayments({ order }: { order: StaffOrder }) {
  const { permissions } = useStaff();
  const held = order.lines.reduce((sum, line) => sum + line.heldQuantity, 0);
  const mayWrite = permissions.includes('orders:write');
  const isOver = order.status === 'cancelled' || order.status === 'expired';
  return (
    <Stack gap="sm">
      <ul className={classes.payments}>
        {order.payments.map((payment) => (
          <PaymentRow key={payment.id} order={order} payment={payment} mayWrite={mayWrite && !isOver} />
        ))}
      </ul>
      {held > 0 && (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" c="dimmed">
            {held === 1 ? 'One added unit waits' : `${held} added units wait`} for the difference.
          </Text>
          {mayWrite && <ReleaseHold order={order} />}
        </Group>
      )}
    </Stack>
  );
}

interface RowProps {
  readonly order: StaffOrder;
  readonly payment: Payment;
  readonly mayWrite: boolean;
}

function PaymentRow({ order, payment, mayWrite }: RowProps) {
  const { permissions } = useStaff();
  const { currency } = order;
  const isOpen = takesMoney.has(payment.status) && payment.capturedMinor < payment.amountMinor;
  const references = payment.receipts.flatMap(({ reference }) => reference ?? []);
  const refund = permissions.includes('orders:refund') ? payment.handRefunds[0] : undefined;
  return (
    <li className={classes.payment}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm" fw={500}>
            {payment.purpose === 'order' ? 'Order' : 'Difference'} · {methodNames[payment.method]}
          </Text>
          <Text size="xs" c="dimmed">
            <Price amountMinor={payment.capturedMinor} currency={currency} /> of{' '}
            <Price amountMinor={payment.amountMinor} currency={currency} />
            {references.length > 0 && ` · ${references.join(', ')}`}
          </Text>
        </div>
        <PaymentStatus status={payment.status} />
      </Group>
      <Group gap="xs">
        {mayWrite && isOpen && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<HandCoins size={14} />}
            onClick={() => openMarkPaid({ order, payment })}
          >
            Mark as paid
          </Button>
        )}
        {mayWrite && isOpen && payment.provider === 'stripe' && <SendLink order={order} />}
        {refund !== undefined && <RecordRefund order={order} refund={refund} />}
      </Group>
    </li>
  );
}

function SendLink({ order }: { order: StaffOrder }) {
  const trpc = useTRPC();
  const { outcome, write } = useSimpleWrite(order, {
    done: 'Payment link sent',
    message: `It is on its way to ${order.email}.`,
    problem: 'The link was not sent',
  });
  const send = useMutation(trpc.orders.staff.edits.sendPaymentLink.mutationOptions(outcome));
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Send size={14} />}
      loading={send.isPending}
      onClick={() => send.mutate(write())}
    >
      Send payment link
    </Button>
  );
}

function ReleaseHold({ order }: { order: StaffOrder }) {
  const trpc = useTRPC();
  const { outcome, write } = useSimpleWrite(order, {
    done: 'Released',
    message: 'Everything can be shipped.',
    problem: 'Not released',
  });
  const release = useMutation(trpc.orders.staff.edits.releaseHold.mutationOptions(outcome));
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Unlock size={14} />}
      loading={release.isPending}
      onClick={() => release.mutate(write())}
    >
      Ship unpaid
    </Button>
  );
}

function RecordRefund({ order, refund }: { order: StaffOrder; refund: Payment['handRefunds'][number] }) {
  const trpc = useTRPC();
  const { outcome, write } = useSimpleWrite(order, {
    done: 'Refund recorded',
    message: 'The customer is told by e-mail.',
    problem: 'Not recorded',
  });
  const record = useMutation(trpc.payments.staff.recordRefund.mutationOptions(outcome));
  return (
    <Button
      size="compact-sm"
      variant="light"
      color="orange"
      leftSection={<Undo2 size={14} />}
      loading={record.isPending}
      onClick={() => record.mutate({ ...write(), refundId: refund.id })}
    >
      <span>
        Refund of <Price amountMinor={refund.amountMinor} currency={order.currency} /> was given
      </span>
    </Button>
  );
}

function useSimpleWrite(
  order: StaffOrder,
  words: { readonly done: string; readonly message: string; readonly problem: string },
) {
  const { done, failed } = useOrderWrite();
  const keyOf = useIntentKey();
  return {
    write: () => {
      const input = { id: order.id, version: order.version };
      return { ...input, idempotencyKey: keyOf(input) };
    },
    outcome: {
      onSuccess: (changed: StaffOrder) => done(changed, words.done, words.message),
      onError: (error: unknown) => {
        const sentence = failed(order.id, error);
        if (sentence !== null) toastProblem(words.problem, sentence);
      },
    },
  };
}
