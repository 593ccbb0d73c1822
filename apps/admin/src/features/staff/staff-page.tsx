'use client';

import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { InvitationRows } from './invitation-rows.tsx';
import { openInviteForm } from './invite-form.tsx';
import { MemberDrawer } from './member-drawer.tsx';
import { MemberRow } from './member-row.tsx';

export function StaffPage() {
  const trpc = useTRPC();
  const members = useQuery(trpc.customers.staff.members.list.queryOptions());
  const invitations = useQuery(trpc.customers.staff.invitations.list.queryOptions());
  const { permissions } = useStaff();
  const [shownId, setShownId] = useState<string | null>(null);
  const shown = members.data?.find(({ id }) => id === shownId) ?? null;
  return (
    <>
      <PageHeader
        title="Staff"
        description="Who works here, and what they may do."
        actions={
          <Button leftSection={<UserPlus size={16} />} onClick={() => openInviteForm(permissions)}>
            Invite somebody
          </Button>
        }
      />
      <Stack gap="lg">
        <InvitationRows invitations={invitations.data ?? []} />
        <Section title="People" flush>
          {members.isPending && <RowSkeletons rows={4} />}
          {members.isError && <ErrorState error={members.error} onRetry={() => void members.refetch()} />}
          {members.data?.map((member) => (
            <MemberRow key={member.id} member={member} onShow={() => setShownId(member.id)} />
          ))}
        </Section>
      </Stack>
      <MemberDrawer member={shown} onClose={() => setShownId(null)} />
    </>
  );
}
