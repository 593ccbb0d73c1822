'use client';

import type { RouterInputs } from '@turing/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useTRPC } from '../lib/api.ts';
import { AuditEntry } from './audit-entry.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { Outdated } from './outdated.tsx';
import { Pager } from './pager.tsx';
import { RowSkeletons } from './row-skeletons.tsx';

interface AuditEntriesProps {
  readonly filter: Omit<RouterInputs['customers']['staff']['audit']['list'], 'cursor' | 'limit'>;
  /** The cursors that led to this page, oldest first. */
  readonly cursors: readonly string[];
  readonly onTurn: (cursors: readonly string[]) => void;
  readonly empty: { readonly title: string; readonly description: string };
}

/** A page of the audit, newest first. */
export function AuditEntries({ filter, cursors, onTurn, empty }: AuditEntriesProps) {
  const cursor = cursors.at(-1);
  const page = useQuery(
    useTRPC().customers.staff.audit.list.queryOptions(
      { ...filter, limit: 30, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      {page.isPending && <RowSkeletons rows={8} />}
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.data?.items.length === 0 && <EmptyState icon={ScrollText} {...empty} />}
      <Outdated when={page.isPlaceholderData}>
        {page.data?.items.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </Outdated>
      <Pager
        cursors={cursors}
        nextCursor={page.data?.nextCursor ?? null}
        busy={page.isPlaceholderData}
        onTurn={onTurn}
      />
    </>
  );
}
