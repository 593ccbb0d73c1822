'use client';

import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { AmountForm } from '../../components/amount-form.tsx';
import { codeEnding, type GiftCard } from './gift-card.ts';
import { useCreditWrite } from '../../lib/use-credit-write.ts';

const modalId = 'gift-card';
const close = () => modals.close(modalId);

export function openAdjustGiftCard(card: GiftCard): void {
  modals.open({ modalId, title: 'Change the balance', children: <AdjustForm card={card} /> });
}

export function openResendGiftCard(card: GiftCard): void {
  modals.open({ modalId, title: 'Send the card again', children: <ResendForm card={card} /> });
}

function AdjustForm({ card }: { card: GiftCard }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { problem, done, failed } = useCreditWrite(close);
  const adjust = useMutation(
    trpc.orders.credit.staff.adjust.mutationOptions({
      onSuccess: ({ lastFour }) => done('Balance changed', `Gift card ${codeEnding(lastFour)}`),
      onError: failed,
    }),
  );
  return (
    <AmountForm
      currency={card.currency}
      balanceMinor={card.balanceMinor}
      problem={problem}
      pending={adjust.isPending}
      onCancel={close}
      onSubmit={(change) => {
        const input = { id: card.id, version: card.version, ...change };
        adjust.mutate({ ...input, idempotencyKey: keyOf(input) });
      }}
    />
  );
}

function ResendForm({ card }: { card: GiftCard }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { problem, done, failed } = useCreditWrite(close);
  const [recipientEmail, setEmail] = useState(card.recipientEmail ?? '');
  const resend = useMutation(
    trpc.orders.credit.staff.resend.mutationOptions({
      onSuccess: () => done('On its way', recipientEmail),
      onError: failed,
    }),
  );
  const input = { id: card.id, version: card.version, recipientEmail };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        resend.mutate({ ...input, idempotencyKey: keyOf(input) });
      }}
    >
      <Stack>
        {problem !== null && (
          <Alert color="red" icon={<CircleAlert size={18} />}>
            {problem}
          </Alert>
        )}
        <Text size="sm">The letter with the code goes out again. The code stays the same.</Text>
        <TextInput
          label="To"
          type="email"
          maxLength={254}
          data-autofocus
          value={recipientEmail}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ModalActions>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={resend.isPending} disabled={!recipientEmail.includes('@')}>
            Send again
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
