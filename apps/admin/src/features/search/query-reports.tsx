'use client';

import { Button, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { PartyPopper, Replace, Search } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Ago } from '../../components/moment.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import type { ReportRange } from './report-range.ts';
import { openSynonym } from './synonym-form.tsx';
import classes from './search.module.css';

type QueryRow = RouterOutputs['products']['staff']['searchReports']['popular']['rows'][number];

export function PopularReport({ range }: { range: ReportRange }) {
  const trpc = useTRPC();
  const report = useQuery(
    trpc.products.staff.searchReports.popular.queryOptions(range, { placeholderData: keepPreviousData }),
  );
  if (report.isPending) return <RowSkeletons />;
  if (report.isError) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  const { totals, rows } = report.data;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={Search}
        title="Nobody searched"
        description="What shoppers search for in these days will be listed here."
      />
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" px="md">
        {count(totals.searches, 'search', 'searches')} of{' '}
        {count(totals.queries, 'different query', 'different queries')}
      </Text>
      <QueryTable rows={rows} last="Results" />
    </>
  );
}

export function ZeroReport({ range }: { range: ReportRange }) {
  const trpc = useTRPC();
  const mayEdit = useStaff().permissions.includes('products:write');
  const report = useQuery(
    trpc.products.staff.searchReports.zeroResults.queryOptions(range, { placeholderData: keepPreviousData }),
  );
  if (report.isPending) return <RowSkeletons />;
  if (report.isError) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  const { totals, rows } = report.data;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={PartyPopper}
        title="Every search found something"
        description="Searches that find nothing will be listed here, to give them synonyms."
      />
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" px="md">
        {count(totals.searches, 'search', 'searches')} found nothing
      </Text>
      <QueryTable rows={rows} last="What to do" mayEdit={mayEdit} />
    </>
  );
}

interface QueryTableProps {
  readonly rows: readonly QueryRow[];
  readonly last: string;
  /** Offers a synonym instead of telling how many were found. */
  readonly mayEdit?: boolean;
}

function QueryTable({ rows, last, mayEdit }: QueryTableProps) {
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Query</Table.Th>
            <Table.Th ta="end">Searches</Table.Th>
            <Table.Th visibleFrom="sm">Last searched</Table.Th>
            <Table.Th ta="end">{last}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.query}>
              <Table.Td className={classes.query}>{row.query}</Table.Td>
              <Table.Td ta="end" className="tabular">
                {row.searches}
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <Ago at={row.lastAt} />
              </Table.Td>
              <Table.Td ta="end" className="tabular">
                {mayEdit === undefined && row.resultCount}
                {mayEdit === true && (
                  <Button
                    size="compact-sm"
                    variant="light"
                    leftSection={<Replace size={14} />}
                    onClick={() => openSynonym(null, row.query)}
                  >
                    Add synonym
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
