'use client';

import { Drawer, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { Outdated } from '../../components/outdated.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { SecurityHistory } from '../../components/security-history.tsx';
import { SessionRow } from '../../components/session-row.tsx';
import { useTRPC } from '../../lib/api.ts';
import type { Member } from './staff.ts';

interface MemberDrawerProps {
  readonly member: Member | null;
  readonly onClose: () => void;
}

/** Where a colleague is signed in, and what happened at the door. */
export function MemberDrawer({ member, onClose }: MemberDrawerProps) {
  return (
    <Drawer opened={member !== null} onClose={onClose} position="right" size="lg" title={member?.name}>
      {member !== null && (
        <Stack gap="lg">
          <Sessions id={member.id} />
          <History id={member.id} />
        </Stack>
      )}
    </Drawer>
  );
}

function Sessions({ id }: { readonly id: string }) {
  const trpc = useTRPC();
  const sessions = useQuery(trpc.customers.staff.members.sessions.queryOptions({ id }));
  return (
    <Section title="Signed in" flush>
      {sessions.isPending && <RowSkeletons rows={2} />}
      {sessions.isError && <ErrorState error={sessions.error} />}
      {sessions.data?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          Nowhere at present.
        </Text>
      )}
      {sessions.data?.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </Section>
  );
}

function History({ id }: { readonly id: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const history = useQuery(
    trpc.customers.staff.members.history.queryOptions(
      { id, limit: 15, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Section title="Sign-ins" flush>
      {history.isPending && <RowSkeletons rows={4} />}
      {history.isError && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      {history.data?.items.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          None yet.
        </Text>
      )}
      <Outdated when={history.isPlaceholderData}>
        <SecurityHistory items={history.data?.items ?? []} />
      </Outdated>
      <Pager
        cursors={cursors}
        nextCursor={history.data?.nextCursor ?? null}
        busy={history.isPlaceholderData}
        onTurn={setCursors}
      />
    </Section>
  );
}
