'use client';

import { Badge, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { OrderNoteItem } from './order-note-item.tsx';
import { useAftercare, useAftercareWrite } from './use-aftercare.ts';

/** What staff write on the order: to each other, or to the customer, who gets it as a letter. */
export function OrderNotes({ orderId }: { orderId: string }) {
  const mayWrite = useStaff().permissions.includes('orders:write');
  const notes = useAftercare(orderId).data?.notes ?? [];
  return (
    <Section title="Notes" aside={notes.length > 0 && <Badge variant="default">{notes.length}</Badge>}>
      <Stack gap="md">
        {mayWrite && <AddNote orderId={orderId} />}
        {notes.length === 0 && (
          <Text size="sm" c="dimmed">
            Nobody has written anything yet.
          </Text>
        )}
        {notes.map((note) => (
          <OrderNoteItem
            key={`${note.id} ${note.version}`}
            note={note}
            orderId={orderId}
            mayWrite={mayWrite}
          />
        ))}
      </Stack>
    </Section>
  );
}

function AddNote({ orderId }: { orderId: string }) {
  const keyOf = useIntentKey();
  const [kind, setKind] = useState<'internal' | 'customer'>('internal');
  const [body, setBody] = useState('');
  const { done, failed } = useAftercareWrite(orderId);
  const toCustomer = kind === 'customer';
  const add = useMutation(
    useTRPC().orders.staff.notes.create.mutationOptions({
      onSuccess: async () => {
        setBody('');
        await (toCustomer
          ? done('Message sent', 'The customer gets it by e-mail and finds it with the order.')
          : done('Note kept', 'Your colleagues see it here.'));
      },
      onError: failed,
    }),
  );
  const input = { id: orderId, kind, body: body.trim() };
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Who reads it"
        value={kind}
        onChange={(value) => setKind(value === 'customer' ? 'customer' : 'internal')}
        data={[
          { value: 'internal', label: 'To colleagues' },
          { value: 'customer', label: 'To the customer' },
        ]}
      />
      <Textarea
        aria-label={toCustomer ? 'A message to the customer' : 'A new note'}
        placeholder={toCustomer ? 'What should the customer know?' : 'What should colleagues know?'}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {input.body !== '' && (
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {toCustomer ? 'Goes out by e-mail and cannot be taken back.' : 'The customer does not see it.'}
          </Text>
          <Button
            size="xs"
            loading={add.isPending}
            onClick={() => add.mutate({ ...input, idempotencyKey: keyOf(input) })}
          >
            {toCustomer ? 'Send message' : 'Keep note'}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
