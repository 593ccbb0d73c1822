'use client';

import { ActionIcon, Badge, Card, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Copy, EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { byResource, permissionLabels } from '../../lib/permission-labels.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';
import { openRoleEditor, type RoleView } from './role-editor.tsx';
import { useRoleWrite } from './use-role-write.ts';

export function RoleCard({ role }: { readonly role: RoleView }) {
  return (
    <Card component="article" aria-label={role.name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="xs">
        <div>
          <Group gap="xs">
            <Title order={3} fz="md">
              {role.name}
            </Title>
            {role.isBuiltIn && <Badge color="gray">Built in</Badge>}
            {role.movesMoney && <Badge color="orange">Second factor</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {role.description === '' ? 'No description' : role.description}
          </Text>
        </div>
        <RoleMenu role={role} />
      </Group>
      <Stack gap="xs">
        {byResource(role.permissions).map(([resource, list]) => (
          <div key={resource}>
            <Text size="xs" c="dimmed" fw={600}>
              {resource}
            </Text>
            <Text size="sm">{list.map((each) => permissionLabels[each].action).join(' · ')}</Text>
          </div>
        ))}
      </Stack>
      <Text size="xs" c="dimmed" mt="md">
        {count(role.memberCount, 'person', 'people')}
      </Text>
    </Card>
  );
}

function RoleMenu({ role }: { readonly role: RoleView }) {
  const held = useStaff().permissions;
  const { refresh, toast } = useRoleWrite();
  const remove = useMutation(
    useTRPC().customers.staff.roles.delete.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Role deleted', `“${role.name}” is gone.`);
      },
      onError: toast,
    }),
  );
  const confirmRemove = () =>
    modals.openConfirmModal({
      title: `Delete “${role.name}”?`,
      children: <Text size="sm">Nobody may have it any more.</Text>,
      labels: { confirm: 'Delete', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        remove.mutate({ id: role.role, version: role.version, idempotencyKey: createIdempotencyKey() }),
    });
  const copy = () =>
    openRoleEditor({
      role: null,
      held,
      start: {
        name: `${role.name} (copy)`,
        description: role.description,
        permissions: role.permissions,
      },
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Actions for ${role.name}`}
          loading={remove.isPending}
        >
          <EllipsisVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!role.isBuiltIn && (
          <Menu.Item leftSection={<Pencil size={15} />} onClick={() => openRoleEditor({ role, held })}>
            Edit
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Copy size={15} />} onClick={copy}>
          Make one like it
        </Menu.Item>
        {!role.isBuiltIn && (
          <Menu.Item color="red" leftSection={<Trash2 size={15} />} onClick={confirmRemove}>
            Delete
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
