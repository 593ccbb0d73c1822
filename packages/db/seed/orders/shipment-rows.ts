import { hoursOf, later } from './calendar.ts';
import type { History, PastOrder } from './history.ts';
import { composeTracking } from './parcels.ts';

interface Leaving {
  lines: readonly string[];
  paidAt: Date;
}

/** The parcel of an order that has left, wholly or in part, and what the ledger and timeline say of it. */
export function addShipments(history: History, order: PastOrder, { lines, paidAt }: Leaving): void {
  const { random, newId, now, staff } = history.context;
  if (order.fate.shipped === 'none') return;
  const shippedAt = later(paidAt, hoursOf(random.int(9, 52)), now);
  const shipmentId = newId(shippedAt);
  history.rows.shipment.push({
    id: shipmentId,
    order_id: order.id,
    ...composeTracking(random, order.shopper.address.country),
    shipped_at: shippedAt,
  });
  for (const line of history.rows.order_line.slice(-lines.length)) {
    const quantity = line.fulfilled_quantity ?? 0;
    if (quantity === 0) continue;
    history.rows.shipment_line.push({ shipment_id: shipmentId, order_line_id: line.id ?? '', quantity });
    history.rows.stock_movement.push({
      id: newId(shippedAt),
      variant_id: line.variant_id,
      location_id: line.location_id,
      quantity: -quantity,
      reason: 'sale',
      shipment_id: shipmentId,
      created_at: shippedAt,
    });
  }
  const step = { order_id: order.id, actor_kind: 'staff', actor_id: staff.fulfilmentId } as const;
  const whole = order.fate.shipped === 'all';
  history.rows.order_timeline.push({
    ...step,
    id: newId(shippedAt),
    kind: whole ? 'shipped' : 'partially_shipped',
    from_status: whole ? 'confirmed' : null,
    to_status: whole ? 'shipped' : null,
    data: { shipmentId },
    created_at: shippedAt,
  });
  if (order.fate.status !== 'delivered') return;
  const [fewest, most] = order.composed.method.days;
  const deliveredAt = later(shippedAt, hoursOf(24 * random.int(fewest, most) + random.int(-6, 6)), now);
  history.rows.order_timeline.push({
    ...step,
    id: newId(deliveredAt),
    kind: 'delivered',
    from_status: 'shipped',
    to_status: 'delivered',
    data: {},
    created_at: deliveredAt,
  });
}
