import type { StaffContext } from '../customers/index.ts';
import { appendEvent, type Transaction } from '@turing/db';
import { fulfilmentStateOf, ShopError, unshippedQuantity } from '@turing/domain';
import { shipLines } from '../products/index.ts';
import { changeOrder } from './change-order.ts';
import type { ShipOrderInput, StaffOrderView } from './order-schemas.ts';
import {
  appendTimeline,
  type LockedOrder,
  listOrderLines,
  type OrderLineRow,
  updateOrder,
} from './order-store.ts';
import { assertNotHeld } from './risks/risk-store.ts';
import { insertShipment } from './shipment-store.ts';
import { writeOrder } from './write-order.ts';

/**
 * Ships all or part of a confirmed order in one parcel: stock leaves, the ledger says so, and with the last line the
 * order is shipped.
 * @throws ORDER_NOT_FOUND, ORDER_ON_HOLD, ORDER_NOT_SHIPPABLE with the `orderLineId` that has too little left, VERSION_CONFLICT,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function shipOrder(ctx: StaffContext, input: ShipOrderInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.ship', input }, (tx, order) =>
    sendParcel(ctx, tx, { ...input, order, pick: (lines) => matchLines(lines, input.lines) }),
  );
}

/**
 * Ships what is left of a confirmed order in one parcel.
 * @throws as `shipOrder`
 */
export async function shipRest(
  ctx: StaffContext,
  input: Omit<ShipOrderInput, 'lines'>,
): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.ship', input }, (tx, order) =>
    sendParcel(ctx, tx, { ...input, order, pick: unshippedLines }),
  );
}

/** What an edit added and nobody has paid for yet stays. */
function shippableQuantity(line: OrderLineRow): number {
  return unshippedQuantity(line) - line.heldQuantity;
}

function unshippedLines(lines: readonly OrderLineRow[]): OrderLineRow[] {
  return lines
    .map((line) => ({ ...line, quantity: shippableQuantity(line) }))
    .filter(({ quantity }) => quantity > 0);
}

interface Sending extends Pick<ShipOrderInput, 'carrier' | 'trackingNumber' | 'trackingUrl'> {
  readonly order: LockedOrder;
  /** The lines that go, each with how many units of it. */
  readonly pick: (lines: readonly OrderLineRow[]) => OrderLineRow[];
}

async function sendParcel(
  ctx: StaffContext,
  tx: Transaction,
  { order, pick, carrier, trackingNumber, trackingUrl }: Sending,
): Promise<Record<string, unknown>> {
  if (order.status !== 'confirmed') throw new ShopError('ORDER_NOT_SHIPPABLE', { status: order.status });
  await assertNotHeld(tx, order.id);
  const lines = await listOrderLines(tx, order.id);
  const parcel = pick(lines);
  const sent = parcel.map((line) => ({ orderLineId: line.id, quantity: line.quantity }));
  const shippedAt = ctx.now();
  const shipmentId = await insertShipment(tx, {
    orderId: order.id,
    carrier,
    trackingNumber,
    trackingUrl,
    shippedAt,
    lines: sent,
  });
  await shipLines(tx, shipmentId, parcel);
  await advance(tx, order, { lines, parcel, shipmentId, staffId: ctx.staff.id });
  return { shipmentId, lines: sent };
}

/** The order's lines that a parcel holds, each with the quantity in the parcel. */
function matchLines(lines: readonly OrderLineRow[], wanted: ShipOrderInput['lines']): OrderLineRow[] {
  const seen = new Set<string>();
  return wanted.map(({ orderLineId, quantity }) => {
    const line = lines.find(({ id }) => id === orderLineId);
    const left = line === undefined ? 0 : shippableQuantity(line);
    if (line === undefined || quantity > left || seen.has(orderLineId)) {
      throw new ShopError('ORDER_NOT_SHIPPABLE', { orderLineId, left });
    }
    seen.add(orderLineId);
    return { ...line, quantity };
  });
}

interface Parcel {
  readonly lines: readonly OrderLineRow[];
  readonly parcel: readonly OrderLineRow[];
  readonly shipmentId: string;
  readonly staffId: string;
}

async function advance(
  tx: Transaction,
  order: LockedOrder,
  { lines, parcel, shipmentId, staffId }: Parcel,
): Promise<void> {
  const fulfilment = fulfilmentStateOf(
    lines.map((line) => ({
      ...line,
      fulfilledQuantity: line.fulfilledQuantity + (parcel.find(({ id }) => id === line.id)?.quantity ?? 0),
    })),
  );
  const actor = { kind: 'staff' as const, id: staffId };
  if (fulfilment === 'fulfilled') {
    return changeOrder(tx, order, {
      event: 'shipped',
      actor,
      change: { fulfilment_status: fulfilment },
      data: { shipmentId },
    });
  }
  await updateOrder(tx, order, { fulfilment_status: fulfilment });
  await appendTimeline(tx, {
    orderId: order.id,
    kind: 'partially_shipped',
    from: null,
    to: null,
    actor,
    data: { shipmentId },
  });
  await appendEvent(tx, { type: 'order.partially_shipped', entityId: order.id, payload: { shipmentId } });
}
