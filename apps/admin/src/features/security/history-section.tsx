'use client';

import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { Outdated } from '../../components/outdated.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { SecurityHistory } from '../../components/security-history.tsx';
import { useTRPC } from '../../lib/api.ts';

export function HistorySection() {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const history = useQuery(
    trpc.customers.staff.own.history.queryOptions(
      { limit: 10, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Section title="Your sign-ins" flush>
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
