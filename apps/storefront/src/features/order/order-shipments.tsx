import { ExternalLink, Truck } from 'lucide-react';
import { formatCount, formatDate } from '@/lib/format.ts';
import type { Order } from './queries.ts';

export function OrderShipments({ order }: { order: Order }) {
  if (order.shipments.length === 0) return null;
  return (
    <section aria-labelledby="shipments" className="space-y-3">
      <h2 id="shipments" className="text-heading font-medium">
        {order.shipments.length === 1 ? 'Your parcel' : 'Your parcels'}
      </h2>
      <ul className="space-y-3">
        {order.shipments.map((shipment) => (
          <li
            key={shipment.id}
            className="bg-surface border-line flex flex-wrap items-center gap-x-5 gap-y-2 rounded-lg border p-5"
          >
            <Truck aria-hidden="true" className="text-accent size-6" strokeWidth={1.5} />
            <div className="min-w-40 flex-1 text-sm">
              <p className="font-medium">
                {shipment.carrier}
                {shipment.trackingNumber === null ? '' : ` · ${shipment.trackingNumber}`}
              </p>
              <p className="text-muted">
                {shipment.deliveredAt === null ? 'Sent on ' : 'Delivered on '}
                <time dateTime={shipment.deliveredAt ?? shipment.shippedAt}>
                  {formatDate(shipment.deliveredAt ?? shipment.shippedAt)}
                </time>{' '}
                ·{' '}
                {formatCount(
                  shipment.lines.reduce((sum, line) => sum + line.quantity, 0),
                  'item',
                )}
              </p>
            </div>
            {shipment.trackingUrl !== null && (
              <a
                href={shipment.trackingUrl}
                rel="noreferrer noopener"
                className="hover:text-accent inline-flex items-center gap-1.5 text-sm font-medium underline underline-offset-4"
              >
                Track the parcel <ExternalLink aria-hidden="true" className="size-4" />
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
