'use client';

import { Button, Stack } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import type { Permission } from '@turing/domain';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone } from '../../lib/toast.tsx';
import { RoleSelect } from './role-select.tsx';
import type { Member } from './staff.ts';
import { useStaffWrite } from './use-staff-write.ts';

const modalId = 'staff-role';

interface RoleFormProps {
  readonly member: Member;
  /** What whoever gives the role may do. */
  readonly held: readonly Permission[];
}

export function openRoleForm({ member, held }: RoleFormProps): void {
  modals.open({
    modalId,
    title: `Role of ${member.name}`,
    children: <RoleForm member={member} held={held} />,
  });
}

function RoleForm({ member, held }: RoleFormProps) {
  const trpc = useTRPC();
  const { refresh, refusal } = useStaffWrite();
  const [role, setRole] = useState<string | null>(member.role);
  const [problem, setProblem] = useState<string | null>(null);
  const change = useMutation(
    trpc.customers.staff.members.changeRole.mutationOptions({
      onSuccess: async () => {
        modals.close(modalId);
        await refresh();
        toastDone('Role changed', `It counts for ${member.name} within a minute.`);
      },
      onError: (error) => {
        const sentence = refusal(error);
        setProblem(sentence);
        if (sentence === null) modals.close(modalId);
      },
    }),
  );
  const { id, version } = member;
  return (
    <Stack>
      <Problem sentence={problem} />
      <RoleSelect held={held} value={role} onChange={setRole} />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          loading={change.isPending}
          disabled={role === null || role === member.role}
          onClick={() =>
            change.mutate({ id, version, role: role ?? '', idempotencyKey: createIdempotencyKey() })
          }
        >
          Change role
        </Button>
      </ModalActions>
    </Stack>
  );
}
