'use client';

import { Button, Card, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Outdated } from '../../components/outdated.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useAddress } from '../../lib/use-address.ts';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { exportHref, filterOf } from './filters.ts';

export function AuditPage() {
  const trpc = useTRPC();
  const { params, show } = useAddress();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const filter = filterOf(params);
  const cursor = cursors.at(-1);
  const page = useQuery(
    trpc.customers.staff.audit.list.queryOptions(
      { ...filter, limit: 30, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: URLSearchParams) => {
    setCursors([]);
    show(next, 'replace');
  };
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every change by staff and their tokens. It can be added to and nothing else."
        actions={
          <Button
            component="a"
            href={exportHref(filter)}
            download
            variant="default"
            leftSection={<Download size={16} />}
          >
            Export CSV
          </Button>
        }
      />
      <Stack gap="lg">
        <Card>
          <AuditFilters params={params} onChange={change} />
        </Card>
        <Card padding={0} component="section" aria-label="Entries">
          {page.isPending && <RowSkeletons rows={8} />}
          {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
          {page.data?.items.length === 0 && (
            <EmptyState
              icon={ScrollText}
              title="Nothing found"
              description="No entry fits. Take a filter away, or look at other days."
            />
          )}
          <Outdated when={page.isPlaceholderData}>
            {page.data?.items.map((entry) => (
              <AuditEntry key={entry.id} entry={entry} />
            ))}
          </Outdated>
          <Pager
            cursors={cursors}
            nextCursor={page.data?.nextCursor ?? null}
            busy={page.isPlaceholderData}
            onTurn={setCursors}
          />
        </Card>
      </Stack>
    </>
  );
}
