import { key, type Shop } from './shop.ts';
import type { ShippedOrders } from './shipped-orders.ts';

type Shipped = Awaited<ReturnType<ShippedOrders['shipped']>>;

/** Sends things back, as buyer and as staff. */
export function openReturns(shop: Shop, orders: ShippedOrders) {
  const own = () => shop.as().orders.returns;
  const staff = () => orders.staff().returns;

  function request(order: Shipped, quantity = 1) {
    return own().request({
      token: order.token,
      lines: [
        { orderLineId: order.lines[0]!.id, quantity, reason: 'too_small', comment: 'A size up, please' },
      ],
      resolution: 'refund',
      idempotencyKey: key(),
    });
  }

  /** A return of one unit that is in the given state. */
  async function returned(state: 'requested' | 'approved' | 'received' | 'inspected', quantity = 1) {
    const order = await orders.shipped();
    const found = await request(order, quantity);
    let back = await staff().get({ id: found.returns[0]!.id });
    const step = () => ({ id: back.id, version: back.version, idempotencyKey: key() });
    const [line] = back.lines;
    if (state === 'requested') return { order, back };
    back = await staff().approve({ ...step(), message: null });
    if (state === 'approved') return { order, back };
    back = await staff().receive({ ...step(), lines: [{ lineId: line!.id, quantity }] });
    if (state === 'received') return { order, back };
    back = await staff().inspect({
      ...step(),
      lines: [{ lineId: line!.id, restocked: quantity, writtenOff: 0 }],
    });
    return { order, back };
  }

  async function onHand(order: Shipped): Promise<number> {
    const { rows } = await shop.db.pool.query<{ units: number }>(
      `select sum(s.on_hand)::int as units from stock_level s join order_line l on l.variant_id = s.variant_id where l.id = $1`,
      [order.lines[0]!.id],
    );
    return rows[0]!.units;
  }

  async function eventsOf(order: Shipped): Promise<string[]> {
    const { rows } = await shop.db.pool.query<{ type: string }>(
      `select type from outbox_event where entity_id = $1 and type like 'return.%' order by created_at, id`,
      [order.id],
    );
    return rows.map(({ type }) => type);
  }
  return { own, staff, request, returned, onHand, eventsOf };
}
