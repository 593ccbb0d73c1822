'use client';

import { Anchor, Badge, Group, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Moment } from '../../components/moment.tsx';
import type { CustomerRow } from './customer.ts';
import { Spent } from './spent.tsx';

const medium = '(min-width: 62em)';

const columns: DataTableColumn<CustomerRow>[] = [
  {
    accessor: 'name',
    title: 'Customer',
    render: ({ id, name, email }) => (
      <>
        <Anchor component={Link} href={`/customers/${id}`} fw={600} size="sm">
          {name}
        </Anchor>
        <Text size="xs" c="dimmed" truncate maw={280}>
          {email}
        </Text>
      </>
    ),
  },
  {
    accessor: 'tags',
    title: 'Tags and groups',
    visibleMediaQuery: medium,
    render: (row) => <Labels row={row} />,
  },
  { accessor: 'orderCount', title: 'Orders', textAlign: 'right' },
  {
    accessor: 'spent',
    title: 'Spent',
    textAlign: 'right',
    noWrap: true,
    render: ({ spent }) => <Spent spent={spent} />,
  },
  {
    accessor: 'createdAt',
    title: 'Since',
    noWrap: true,
    visibleMediaQuery: medium,
    render: ({ createdAt }) => <Moment at={createdAt} />,
  },
];

export function CustomerTable({ customers, fetching }: { customers: CustomerRow[]; fetching: boolean }) {
  const router = useRouter();
  return (
    <DataTable
      records={customers}
      columns={columns}
      fetching={fetching}
      highlightOnHover
      horizontalSpacing="md"
      verticalSpacing="sm"
      minHeight={200}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        const href = `/customers/${record.id}`;
        if (event.metaKey || event.ctrlKey) window.open(href, '_blank', 'noopener');
        else router.push(href);
      }}
    />
  );
}

/** The groups, which change prices, before the tags, which change nothing. */
export function Labels({ row }: { row: Pick<CustomerRow, 'tags' | 'groups'> }) {
  return (
    <Group gap={4}>
      {row.groups.map(({ id, name }) => (
        <Badge key={id} size="sm" color="brand">
          {name}
        </Badge>
      ))}
      {row.tags.map((tag) => (
        <Badge key={tag} size="sm" color="gray">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}
