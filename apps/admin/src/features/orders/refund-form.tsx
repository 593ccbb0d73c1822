'use client';

import { Button, SegmentedControl, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { ModalActions } from '../../components/modal-actions.tsx';
import { RefundFields } from '../../components/refund-fields.tsx';
import { RefundSum } from '../../components/refund-sum.tsx';
import { emptyRefund, quoteDraft } from '../../components/refund-wish.ts';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { FormProblem } from './form-problem.tsx';
import type { StaffOrder } from './order.ts';
import { useModalChange } from './use-aftercare.ts';

const modalId = 'refund-order';

type Refundable = NonNullable<ReturnType<typeof useRefundable>['data']>;

export function openRefundOrder(order: StaffOrder): void {
  modals.open({ modalId, title: 'Refund', size: 'lg', children: <RefundOrder order={order} /> });
}

function useRefundable(orderId: string) {
  return useQuery(useTRPC().orders.staff.refunds.refundable.queryOptions({ id: orderId }, { staleTime: 0 }));
}

function RefundOrder({ order }: { order: StaffOrder }) {
  const refundable = useRefundable(order.id);
  if (refundable.isPending) return <Skeleton h={280} />;
  if (refundable.isError)
    return <ErrorState error={refundable.error} onRetry={() => void refundable.refetch()} />;
  return <RefundForm order={order} refundable={refundable.data} />;
}

function itemsOf(order: StaffOrder, { lines }: Refundable) {
  return order.lines.flatMap((line) => {
    const left = lines.find(({ id }) => id === line.id);
    const most = left === undefined ? 0 : left.quantity - left.refundedQuantity;
    const { id: orderLineId, productName: name, variantName: detail, image } = line;
    return most > 0 ? [{ orderLineId, name, detail, image, most }] : [];
  });
}

function RefundForm({ order, refundable }: { order: StaffOrder; refundable: Refundable }) {
  const keyOf = useIntentKey();
  const [draft, setDraft] = useState(emptyRefund);
  const [destination, setDestination] = useState<'payment' | 'store_credit'>('payment');
  const [note, setNote] = useState('');
  const { problem, onChanged, onError } = useModalChange(order.id, modalId);
  const quoted = quoteDraft(refundable, draft);
  const refund = useMutation(
    useTRPC().orders.staff.refunds.create.mutationOptions({
      onSuccess: onChanged('Refund on its way', 'The customer is told when the money has been sent.'),
      onError,
    }),
  );
  function submit(): void {
    if (quoted.quote === null) return;
    const { lines, linesMinor: _sum, totalMinor: expectedTotalMinor, ...amounts } = quoted.quote;
    const wanted = lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity }));
    const { id, version } = order;
    const why = note.trim() === '' ? null : note;
    const input = { id, version, ...amounts, lines: wanted, destination, expectedTotalMinor, note: why };
    refund.mutate({ ...input, idempotencyKey: keyOf(input) });
  }
  return (
    <Stack>
      <FormProblem problem={problem} />
      <RefundFields
        currency={refundable.currency}
        items={itemsOf(order, refundable)}
        shippingLeftMinor={refundable.shippingLeftMinor}
        draft={draft}
        onChange={setDraft}
      />
      <div>
        <Text size="sm" fw={500} mb={4}>
          Goes back
        </Text>
        <SegmentedControl
          fullWidth
          aria-label="Goes back"
          value={destination}
          onChange={(value) => setDestination(value === 'payment' ? 'payment' : 'store_credit')}
          data={[
            { value: 'payment', label: 'The way it was paid' },
            { value: 'store_credit', label: 'As store credit', disabled: order.customerId === null },
          ]}
        />
      </div>
      <Textarea
        label="Note for colleagues"
        maxLength={500}
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <RefundSum quoted={quoted} currency={refundable.currency} availableMinor={refundable.availableMinor} />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          onClick={submit}
          loading={refund.isPending}
          disabled={quoted.quote === null || quoted.quote.totalMinor === 0}
        >
          Refund
        </Button>
      </ModalActions>
    </Stack>
  );
}
