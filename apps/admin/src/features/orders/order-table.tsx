'use client';

import { Anchor, Badge, Group, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Moment } from '../../components/moment.tsx';
import { Price } from '../../components/price.tsx';
import { FulfilmentStatus, OrderStatus, PaymentStatus } from '../../components/status.tsx';
import classes from './order-list.module.css';
import type { OrderRow } from './order.ts';
import type { OrderSelection } from './use-order-selection.ts';

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
  { accessor: 'status', title: 'Status', render: (order) => <Status order={order} /> },
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

interface OrderTableProps {
  readonly orders: OrderRow[];
  readonly fetching: boolean;
  readonly dense: boolean;
  readonly selection: OrderSelection;
}

export function OrderTable({ orders, fetching, dense, selection }: OrderTableProps) {
  const router = useRouter();
  const ids = new Set(orders.map(({ id }) => id));
  return (
    <DataTable
      records={orders}
      columns={columns}
      fetching={fetching}
      highlightOnHover
      horizontalSpacing="md"
      verticalSpacing={dense ? 4 : 'sm'}
      minHeight={200}
      selectedRecords={orders.filter(({ id }) => selection.has(id))}
      onSelectedRecordsChange={(rows) =>
        selection.choose([...selection.chosen.filter(({ id }) => !ids.has(id)), ...rows])
      }
      selectionCheckboxProps={{ size: 'xs' }}
      allRecordsSelectionCheckboxProps={{ 'aria-label': 'Select all orders of this page' }}
      getRecordSelectionCheckboxProps={({ number }) => ({ 'aria-label': `Select order ${number}` })}
      rowClassName={({ id }) => (id === selection.current ? classes.current : undefined)}
      onRowClick={({ record, event }) => {
        if (event.target instanceof Element && event.target.closest('a, input, label') !== null) return;
        const href = `/orders/${record.id}`;
        if (event.metaKey || event.ctrlKey) window.open(href, '_blank', 'noopener');
        else router.push(href);
      }}
    />
  );
}

/** Where the order stands, and what somebody should know before touching it. */
function Status({ order: { status, held, openReturn, tags } }: { order: OrderRow }) {
  return (
    <Group gap={6}>
      <OrderStatus status={status} />
      {held && <Badge color="red">On hold</Badge>}
      {openReturn && <Badge color="orange">Return</Badge>}
      {tags.slice(0, 2).map((tag) => (
        <Badge key={tag} variant="default">
          {tag}
        </Badge>
      ))}
      {tags.length > 2 && (
        <Text span size="xs" c="dimmed" title={tags.slice(2).join(', ')}>
          +{tags.length - 2}
        </Text>
      )}
    </Group>
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
