'use client';

import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import type { Permission } from '@turing/domain';
import { useState } from 'react';
import { z } from 'zod';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone } from '../../lib/toast.tsx';
import { RoleSelect } from './role-select.tsx';
import { useStaffWrite } from './use-staff-write.ts';

const modalId = 'invite-staff';

export function openInviteForm(held: readonly Permission[]): void {
  modals.open({ modalId, title: 'Invite somebody', children: <InviteForm held={held} /> });
}

function InviteForm({ held }: { readonly held: readonly Permission[] }) {
  const trpc = useTRPC();
  const { refresh, refusal } = useStaffWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<{ email: string; role: string | null }>({
    initialValues: { email: '', role: null },
    validate: {
      email: (email) => (z.email().safeParse(email.trim()).success ? null : 'Enter an e-mail address.'),
      role: (role) => (role === null ? 'Choose a role.' : null),
    },
  });
  const invite = useMutation(
    trpc.customers.staff.invitations.invite.mutationOptions({
      onSuccess: async ({ email }) => {
        modals.close(modalId);
        await refresh();
        toastDone('Invitation sent', `${email} has a week to accept it.`);
      },
      onError: (error) => setProblem(refusal(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ email, role }) =>
        invite.mutate({ email, role: role ?? '', idempotencyKey: createIdempotencyKey() }),
      )}
      noValidate
    >
      <Stack>
        <Problem sentence={problem} />
        <TextInput label="Email" type="email" data-autofocus {...form.getInputProps('email')} />
        <RoleSelect
          held={held}
          value={form.values.role}
          error={typeof form.errors.role === 'string' ? form.errors.role : null}
          onChange={(role) => form.setFieldValue('role', role)}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={invite.isPending}>
            Send invitation
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
