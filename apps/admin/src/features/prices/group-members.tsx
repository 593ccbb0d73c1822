'use client';

import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { SearchX, UserMinus, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Outdated } from '../../components/outdated.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import { openAddMembers } from './add-members.tsx';
import { GroupMenu } from './group-menu.tsx';
import type { CustomerGroup, GroupMember } from './group.ts';
import classes from './groups.module.css';
import { useGroupWrite } from './use-group-write.ts';

interface GroupMembersProps {
  readonly group: CustomerGroup;
  readonly mayWrite: boolean;
}

export function GroupMembers({ group, mayWrite }: GroupMembersProps) {
  const trpc = useTRPC();
  const [query, setQuery] = useState('');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const members = useQuery(
    trpc.customers.staff.groups.members.queryOptions(
      {
        id: group.id,
        limit: 25,
        ...(query === '' ? {} : { query }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Section
      title={group.name}
      flush
      aside={
        mayWrite && (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="xs"
              variant="default"
              leftSection={<UserPlus size={14} />}
              onClick={() => openAddMembers(group)}
            >
              Add members
            </Button>
            <GroupMenu group={group} />
          </Group>
        )
      }
    >
      {group.memberCount > 0 && (
        <div className={classes.tools}>
          <SearchInput
            label="Search name or e-mail"
            value={query}
            onChange={(text) => {
              setQuery(text);
              setCursors([]);
            }}
          />
        </div>
      )}
      {members.isPending && <RowSkeletons rows={4} />}
      {members.isError && <ErrorState error={members.error} onRetry={() => void members.refetch()} />}
      {members.data?.items.length === 0 && <NoMembers searching={query !== ''} />}
      <Outdated when={members.isPlaceholderData}>
        {members.data?.items.map((member) => (
          <Member key={member.id} group={group} member={member} mayWrite={mayWrite} />
        ))}
      </Outdated>
      <Pager
        cursors={cursors}
        nextCursor={members.data?.nextCursor ?? null}
        busy={members.isPlaceholderData}
        onTurn={setCursors}
      />
    </Section>
  );
}

function Member({ group, member, mayWrite }: GroupMembersProps & { readonly member: GroupMember }) {
  const trpc = useTRPC();
  const { refresh, failed } = useGroupWrite();
  const remove = useMutation(
    trpc.customers.staff.groups.removeMembers.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Member removed', `${member.name} pays what everybody does.`);
      },
      onError: (error) => {
        const sentence = failed(error);
        if (sentence !== null) toastProblem('This could not be done', sentence);
      },
    }),
  );
  const { id, version } = group;
  return (
    <div className={classes.member}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={500} truncate>
          {member.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {member.email}
        </Text>
      </div>
      {mayWrite && (
        <Tooltip label="Remove from the group">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${member.name}`}
            loading={remove.isPending}
            onClick={() =>
              remove.mutate({
                id,
                version,
                customerIds: [member.id],
                idempotencyKey: createIdempotencyKey(),
              })
            }
          >
            <UserMinus size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function NoMembers({ searching }: { searching: boolean }) {
  if (searching)
    return <EmptyState icon={SearchX} title="Nobody matches" description="Try another spelling." />;
  return (
    <EmptyState
      icon={Users}
      title="Nobody is in this group"
      description="Members pay the prices of lists that are for the group."
    />
  );
}
