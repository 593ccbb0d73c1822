import type { ReactNode } from 'react';
import { formatMoment } from '@/lib/format.ts';
import { minutesFromNow } from '@/lib/time.ts';
import { OrderAddress, OrderLines, OrderTotals } from './order-details.tsx';
import { OrderDocuments } from './order-documents.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderShipments } from './order-shipments.tsx';
import { tellOrder, type Arrival } from './order-story.ts';
import { OrderTimeline } from './order-timeline.tsx';
import type { Order } from './queries.ts';

export interface OrderViewProps {
  order: Order;
  arrival: Arrival;
  /** Shown to the customer it belongs to, not to whoever has its link. */
  isOwn?: boolean;
  /** Beside its parcels: returns, messages. */
  aside?: ReactNode;
}

export function OrderView({ order, arrival, isOwn = false, aside }: OrderViewProps) {
  const minutesLeft = minutesFromNow(order.expiresAt);
  return (
    <div className="page space-y-10 pt-10">
      <div className="space-y-1">
        <h1 className="text-title font-medium">Order {order.number}</h1>
        <p className="text-muted">
          Placed on <time dateTime={order.placedAt}>{formatMoment(order.placedAt)}</time>
        </p>
      </div>
      <OrderHead order={order} story={tellOrder(order, arrival)} minutesLeft={minutesLeft} />
      <OrderTimeline order={order} />
      <div className="grid items-start gap-10 lg:grid-cols-[1fr_22rem] lg:gap-16">
        <div className="min-w-0 space-y-10">
          <OrderShipments order={order} />
          {aside}
          <OrderLines order={order} />
        </div>
        <div className="space-y-8">
          <OrderTotals order={order} />
          <OrderAddress order={order} />
          <OrderDocuments token={order.token} />
        </div>
      </div>
      {!isOwn && (
        <p className="text-muted text-sm">
          This page is yours alone: whoever has its link can see the order. The link is in your confirmation,
          too.
        </p>
      )}
    </div>
  );
}
