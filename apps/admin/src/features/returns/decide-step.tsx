'use client';

import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { StaffReturn } from './return.ts';
import { StepProblem } from './step-problem.tsx';
import { useReturnWrite } from './use-return-write.ts';

/** Yes or no, with what the customer is told. */
export function DecideStep({ back }: { back: StaffReturn }) {
  const { returns } = useTRPC().orders.staff;
  const keyOf = useIntentKey();
  const [message, setMessage] = useState('');
  const { problem, onDone, onError } = useReturnWrite(back.id);
  const approve = useMutation(
    returns.approve.mutationOptions({
      onSuccess: onDone('Return approved', 'The customer gets the instructions by e-mail.'),
      onError,
    }),
  );
  const reject = useMutation(
    returns.reject.mutationOptions({
      onSuccess: onDone('Return rejected', 'The customer is told why.'),
      onError,
    }),
  );
  const place = { id: back.id, version: back.version };
  const words = message.trim();
  const approved = { ...place, message: words === '' ? null : words };
  const rejected = { ...place, message: words };
  return (
    <Section title="Decide">
      <Stack>
        <StepProblem problem={problem} />
        <Textarea
          label="Message to the customer"
          description="Optional when you approve: the instructions go along. Needed when you reject."
          maxLength={2000}
          autosize
          minRows={2}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
          {back.instructions}
        </Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<X size={16} />}
            disabled={words === ''}
            loading={reject.isPending}
            onClick={() => reject.mutate({ ...rejected, idempotencyKey: keyOf(['reject', rejected]) })}
          >
            Reject
          </Button>
          <Button
            leftSection={<Check size={16} />}
            loading={approve.isPending}
            onClick={() => approve.mutate({ ...approved, idempotencyKey: keyOf(['approve', approved]) })}
          >
            Approve
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
