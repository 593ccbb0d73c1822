'use client';

import { Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { MousePointerClick } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { clickThrough, type ReportRange } from './report-range.ts';
import classes from './search.module.css';

/** Of the most searched words, how often something was opened, from which place, and what. */
export function ClickReport({ range }: { range: ReportRange }) {
  const trpc = useTRPC();
  const report = useQuery(
    trpc.products.staff.searchReports.clickThrough.queryOptions(range, { placeholderData: keepPreviousData }),
  );
  if (report.isPending) return <RowSkeletons />;
  if (report.isError) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  const { totals, rows } = report.data;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={MousePointerClick}
        title="Nothing was opened"
        description="Which results shoppers open will be listed here."
      />
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" px="md">
        {clickThrough(totals)} of all searches led to a product
      </Text>
      <div className={classes.scroll}>
        <Table verticalSpacing="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Query</Table.Th>
              <Table.Th ta="end">Searches</Table.Th>
              <Table.Th ta="end">Opened</Table.Th>
              <Table.Th ta="end" visibleFrom="sm">
                Mean place
              </Table.Th>
              <Table.Th visibleFrom="sm">Opened most</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ query, searches, clicks, meanPosition, products }) => (
              <Table.Tr key={query}>
                <Table.Td className={classes.query}>{query}</Table.Td>
                <Table.Td ta="end" className="tabular">
                  {searches}
                </Table.Td>
                <Table.Td ta="end" className="tabular">
                  {clickThrough({ searches, clicks })}
                </Table.Td>
                <Table.Td ta="end" className="tabular" visibleFrom="sm">
                  {meanPosition ?? '–'}
                </Table.Td>
                <Table.Td visibleFrom="sm">
                  {products.map(({ name, clicks: times }) => `${name} (${times})`).join(', ') || '–'}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
