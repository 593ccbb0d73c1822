'use client';

import { Button, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { RoleCard } from './role-card.tsx';
import { openRoleEditor, type RoleView } from './role-editor.tsx';

export function RolesPage() {
  const trpc = useTRPC();
  const held = useStaff().permissions;
  const roles = useQuery(trpc.customers.staff.roles.list.queryOptions());
  return (
    <>
      <PageHeader
        title="Roles"
        description="What people may do here. Nobody gives others more than they may do themselves."
        actions={
          <Button leftSection={<Plus size={16} />} onClick={() => openRoleEditor({ role: null, held })}>
            New role
          </Button>
        }
      />
      {roles.isPending && <RowSkeletons rows={5} height={90} />}
      {roles.isError && (
        <Card>
          <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />
        </Card>
      )}
      {roles.data !== undefined && <RoleGroups roles={roles.data} />}
    </>
  );
}

function RoleGroups({ roles }: { readonly roles: readonly RoleView[] }) {
  const own = roles.filter(({ isBuiltIn }) => !isBuiltIn);
  return (
    <Stack gap="xl">
      <Stack gap="sm">
        <Title order={2} fz="lg">
          Your own
        </Title>
        {own.length === 0 ? (
          <Text size="sm" c="dimmed">
            None yet. Make one when the built-in roles allow too much or too little.
          </Text>
        ) : (
          <Cards roles={own} />
        )}
      </Stack>
      <Stack gap="sm">
        <Title order={2} fz="lg">
          Built in
        </Title>
        <Cards roles={roles.filter(({ isBuiltIn }) => isBuiltIn)} />
      </Stack>
    </Stack>
  );
}

function Cards({ roles }: { readonly roles: readonly RoleView[] }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {roles.map((role) => (
        <RoleCard key={role.role} role={role} />
      ))}
    </SimpleGrid>
  );
}
