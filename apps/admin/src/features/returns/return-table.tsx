'use client';

import { Anchor, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Moment } from '../../components/moment.tsx';
import { resolutionLabels, returnReasonLabels, ReturnStatus } from '../../components/return-status.tsx';
import type { ReturnRow } from './return.ts';

const wide = '(min-width: 75em)';

const columns: DataTableColumn<ReturnRow>[] = [
  {
    accessor: 'name',
    title: 'Return',
    noWrap: true,
    render: ({ id, name }) => (
      <Anchor component={Link} href={`/returns/${id}`} fw={600} size="sm" className="tabular">
        {name}
      </Anchor>
    ),
  },
  {
    accessor: 'createdAt',
    title: 'Requested',
    noWrap: true,
    render: ({ createdAt }) => <Moment at={createdAt} />,
  },
  { accessor: 'customerName', title: 'Customer', render: (row) => <Customer row={row} /> },
  { accessor: 'units', title: 'Items', textAlign: 'right' },
  {
    accessor: 'reasons',
    title: 'Reasons',
    visibleMediaQuery: wide,
    render: ({ reasons }) => reasons.map((reason) => returnReasonLabels[reason]).join(', '),
  },
  { accessor: 'resolution', title: 'Wants', render: ({ resolution }) => resolutionLabels[resolution] },
  { accessor: 'status', title: 'Status', render: ({ status }) => <ReturnStatus status={status} /> },
];

export function ReturnTable({ returns, fetching }: { returns: ReturnRow[]; fetching: boolean }) {
  const router = useRouter();
  return (
    <DataTable
      records={returns}
      columns={columns}
      fetching={fetching}
      highlightOnHover
      horizontalSpacing="md"
      verticalSpacing="sm"
      minHeight={200}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        router.push(`/returns/${record.id}`);
      }}
    />
  );
}

function Customer({ row }: { row: ReturnRow }) {
  return (
    <>
      <Text size="sm" truncate maw={220}>
        {row.customerName}
      </Text>
      <Text size="xs" c="dimmed" truncate maw={220}>
        {row.email}
      </Text>
    </>
  );
}
