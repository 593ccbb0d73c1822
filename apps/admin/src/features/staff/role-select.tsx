'use client';

import { Alert, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Permission } from '@turing/domain';
import { ShieldCheck } from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';

interface RoleSelectProps {
  /** What whoever gives the role may do. */
  readonly held: readonly Permission[];
  readonly value: string | null;
  readonly error?: string | null;
  readonly onChange: (role: string | null) => void;
}

/** A role to give: those that can do more than oneself are closed. */
export function RoleSelect({ held, value, error, onChange }: RoleSelectProps) {
  const trpc = useTRPC();
  const roles = useQuery(trpc.customers.staff.roles.list.queryOptions());
  const chosen = roles.data?.find(({ role }) => role === value);
  return (
    <Stack gap="xs">
      <Select
        label="Role"
        placeholder={roles.isPending ? 'Loading' : 'Choose a role'}
        data={(roles.data ?? []).map(({ role, name, permissions: wanted }) => ({
          value: role,
          label: name,
          disabled: !wanted.every((each) => held.includes(each)),
        }))}
        value={value}
        onChange={onChange}
        error={error}
        allowDeselect={false}
      />
      {chosen !== undefined && (
        <Text size="sm" c="dimmed">
          {chosen.description}
        </Text>
      )}
      {chosen?.movesMoney === true && (
        <Alert color="brand" icon={<ShieldCheck size={18} />}>
          With this role money can leave the shop: it signs in with a second factor.
        </Alert>
      )}
    </Stack>
  );
}
