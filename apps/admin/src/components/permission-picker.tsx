'use client';

import { Badge, Checkbox, Group, Stack, Text } from '@mantine/core';
import { moneyPermissions, type Permission, permissions } from '@turing/domain';
import { byResource, permissionLabels } from '../lib/permission-labels.ts';

interface PermissionPickerProps {
  readonly label: string;
  readonly value: readonly Permission[];
  /** What may be chosen; the rest is shown and closed. */
  readonly choosable: readonly Permission[];
  readonly error?: string | null;
  readonly onChange: (value: Permission[]) => void;
}

/** A tick for each thing that may be done. */
export function PermissionPicker({ label, value, choosable, error, onChange }: PermissionPickerProps) {
  return (
    <Checkbox.Group
      label={label}
      value={[...value]}
      error={error}
      onChange={(chosen) => onChange(permissions.filter((each) => chosen.includes(each)))}
    >
      <Stack gap="md" mt="xs">
        {byResource(permissions).map(([resource, list]) => (
          <Stack key={resource} gap={8}>
            <Text size="xs" c="dimmed" fw={600}>
              {resource}
            </Text>
            {list.map((permission) => (
              <Checkbox
                key={permission}
                value={permission}
                disabled={!choosable.includes(permission)}
                label={<PermissionLabelText permission={permission} />}
              />
            ))}
          </Stack>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function PermissionLabelText({ permission }: { readonly permission: Permission }) {
  const movesMoney = (moneyPermissions as readonly Permission[]).includes(permission);
  return (
    <Group gap={8} component="span">
      {permissionLabels[permission].action}
      {movesMoney && (
        <Badge size="xs" color="orange" component="span">
          second factor
        </Badge>
      )}
    </Group>
  );
}
