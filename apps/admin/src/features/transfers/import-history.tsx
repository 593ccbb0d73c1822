'use client';

import { Anchor, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Moment } from '../../components/moment.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { ImportStatus } from './import-status.tsx';
import { summaryOf } from './summary.ts';
import classes from './import-history.module.css';
import { type ImportRun, isUnderWay, kinds } from './transfer.ts';

const medium = '(min-width: 56em)';
const wide = '(min-width: 75em)';

const columns: DataTableColumn<ImportRun>[] = [
  {
    accessor: 'fileName',
    title: 'File',
    render: (run) => (
      <>
        <Anchor
          component={Link}
          href={`/transfers/${run.id}`}
          fw={600}
          size="sm"
          lineClamp={2}
          title={run.fileName}
          className={classes.file}
        >
          {run.fileName}
        </Anchor>
        <Text size="xs" c="dimmed">
          {kinds[run.kind].label}
          {run.dryRun && ', looked at only'}
        </Text>
      </>
    ),
  },
  { accessor: 'status', title: 'Outcome', render: (run) => <ImportStatus run={run} /> },
  {
    accessor: 'summary',
    title: 'Result',
    visibleMediaQuery: medium,
    render: (run) => <Text size="sm">{summaryOf(run)}</Text>,
  },
  {
    accessor: 'createdAt',
    title: 'Started',
    noWrap: true,
    visibleMediaQuery: medium,
    render: ({ createdAt }) => <Moment at={createdAt} />,
  },
  {
    accessor: 'staffName',
    title: 'By',
    visibleMediaQuery: wide,
    render: ({ staffName }) => <Text size="sm">{staffName ?? '—'}</Text>,
  },
];

const everyMs = 2000;

/** The runs there were, newest first. */
export function ImportHistory() {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const page = useQuery(
    trpc.products.staff.transfers.list.queryOptions(
      { limit: 10, ...(cursor === undefined ? {} : { cursor }) },
      {
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? everyMs : false),
      },
    ),
  );
  const runs = page.data?.items ?? [];
  return (
    <Section title="History" flush>
      {page.isPending && <RowSkeletons rows={4} />}
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.isSuccess && runs.length === 0 && (
        <EmptyState
          icon={History}
          title="Nothing imported yet"
          description="Imports will be listed here, with what they changed."
        />
      )}
      {runs.length > 0 && (
        <>
          <DataTable
            records={runs}
            columns={columns}
            fetching={page.isPlaceholderData}
            horizontalSpacing="md"
            verticalSpacing="sm"
            highlightOnHover
          />
          <Pager
            cursors={cursors}
            nextCursor={page.data?.nextCursor ?? null}
            busy={page.isPlaceholderData}
            onTurn={setCursors}
          />
        </>
      )}
    </Section>
  );
}
