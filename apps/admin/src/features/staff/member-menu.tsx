'use client';

import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import {
  EllipsisVertical,
  History,
  LogOut,
  ShieldOff,
  UserCog,
  UserRoundCheck,
  UserRoundX,
} from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';
import { openRoleForm } from './role-form.tsx';
import type { Member } from './staff.ts';
import { useStaffWrite } from './use-staff-write.ts';

interface MemberMenuProps {
  readonly member: Member;
  readonly onShow: () => void;
}

export function MemberMenu({ member, onShow }: MemberMenuProps) {
  const { id, permissions: held } = useStaff();
  const isMe = id === member.id;
  const { deactivate, reactivate, resetSecondFactor, endSessions } = useMemberActions(member);
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${member.name}`}>
          <EllipsisVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<History size={15} />} onClick={onShow}>
          Sessions and sign-ins
        </Menu.Item>
        {!isMe && member.active && (
          <>
            <Menu.Item leftSection={<UserCog size={15} />} onClick={() => openRoleForm({ member, held })}>
              Change role
            </Menu.Item>
            <Menu.Item leftSection={<LogOut size={15} />} onClick={endSessions}>
              Sign out everywhere
            </Menu.Item>
            {member.hasSecondFactor && (
              <Menu.Item leftSection={<ShieldOff size={15} />} onClick={resetSecondFactor}>
                Reset second factor
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<UserRoundX size={15} />} onClick={deactivate}>
              Deactivate
            </Menu.Item>
          </>
        )}
        {!isMe && !member.active && (
          <Menu.Item leftSection={<UserRoundCheck size={15} />} onClick={reactivate}>
            Reactivate
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function useMemberActions(member: Member) {
  const { members } = useTRPC().customers.staff;
  const { refresh, toast } = useStaffWrite();
  const done = (title: string, message: string) => ({
    onSuccess: async () => {
      await refresh();
      toastDone(title, message);
    },
    onError: toast,
  });
  const { name } = member;
  const deactivate = useMutation(
    members.deactivate.mutationOptions(done('Deactivated', `${name} is out within a minute.`)),
  );
  const reactivate = useMutation(
    members.reactivate.mutationOptions(done('Reactivated', `${name} can sign in again.`)),
  );
  const reset = useMutation(
    members.resetSecondFactor.mutationOptions(
      done('Second factor reset', `${name} sets up another one next time.`),
    ),
  );
  const end = useMutation(
    members.endSessions.mutationOptions(done('Signed out', `${name} has to sign in again.`)),
  );
  const edit = () => ({ id: member.id, version: member.version, idempotencyKey: createIdempotencyKey() });
  return {
    deactivate: () =>
      ask({
        title: `Deactivate ${name}?`,
        sentence:
          'They are signed out everywhere, cannot sign in, and their API tokens stop working for good.',
        confirm: 'Deactivate',
        onConfirm: () => deactivate.mutate(edit()),
      }),
    reactivate: () => reactivate.mutate(edit()),
    resetSecondFactor: () =>
      ask({
        title: `Reset the second factor of ${name}?`,
        sentence:
          'Make sure it is really they who ask. They sign in with their password alone until they set up another one.',
        confirm: 'Reset',
        onConfirm: () => reset.mutate(edit()),
      }),
    endSessions: () => end.mutate(edit()),
  };
}

interface Question {
  readonly title: string;
  readonly sentence: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
}

function ask({ title, sentence, confirm, onConfirm }: Question): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{sentence}</Text>,
    labels: { confirm, cancel: 'Keep as it is' },
    confirmProps: { color: 'red' },
    onConfirm,
  });
}
