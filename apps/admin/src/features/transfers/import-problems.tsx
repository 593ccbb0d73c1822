'use client';

import { Button, Code, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import classes from './import-problems.module.css';
import { type ImportRun, isUnderWay, type Problem } from './transfer.ts';

const everyMs = 3000;

const columns: DataTableColumn<Problem>[] = [
  {
    accessor: 'line',
    title: 'Line',
    textAlign: 'right',
    width: 90,
    render: ({ line }) => <span className="tabular">{line}</span>,
  },
  {
    accessor: 'column',
    title: 'Column',
    width: 200,
    render: ({ column }) =>
      column === null ? (
        <Text size="sm" c="dimmed">
          Whole row
        </Text>
      ) : (
        <Code>{column}</Code>
      ),
  },
  { accessor: 'message', title: 'Problem' },
  {
    accessor: 'value',
    title: 'In the file',
    render: ({ value }) =>
      value ? (
        <Text size="sm" lineClamp={2} className={classes.value}>
          {value}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          Empty
        </Text>
      ),
  },
];

/** Everything that was wrong, by line. */
export function ImportProblems({ run }: { run: ImportRun }) {
  const trpc = useTRPC();
  const phone = usePhone();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const page = useQuery(
    trpc.products.staff.transfers.problems.queryOptions(
      { id: run.id, limit: 50, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData, refetchInterval: isUnderWay(run) ? everyMs : false },
    ),
  );
  const problems = (page.data?.items ?? []).map((problem, index) => ({
    ...problem,
    id: `${problem.line} ${index}`,
  }));
  return (
    <Section title={count(run.problemCount, 'problem')} aside={<ReportLink id={run.id} />} flush>
      {page.isPending && <RowSkeletons rows={5} />}
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {problems.length > 0 &&
        (phone ? (
          <ul className={classes.list}>
            {problems.map((problem) => (
              <ProblemCard key={problem.id} problem={problem} />
            ))}
          </ul>
        ) : (
          <DataTable
            records={problems}
            columns={columns}
            fetching={page.isPlaceholderData}
            horizontalSpacing="md"
            verticalSpacing="xs"
          />
        ))}
      <Pager
        cursors={cursors}
        nextCursor={page.data?.nextCursor ?? null}
        busy={page.isPlaceholderData}
        onTurn={setCursors}
      />
    </Section>
  );
}

function ProblemCard({ problem: { line, column, message, value } }: { problem: Problem }) {
  return (
    <li className={classes.item}>
      <Text size="xs" c="dimmed">
        Line {line}
        {column !== null && `, ${column}`}
      </Text>
      <Text size="sm">{message}</Text>
      {value && (
        <Text size="xs" c="dimmed" lineClamp={2} className={classes.value}>
          “{value}”
        </Text>
      )}
    </li>
  );
}

function ReportLink({ id }: { id: string }) {
  return (
    <Button
      component="a"
      href={`/api/transfers/imports/${id}/problems`}
      download
      variant="default"
      size="xs"
      leftSection={<Download size={14} aria-hidden />}
    >
      Download report
    </Button>
  );
}
