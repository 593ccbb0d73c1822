'use client';

import { Button, Stack, Switch, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { type OrderFilters, type SavedView, toViewFilters } from './order-filters.ts';

const modalId = 'save-view';

/** Keeps the filters under a name. */
export function openSaveView(filters: OrderFilters): void {
  modals.open({ modalId, title: 'Save view', children: <ViewForm filters={filters} view={null} /> });
}

export function openEditView(view: SavedView): void {
  modals.open({ modalId, title: 'Edit view', children: <ViewForm filters={null} view={view} /> });
}

interface ViewFormProps {
  readonly filters: OrderFilters | null;
  readonly view: SavedView | null;
}

function ViewForm({ filters, view }: ViewFormProps) {
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const { save, pending, problem } = useSaveView();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save({ name: name.trim(), shared, filters, view });
      }}
    >
      <Stack>
        <Problem sentence={problem} />
        <TextInput
          label="Name"
          maxLength={60}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Switch
          label="Show it to all staff"
          description="Only you can change it. Words that you searched for are not kept."
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending} disabled={name.trim() === ''}>
            Save view
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

interface Terms extends ViewFormProps {
  readonly name: string;
  readonly shared: boolean;
}

function useSaveView() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyOf = useIntentKey();
  const [problem, setProblem] = useState<string | null>(null);
  const after = {
    onSuccess: ({ name }: { name: string }) => {
      modals.close(modalId);
      toastDone('View saved', name);
    },
    onError: (error: unknown) => setProblem(sentenceFor(error)),
    onSettled: () => queryClient.invalidateQueries(trpc.orders.staff.views.pathFilter()),
  };
  const create = useMutation(trpc.orders.staff.views.create.mutationOptions(after));
  const update = useMutation(trpc.orders.staff.views.update.mutationOptions(after));
  return {
    save: ({ name, shared, filters, view }: Terms) => {
      if (view === null) {
        const made = { name, shared, filters: filters === null ? {} : toViewFilters(filters) };
        create.mutate({ ...made, idempotencyKey: keyOf(made) });
      } else {
        const changed = { id: view.id, version: view.version, name, shared };
        update.mutate({ ...changed, idempotencyKey: keyOf(changed) });
      }
    },
    pending: create.isPending || update.isPending,
    problem,
  };
}
