'use client';

import { Button, Checkbox, Stack, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { FormProblem } from './form-problem.tsx';
import { useModalChange } from './use-aftercare.ts';

const flagId = 'flag-risk';
const releaseId = 'release-risks';

export function openFlagRisk(orderId: string): void {
  modals.open({ modalId: flagId, title: 'Flag as risky', children: <FlagForm orderId={orderId} /> });
}

export function openReleaseRisks(orderId: string, riskIds: readonly string[]): void {
  const children = <ReleaseForm orderId={orderId} riskIds={[...riskIds]} />;
  modals.open({ modalId: releaseId, title: 'Release the order', children });
}

function FlagForm({ orderId }: { orderId: string }) {
  const keyOf = useIntentKey();
  const [note, setNote] = useState('');
  const [holds, setHolds] = useState(true);
  const { problem, onDone, onError } = useModalChange(orderId, flagId);
  const flag = useMutation(
    useTRPC().orders.staff.risks.flag.mutationOptions({
      onSuccess: onDone('Order flagged', 'Your colleagues see it at the top of the order.'),
      onError,
    }),
  );
  const input = { id: orderId, note: note.trim(), holds };
  return (
    <Stack>
      <FormProblem problem={problem} />
      <Textarea
        label="What looks wrong"
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Checkbox
        label="Hold the order"
        description="Nothing of it is shipped until somebody releases it."
        checked={holds}
        onChange={(event) => setHolds(event.currentTarget.checked)}
      />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(flagId)}>
          Not now
        </Button>
        <Button
          disabled={input.note === ''}
          loading={flag.isPending}
          onClick={() => flag.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Flag the order
        </Button>
      </ModalActions>
    </Stack>
  );
}

function ReleaseForm({ orderId, riskIds }: { orderId: string; riskIds: string[] }) {
  const keyOf = useIntentKey();
  const [reason, setReason] = useState('');
  const { problem, onDone, onError } = useModalChange(orderId, releaseId);
  const release = useMutation(
    useTRPC().orders.staff.risks.release.mutationOptions({
      onSuccess: onDone('Order released', 'It can be shipped.'),
      onError,
    }),
  );
  const input = { id: orderId, riskIds, reason: reason.trim() };
  return (
    <Stack>
      <FormProblem problem={problem} />
      <Textarea
        label="Why it is fine"
        description="Kept with the risk, for whoever looks later."
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(releaseId)}>
          Not now
        </Button>
        <Button
          disabled={input.reason === ''}
          loading={release.isPending}
          onClick={() => release.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Release the order
        </Button>
      </ModalActions>
    </Stack>
  );
}
