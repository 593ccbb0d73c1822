'use client';

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { SessionRow, type StaffSession } from '../../components/session-row.tsx';
import { useTRPC } from '../../lib/api.ts';
import { deviceOf } from '../../lib/device.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';

export function SessionsSection() {
  const trpc = useTRPC();
  const sessions = useQuery(trpc.customers.staff.own.sessions.queryOptions());
  const others = sessions.data?.filter(({ isCurrent }) => !isCurrent) ?? [];
  return (
    <Section title="Your sessions" flush aside={others.length > 0 && <EndOthers />}>
      {sessions.isPending && <RowSkeletons rows={2} />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data?.map((session) => (
        <SessionRow key={session.id} session={session}>
          {!session.isCurrent && <EndOne session={session} />}
        </SessionRow>
      ))}
    </Section>
  );
}

function useRefresh() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.customers.staff.own.pathFilter());
}

function EndOthers() {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const end = useMutation(
    trpc.customers.staff.own.endOtherSessions.mutationOptions({
      onSuccess: async ({ ended }) => {
        await refresh();
        toastDone('Signed out elsewhere', `${count(ended, 'session')} ended.`);
      },
      onError: (error) => toastRefusal(error, () => void refresh()),
    }),
  );
  return (
    <Button
      size="xs"
      variant="default"
      loading={end.isPending}
      onClick={() => end.mutate({ idempotencyKey: createIdempotencyKey() })}
    >
      Sign out elsewhere
    </Button>
  );
}

function EndOne({ session }: { readonly session: StaffSession }) {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const end = useMutation(
    trpc.customers.staff.own.endSession.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Signed out there', 'It may last another minute.');
      },
      onError: (error) => toastRefusal(error, () => void refresh()),
    }),
  );
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={`Sign out ${deviceOf(session.userAgent)}`}
      loading={end.isPending}
      onClick={() => end.mutate({ sessionId: session.id, idempotencyKey: createIdempotencyKey() })}
    >
      Sign out
    </Button>
  );
}
