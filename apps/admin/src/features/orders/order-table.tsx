'use client';

import { Anchor, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Moment } from '../../components/moment.tsx';
import { Price } from '../../components/price.tsx';
import { FulfilmentStatus, OrderStatus, PaymentStatus } from '../../components/status.tsx';
import type { OrderRow } from './order.ts';

const medium = '(min-width: 56em)';
const wide = '(min-width: 84em)';

const columns: DataTableColumn<OrderRow>[] = [
  {
    accessor: 'number',
    title: 'Order',
    render: ({ id, number }) => (
      <Anchor component={Link} href={`/orders/${id}`} fw={600} size="sm" className="tabular">
        #{number}
      </Anchor>
    ),
  },
  { accessor: 'placedAt', title: 'Placed', noWrap: true, render: ({ placedAt }) => <Moment at={placedAt} /> },
  { accessor: 'name', title: 'Customer', render: (order) => <Customer order={order} /> },
  { accessor: 'itemCount', title: 'Items', textAlign: 'right', visibleMediaQuery: wide },
  {
    accessor: 'totalMinor',
    title: 'Total',
    textAlign: 'right',
    noWrap: true,
    render: ({ totalMinor, currency }) => <Price amountMinor={totalMinor} currency={currency} fw={500} />,
  },
  { accessor: 'status', title: 'Status', render: ({ status }) => <OrderStatus status={status} /> },
  {
    accessor: 'paymentStatus',
    title: 'Payment',
    visibleMediaQuery: medium,
    render: ({ paymentStatus }) => <PaymentStatus status={paymentStatus} />,
  },
  {
    accessor: 'fulfilmentStatus',
    title: 'Fulfilment',
    visibleMediaQuery: wide,
    render: ({ fulfilmentStatus }) => <FulfilmentStatus status={fulfilmentStatus} />,
  },
];

export function OrderTable({ orders, fetching }: { orders: OrderRow[]; fetching: boolean }) {
  const router = useRouter();
  return (
    <DataTable
      records={orders}
      columns={columns}
      fetching={fetching}
      highlightOnHover
      horizontalSpacing="md"
      verticalSpacing="sm"
      minHeight={200}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        const href = `/orders/${record.id}`;
        if (event.metaKey || event.ctrlKey) window.open(href, '_blank', 'noopener');
        else router.push(href);
      }}
    />
  );
}

function Customer({ order }: { order: OrderRow }) {
  return (
    <>
      <Text size="sm" truncate maw={240}>
        {order.name}
      </Text>
      <Text size="xs" c="dimmed" truncate maw={240}>
        {order.email}
      </Text>
    </>
  );
}
