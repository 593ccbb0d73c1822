'use client';

import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import { openGroupForm } from './group-form.tsx';
import type { CustomerGroup } from './group.ts';
import { useGroupWrite } from './use-group-write.ts';

export function GroupMenu({ group }: { group: CustomerGroup }) {
  const trpc = useTRPC();
  const { refresh, failed } = useGroupWrite();
  const remove = useMutation(
    trpc.customers.staff.groups.delete.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Group deleted', `“${group.name}” is gone; its members stay customers.`);
      },
      onError: (error) => {
        const sentence = failed(error);
        if (sentence !== null) toastProblem('This could not be done', sentence);
      },
    }),
  );
  const { id, version } = group;

  function confirmRemove(): void {
    modals.openConfirmModal({
      title: 'Delete this group?',
      children: <Text size="sm">Its members stay customers and pay what everybody does.</Text>,
      labels: { confirm: 'Delete', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate({ id, version, idempotencyKey: createIdempotencyKey() }),
    });
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="More actions" loading={remove.isPending}>
          <EllipsisVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={15} />} onClick={() => openGroupForm(group)}>
          Rename
        </Menu.Item>
        <Menu.Item color="red" leftSection={<Trash2 size={15} />} onClick={confirmRemove}>
          Delete group
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
