'use client';

import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Ago } from '../../components/moment.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { CustomerAccount, CustomerNote } from './customer.ts';
import classes from './customers.module.css';
import { useCustomerWrite } from './use-customer-write.ts';

/** What staff should know. The customer sees none of it, except in the export of their data. */
export function CustomerNotes({ customer }: { customer: CustomerAccount }) {
  const mayWrite = useStaff().permissions.includes('customers:write');
  return (
    <Section title="Notes">
      <Stack gap="md">
        {mayWrite && <AddNote customerId={customer.id} />}
        {customer.notes.length === 0 && (
          <Text size="sm" c="dimmed">
            Nobody has written anything down yet.
          </Text>
        )}
        {customer.notes.map((note) => (
          <Note key={`${note.id} ${note.version}`} note={note} customerId={customer.id} mayWrite={mayWrite} />
        ))}
      </Stack>
    </Section>
  );
}

function AddNote({ customerId }: { customerId: string }) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { done, failed } = useCustomerWrite(customerId);
  const [body, setBody] = useState('');
  const add = useMutation(
    trpc.customers.staff.notes.add.mutationOptions({
      onSuccess: async () => {
        setBody('');
        await done('Note kept', 'Your colleagues see it here.');
      },
      onError: failed,
    }),
  );
  const input = { customerId, body };
  return (
    <Stack gap="xs">
      <Textarea
        aria-label="A new note"
        placeholder="What should colleagues know?"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {body.trim() !== '' && (
        <Button
          size="xs"
          w="fit-content"
          loading={add.isPending}
          onClick={() => add.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Keep note
        </Button>
      )}
    </Stack>
  );
}

interface NoteProps {
  readonly note: CustomerNote;
  readonly customerId: string;
  readonly mayWrite: boolean;
}

function Note({ note, customerId, mayWrite }: NoteProps) {
  const trpc = useTRPC();
  const keyOf = useIntentKey();
  const { done, failed } = useCustomerWrite(customerId);
  const [draft, setDraft] = useState<string | null>(null);
  const { notes } = trpc.customers.staff;
  const edit = useMutation(
    notes.edit.mutationOptions({
      onSuccess: () => done('Note changed', 'It is as you wrote it.'),
      onError: failed,
    }),
  );
  const remove = useMutation(
    notes.delete.mutationOptions({ onSuccess: () => done('Note deleted', 'It is gone.'), onError: failed }),
  );
  const { id, version } = note;
  const changed = { id, version, body: draft ?? '' };
  return (
    <article>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed">
          {note.staffName} · <Ago at={note.createdAt} />
          {note.version > 1 && ' · edited'}
        </Text>
        {mayWrite && draft === null && (
          <Group gap={2} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Edit the note"
              onClick={() => setDraft(note.body)}
            >
              <Pencil size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Delete the note"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id, version, idempotencyKey: keyOf({ id, version }) })}
            >
              <Trash2 size={14} />
            </ActionIcon>
          </Group>
        )}
      </Group>
      {draft === null ? (
        <Text size="sm" className={classes.note}>
          {note.body}
        </Text>
      ) : (
        <Stack gap="xs" mt={4}>
          <Textarea
            aria-label="The note"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <Group gap="xs">
            <Button
              size="xs"
              disabled={draft.trim() === ''}
              loading={edit.isPending}
              onClick={() => edit.mutate({ ...changed, idempotencyKey: keyOf(changed) })}
            >
              Save
            </Button>
            <Button size="xs" variant="default" onClick={() => setDraft(null)}>
              Cancel
            </Button>
          </Group>
        </Stack>
      )}
    </article>
  );
}
