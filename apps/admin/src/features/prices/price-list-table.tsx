'use client';

import { Anchor, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { StatusBadge } from '../../components/status.tsx';
import { kinds, periodOf, type PriceListRow, states, unbroken } from './price-list.ts';

const wide = '(min-width: 75em)';

const columns: DataTableColumn<PriceListRow>[] = [
  {
    accessor: 'name',
    title: 'List',
    render: ({ id, name }) => (
      <Anchor component={Link} href={`/prices/${id}`} fw={600} size="sm">
        {name}
      </Anchor>
    ),
  },
  { accessor: 'state', title: 'State', render: ({ state }) => <StatusBadge {...states[state]} /> },
  { accessor: 'kind', title: 'Kind', noWrap: true, render: ({ kind }) => kinds[kind].label },
  {
    accessor: 'group',
    title: 'For',
    render: ({ group }) => group?.name ?? <Dimmed text="Everybody" />,
  },
  {
    accessor: 'startsAt',
    title: 'When',
    render: (list) =>
      list.startsAt === null && list.endsAt === null ? <Dimmed text="No dates" /> : unbroken(periodOf(list)),
  },
  {
    accessor: 'priority',
    title: 'Priority',
    textAlign: 'right',
    visibleMediaQuery: wide,
    render: ({ kind, priority }) => (kind === 'override' ? priority : <Dimmed text="–" />),
  },
  {
    accessor: 'priceCount',
    title: 'Prices',
    textAlign: 'right',
    noWrap: true,
    render: ({ priceCount }) => (
      <Text span size="sm" className="tabular">
        {countOf(priceCount)}
      </Text>
    ),
  },
];

/** The API stops counting at 10,000. */
export function countOf(priceCount: number): string {
  return `${priceCount.toLocaleString('en-US')}${priceCount === 10_000 ? '+' : ''}`;
}

function Dimmed({ text }: { text: string }) {
  return (
    <Text span size="sm" c="dimmed">
      {text}
    </Text>
  );
}

export function PriceListTable({ lists, fetching }: { lists: PriceListRow[]; fetching: boolean }) {
  const router = useRouter();
  return (
    <DataTable
      records={lists}
      columns={columns}
      fetching={fetching}
      highlightOnHover
      horizontalSpacing="md"
      verticalSpacing="sm"
      minHeight={160}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        router.push(`/prices/${record.id}`);
      }}
    />
  );
}
