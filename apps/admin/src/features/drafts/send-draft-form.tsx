'use client';

import { Button, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { formatMoney } from '@turing/domain';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { Draft } from './draft.ts';
import { useDraftWrite } from './use-draft-write.ts';

const modalId = 'send-draft';

export function openSendDraft(draft: Draft): void {
  modals.open({ modalId, title: 'Send invoice', children: <SendDraftForm draft={draft} /> });
}

function SendDraftForm({ draft }: { draft: Draft }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { done, failed } = useDraftWrite(draft.id);
  const [message, setMessage] = useState('');
  const [days, setDays] = useState<number | string>(7);
  const send = useMutation(
    trpc.orders.staff.drafts.send.mutationOptions({
      onSuccess: () => {
        modals.close(modalId);
        return done('Invoice sent', `The link to pay is on its way to ${draft.email ?? 'the customer'}.`);
      },
      onError: (error) => {
        modals.close(modalId);
        failed(error, 'Not sent');
      },
    }),
  );
  const { sums, currency } = draft.preview;
  function submit(): void {
    const text = message.trim();
    const wanted = {
      id: draft.id,
      version: draft.version,
      message: text === '' ? null : text,
      days: typeof days === 'number' ? days : 7,
    };
    send.mutate({ ...wanted, idempotencyKey: keyOf(wanted) });
  }
  return (
    <Stack>
      <Text size="sm">
        {draft.email} gets a link to look at the order and pay{' '}
        {formatMoney({ amountMinor: sums.totalMinor, currency })}. Its prices stay as they are now.
      </Text>
      <Textarea
        label="Message"
        placeholder="Optional"
        maxLength={1000}
        autosize
        minRows={3}
        data-autofocus
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <NumberInput
        label="The link stands for"
        suffix=" days"
        min={1}
        max={60}
        allowDecimal={false}
        value={days}
        onChange={setDays}
      />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Cancel
        </Button>
        <Button loading={send.isPending} onClick={submit}>
          Send invoice
        </Button>
      </ModalActions>
    </Stack>
  );
}
