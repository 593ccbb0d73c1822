'use client';

import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone } from '../../lib/toast.tsx';
import { codeFor, type CustomerGroup } from './group.ts';
import { useGroupWrite } from './use-group-write.ts';

const modalId = 'customer-group';

/** For a new group, or one to rename. */
export function openGroupForm(group: CustomerGroup | null, onDone?: (id: string) => void): void {
  modals.open({
    modalId,
    title: group === null ? 'New customer group' : 'Rename group',
    children: <GroupForm group={group} onDone={onDone} />,
  });
}

interface GroupFormProps {
  readonly group: CustomerGroup | null;
  readonly onDone: ((id: string) => void) | undefined;
}

function GroupForm({ group, onDone }: GroupFormProps) {
  const trpc = useTRPC();
  const { refresh, failed } = useGroupWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: { name: group?.name ?? '', code: group?.code ?? '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'A group needs a name.' : null),
      code: (code) =>
        code === '' || code === codeFor(code) ? null : 'Small letters, digits and single hyphens.',
    },
  });
  const outcome = {
    onSuccess: async ({ id, name }: CustomerGroup) => {
      modals.close(modalId);
      await refresh();
      onDone?.(id);
      toastDone(group === null ? 'Group made' : 'Group renamed', `It is called “${name}”.`);
    },
    onError: (error: unknown) => setProblem(failed(error)),
  };
  const create = useMutation(trpc.customers.staff.groups.create.mutationOptions(outcome));
  const update = useMutation(trpc.customers.staff.groups.update.mutationOptions(outcome));

  function save({ name, code }: { name: string; code: string }): void {
    const terms = { name: name.trim(), code: code || codeFor(name), idempotencyKey: createIdempotencyKey() };
    if (group === null) create.mutate(terms);
    else update.mutate({ ...terms, id: group.id, version: group.version });
  }

  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <TextInput label="Name" maxLength={80} data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label="Code"
          description="For imports and links."
          placeholder={codeFor(form.getValues().name)}
          maxLength={40}
          {...form.getInputProps('code')}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending}>
            Save
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
