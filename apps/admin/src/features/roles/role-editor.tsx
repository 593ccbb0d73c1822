'use client';

import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import type { Permission } from '@turing/domain';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { PermissionPicker } from '../../components/permission-picker.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone } from '../../lib/toast.tsx';
import { useRoleWrite } from './use-role-write.ts';

export type RoleView = RouterOutputs['customers']['staff']['roles']['list'][number];

const modalId = 'role';

interface RoleValues {
  name: string;
  description: string;
  permissions: Permission[];
}

interface RoleEditorProps {
  readonly role: RoleView | null;
  /** What whoever makes the role may do. */
  readonly held: readonly Permission[];
  /** Fills the form of a new role. */
  readonly start?: RoleValues;
}

/** For a new role, or one to change. */
export function openRoleEditor({ role, held, start }: RoleEditorProps): void {
  modals.open({
    modalId,
    size: 'lg',
    title: role === null ? 'New role' : `Role “${role.name}”`,
    children: <RoleEditor role={role} held={held} start={role ?? start ?? blank} />,
  });
}

const blank: RoleValues = { name: '', description: '', permissions: [] };

function RoleEditor({ role, held, start }: Required<RoleEditorProps>) {
  const { save, problem, isPending } = useSave(role);
  const form = useForm<RoleValues>({
    initialValues: { name: start.name, description: start.description, permissions: [...start.permissions] },
    validate: {
      name: (name) => (name.trim() === '' ? 'A role needs a name.' : null),
      permissions: (list) => (list.length === 0 ? 'Choose at least one.' : null),
    },
  });
  const error = form.errors.permissions;
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <TextInput label="Name" maxLength={60} data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label="Description"
          description="What somebody with this role does here."
          maxLength={200}
          {...form.getInputProps('description')}
        />
        <PermissionPicker
          label="May"
          value={form.values.permissions}
          choosable={held}
          error={typeof error === 'string' ? error : null}
          onChange={(permissions) => form.setFieldValue('permissions', permissions)}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={isPending}>
            Save
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useSave(role: RoleView | null) {
  const { roles } = useTRPC().customers.staff;
  const { refresh, refusal } = useRoleWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const outcome = {
    onSuccess: async ({ name }: RoleView) => {
      modals.close(modalId);
      await refresh();
      toastDone(role === null ? 'Role made' : 'Role changed', `“${name}” counts within a minute.`);
    },
    onError: (error: unknown) => {
      const sentence = refusal(error);
      setProblem(sentence);
      if (sentence === null) modals.close(modalId);
    },
  };
  const create = useMutation(roles.create.mutationOptions(outcome));
  const update = useMutation(roles.update.mutationOptions(outcome));
  return {
    problem,
    isPending: create.isPending || update.isPending,
    save: (values: RoleValues) => {
      const terms = { ...values, idempotencyKey: createIdempotencyKey() };
      if (role === null) create.mutate(terms);
      else update.mutate({ ...terms, id: role.role, version: role.version });
    },
  };
}
