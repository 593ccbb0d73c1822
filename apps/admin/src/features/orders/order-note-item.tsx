'use client';

import { ActionIcon, Badge, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Pin, PinOff, Trash2 } from 'lucide-react';
import { Ago } from '../../components/moment.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { type Aftercare, useAftercareWrite } from './use-aftercare.ts';

interface NoteProps {
  readonly note: Aftercare['notes'][number];
  readonly orderId: string;
  readonly mayWrite: boolean;
}

export function OrderNoteItem({ note, orderId, mayWrite }: NoteProps) {
  return (
    <article>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {note.author} · <Ago at={note.createdAt} />
          </Text>
          {note.kind === 'customer' && (
            <Badge size="xs" variant="light">
              Sent to the customer
            </Badge>
          )}
          {note.pinned && (
            <Badge size="xs" variant="light" color="yellow" leftSection={<Pin size={10} aria-hidden />}>
              Pinned
            </Badge>
          )}
        </Group>
        {mayWrite && note.kind === 'internal' && <NoteActions note={note} orderId={orderId} />}
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {note.body}
      </Text>
    </article>
  );
}

function NoteActions({ note, orderId }: Omit<NoteProps, 'mayWrite'>) {
  const { notes } = useTRPC().orders.staff;
  const keyOf = useIntentKey();
  const { done, failed } = useAftercareWrite(orderId);
  const edit = useMutation(
    notes.update.mutationOptions({
      onSuccess: () =>
        done(note.pinned ? 'Note unpinned' : 'Note pinned', 'Pinned notes stand above the others.'),
      onError: failed,
    }),
  );
  const remove = useMutation(
    notes.delete.mutationOptions({ onSuccess: () => done('Note deleted', 'It is gone.'), onError: failed }),
  );
  const place = { id: orderId, noteId: note.id, version: note.version };
  const pinned = { ...place, body: note.body, pinned: !note.pinned };
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={note.pinned ? 'Unpin the note' : 'Pin the note'}
        loading={edit.isPending}
        onClick={() => edit.mutate({ ...pinned, idempotencyKey: keyOf(pinned) })}
      >
        {note.pinned ? <PinOff size={14} /> : <Pin size={14} />}
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Delete the note"
        loading={remove.isPending}
        onClick={() => remove.mutate({ ...place, idempotencyKey: keyOf(place) })}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </Group>
  );
}
