'use client';

import { Anchor, Card, Grid, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Ago } from '../../components/moment.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { OrderStatus, PaymentStatus } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { failureFor } from '../../lib/messages.ts';
import { OrderActionBar } from './order-action-bar.tsx';
import { isSettling } from './order-actions.ts';
import { OrderCustomer } from './order-customer.tsx';
import { OrderDocuments } from './order-documents.tsx';
import { OrderEdits } from './order-edits.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderNotes } from './order-notes.tsx';
import { OrderPageSkeleton } from './order-page-skeleton.tsx';
import { OrderPayment } from './order-payment.tsx';
import { OrderRefunds } from './order-refunds.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderRisks } from './order-risks.tsx';
import { OrderShipments } from './order-shipments.tsx';
import { OrderTags } from './order-tags.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import type { StaffOrder } from './order.ts';

export function OrderPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const order = useQuery(
    trpc.orders.staff.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && isSettling(state.data) ? 3000 : false) },
    ),
  );
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/orders" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All orders
        </Group>
      </Anchor>
      {order.data && <OrderView order={order.data} />}
      {order.isPending && <OrderPageSkeleton />}
      {order.isError && order.data === undefined && (
        <Card>
          {isMissing(order.error) ? (
            <EmptyState
              icon={SearchX}
              title="This order does not exist"
              description="The address may be mistyped. Look for the order by its number, e-mail or name."
              action={<LinkButton href="/orders">See all orders</LinkButton>}
            />
          ) : (
            <ErrorState error={order.error} onRetry={() => void order.refetch()} />
          )}
        </Card>
      )}
    </Stack>
  );
}

function isMissing(error: unknown): boolean {
  return ['ORDER_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(error).code);
}

function OrderView({ order }: { order: StaffOrder }) {
  return (
    <div>
      <title>{`Order #${order.number} · Turing Goods Console`}</title>
      <PageHeader
        title={`Order #${order.number}`}
        aside={
          <Group gap={6}>
            <OrderStatus status={order.status} />
            <PaymentStatus status={order.paymentStatus} />
          </Group>
        }
        description={
          <>
            Placed {formatDateTime(order.placedAt)} · <Ago at={order.placedAt} />
          </>
        }
        actions={<OrderActionBar key={order.version} order={order} />}
      />
      <OrderRisks orderId={order.id} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <OrderLines order={order} />
            <OrderShipments order={order} />
            <OrderReturns orderId={order.id} />
            <OrderEdits order={order} />
            <OrderTimeline order={order} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <OrderCustomer order={order} />
            <OrderPayment order={order} />
            <OrderRefunds order={order} />
            <OrderDocuments order={order} />
            <OrderNotes orderId={order.id} />
            <OrderTags orderId={order.id} />
          </Stack>
        </Grid.Col>
      </Grid>
    </div>
  );
}
