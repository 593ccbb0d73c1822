'use client';

import { ActionIcon, Badge, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { ArrowRight, Equal, Pencil, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import { openSynonym } from './synonym-form.tsx';
import type { Synonym } from './synonym.ts';
import classes from './search.module.css';
import { useSynonymRefresh } from './use-synonym-refresh.ts';

export function SynonymRow({ synonym, mayEdit }: { synonym: Synonym; mayEdit: boolean }) {
  const name = [synonym.term, ...synonym.words].filter((word) => word !== null).join(', ');
  const remove = useDelete(synonym, name);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        {synonym.term !== null && (
          <>
            <Badge variant="outline" color="gray" c="var(--mantine-color-text)" tt="none">
              {synonym.term}
            </Badge>
            <ArrowRight size={14} aria-label="also finds" />
          </>
        )}
        {synonym.words.map((word, index) => (
          <Fragment key={word}>
            {index > 0 && synonym.term === null && <Equal size={12} aria-label="same as" />}
            <Badge variant="light" tt="none">
              {word}
            </Badge>
          </Fragment>
        ))}
      </div>
      {mayEdit && (
        <div className={classes.actions}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Edit ${name}`}
            onClick={() => openSynonym(synonym)}
          >
            <Pencil size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="red" aria-label={`Delete ${name}`} onClick={remove}>
            <Trash2 size={16} />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}

function useDelete({ id, version }: Synonym, name: string): () => void {
  const trpc = useTRPC();
  const refresh = useSynonymRefresh();
  const remove = useMutation(
    trpc.products.staff.synonyms.delete.mutationOptions({
      onSuccess: () => {
        refresh();
        toastDone('Synonyms deleted', name);
      },
      onError: (error) => toastRefusal(error, refresh),
    }),
  );
  return () =>
    modals.openConfirmModal({
      title: 'Delete these synonyms?',
      children: <Text size="sm">{name}. Searches stop knowing that they go together.</Text>,
      labels: { confirm: 'Delete', cancel: 'Keep them' },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate({ id, version, idempotencyKey: createIdempotencyKey() }),
    });
}
