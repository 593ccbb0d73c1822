'use client';

import { Anchor, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { StatusBadge } from '../../components/status.tsx';
import { kinds, periodOf, type PromotionRow, states, usesOf, wayOf } from './promotion.ts';
import classes from './promotions.module.css';

const columns: DataTableColumn<PromotionRow>[] = [
  {
    accessor: 'name',
    title: 'Promotion',
    render: ({ id, name, benefit }) => (
      <>
        <Anchor component={Link} href={`/promotions/${id}`} fw={600} size="sm">
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {kinds[benefit.kind]}
        </Text>
      </>
    ),
  },
  {
    accessor: 'code',
    title: 'Code',
    render: (promotion) =>
      promotion.code === null || promotion.codeCount > 1 ? (
        <Text span size="sm" c="dimmed">
          {wayOf(promotion)}
        </Text>
      ) : (
        <span className={classes.code}>{promotion.code}</span>
      ),
  },
  { accessor: 'state', title: 'State', render: ({ state }) => <StatusBadge {...states[state]} /> },
  {
    accessor: 'startsAt',
    title: 'When',
    render: (promotion) => <Text size="sm">{periodOf(promotion)}</Text>,
  },
  {
    accessor: 'uses',
    title: 'Used',
    textAlign: 'right',
    noWrap: true,
    render: (promotion) => (
      <Text span size="sm" className="tabular">
        {usesOf(promotion)}
      </Text>
    ),
  },
];

interface PromotionTableProps {
  readonly promotions: PromotionRow[];
  readonly fetching: boolean;
}

export function PromotionTable({ promotions, fetching }: PromotionTableProps) {
  const router = useRouter();
  return (
    <DataTable
      records={promotions}
      columns={columns}
      fetching={fetching}
      highlightOnHover
      horizontalSpacing="md"
      verticalSpacing="sm"
      minHeight={160}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        router.push(`/promotions/${record.id}`);
      }}
    />
  );
}
