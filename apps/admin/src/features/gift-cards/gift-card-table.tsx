'use client';

import { Anchor, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Price } from '../../components/price.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { codeEnding, type GiftCardRow, states } from './gift-card.ts';

const columns: DataTableColumn<GiftCardRow>[] = [
  {
    accessor: 'lastFour',
    title: 'Card',
    noWrap: true,
    render: ({ id, lastFour }) => (
      <Anchor component={Link} href={`/gift-cards/${id}`} fw={600} size="sm" className="tabular">
        {codeEnding(lastFour)}
      </Anchor>
    ),
  },
  {
    accessor: 'recipientName',
    title: 'For',
    render: ({ recipientName, recipientEmail }) => (
      <>
        <Text size="sm">{recipientName ?? 'Nobody in particular'}</Text>
        <Text size="xs" c="dimmed">
          {recipientEmail}
        </Text>
      </>
    ),
  },
  { accessor: 'state', title: 'State', render: ({ state }) => <StatusBadge {...states[state]} /> },
  {
    accessor: 'orderNumber',
    title: 'Order',
    render: ({ orderId, orderNumber }) =>
      orderId === null ? (
        <Text span size="sm" c="dimmed">
          Issued by staff
        </Text>
      ) : (
        <Anchor component={Link} href={`/orders/${orderId}`} size="sm">
          #{orderNumber}
        </Anchor>
      ),
  },
  {
    accessor: 'createdAt',
    title: 'Made',
    noWrap: true,
    render: ({ createdAt }) => <Text size="sm">{formatDateTime(createdAt)}</Text>,
  },
  {
    accessor: 'balanceMinor',
    title: 'Left',
    textAlign: 'right',
    noWrap: true,
    render: ({ balanceMinor, issuedMinor, currency }) => (
      <>
        <Price amountMinor={balanceMinor} currency={currency} fw={600} />
        <Text size="xs" c="dimmed">
          of <Price amountMinor={issuedMinor} currency={currency} />
        </Text>
      </>
    ),
  },
];

interface GiftCardTableProps {
  readonly cards: GiftCardRow[];
  readonly fetching: boolean;
}

export function GiftCardTable({ cards, fetching }: GiftCardTableProps) {
  const router = useRouter();
  return (
    <DataTable
      records={cards}
      columns={columns}
      fetching={fetching}
      highlightOnHover
      horizontalSpacing="md"
      verticalSpacing="sm"
      minHeight={160}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        router.push(`/gift-cards/${record.id}`);
      }}
    />
  );
}
