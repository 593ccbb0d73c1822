'use client';

import { Button, Checkbox, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { RefundFields } from '../../components/refund-fields.tsx';
import { RefundSum } from '../../components/refund-sum.tsx';
import { emptyRefund, quoteDraft, wishOf } from '../../components/refund-wish.ts';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { FormProblem } from './form-problem.tsx';
import { remaining } from './order-actions.ts';
import type { StaffOrder } from './order.ts';
import { useModalChange } from './use-aftercare.ts';

const modalId = 'cancel-lines';

export function openCancelLines(order: StaffOrder): void {
  modals.open({ modalId, title: 'Cancel items', size: 'lg', children: <CancelLinesForm order={order} /> });
}

function CancelLinesForm({ order }: { order: StaffOrder }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const [draft, setDraft] = useState(emptyRefund);
  const [reason, setReason] = useState('');
  const [givesBack, setGivesBack] = useState(true);
  const refundable = useQuery(
    trpc.orders.staff.refunds.refundable.queryOptions({ id: order.id }, { staleTime: 0 }),
  );
  const { problem, onChanged, onError } = useModalChange(order.id, modalId);
  const cancel = useMutation(
    trpc.orders.staff.cancelLines.mutationOptions({
      onSuccess: onChanged('Items cancelled', 'Their stock is given back and the customer is told.'),
      onError,
    }),
  );
  if (refundable.data === undefined) return <Skeleton h={240} />;
  const lines = [...wishOf(draft, order.currency).lines];
  const quoted = quoteDraft(refundable.data, draft);
  const refundMinor = givesBack ? (quoted.quote?.totalMinor ?? 0) : null;
  const input = { id: order.id, version: order.version, lines, reason: reason.trim(), refundMinor };
  const complete = lines.length > 0 && input.reason !== '' && (!givesBack || quoted.quote !== null);
  return (
    <Stack>
      <FormProblem problem={problem} />
      <Text size="sm" c="dimmed">
        Only what has not been shipped. Shipped items come back as a return.
      </Text>
      <RefundFields
        unitsOnly
        currency={order.currency}
        items={itemsOf(order)}
        shippingLeftMinor={0}
        draft={draft}
        onChange={setDraft}
      />
      <Textarea
        label="Reason"
        description="Kept in the order’s timeline."
        maxLength={300}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Checkbox
        label="Give back what these items cost"
        checked={givesBack}
        onChange={(event) => setGivesBack(event.currentTarget.checked)}
      />
      {givesBack && (
        <RefundSum
          quoted={quoted}
          currency={order.currency}
          availableMinor={refundable.data.availableMinor}
        />
      )}
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          color="red.8"
          disabled={!complete}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Cancel items
        </Button>
      </ModalActions>
    </Stack>
  );
}

function itemsOf(order: StaffOrder) {
  return order.lines
    .filter((line) => remaining(line) > 0)
    .map((line) => ({
      orderLineId: line.id,
      name: line.productName,
      detail: line.variantName,
      image: line.image,
      most: remaining(line),
    }));
}
