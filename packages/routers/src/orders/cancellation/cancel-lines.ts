import { appendEvent, type Transaction } from '@turing/db';
import { fulfilmentStateOf, ShopError, unshippedQuantity } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { releaseLines } from '../../products/index.ts';
import { changeOrder } from '../change-order.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import {
  type Actor,
  appendTimeline,
  type LockedOrder,
  listOrderLines,
  type OrderLineRow,
  updateOrder,
} from '../order-store.ts';
import { giveBack } from '../refunds/give-back.ts';
import { countUnderWay } from '../shipments/shipment-row-store.ts';
import { writeOrder } from '../write-order.ts';
import { addCancelled } from './cancelled-units-store.ts';
import type { CancelLinesInput } from './schemas.ts';

/**
 * Cancels units of a confirmed order that have not been shipped: their stock is given back and what they are worth refunded.
 * When nothing is left to ship the order counts as shipped. All units of an order of which nothing has left are for
 * `cancelOrder`; shipped ones are for returns.
 * @throws ORDER_NOT_FOUND, ORDER_LINES_NOT_CANCELLABLE, REFUND_TOTAL_CHANGED, REFUND_EXCEEDS_CAPTURE, VERSION_CONFLICT,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function cancelLines(ctx: StaffContext, input: CancelLinesInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.cancelLines', input }, async (tx, order) => {
    const lines = await listOrderLines(tx, order.id);
    const cancelled = matchUnits(order, lines, input.lines);
    const after = lines.map((line) => ({
      ...line,
      cancelledQuantity: line.cancelledQuantity + (cancelled.find(({ id }) => id === line.id)?.quantity ?? 0),
    }));
    if (after.every(({ quantity, cancelledQuantity }) => quantity === cancelledQuantity))
      throw new ShopError('ORDER_LINES_NOT_CANCELLABLE', { whole: true });
    if (input.refundMinor !== null) await refundUnits(tx, order.id, { ...input, staffId: ctx.staff.id });
    await addCancelled(tx, cancelled);
    await releaseLines(tx, cancelled);
    await step(tx, order, { after, actor: { kind: 'staff', id: ctx.staff.id }, input });
    return { cancelled: input.lines, refundMinor: input.refundMinor };
  });
}

function matchUnits(
  order: LockedOrder,
  lines: readonly OrderLineRow[],
  wanted: CancelLinesInput['lines'],
): OrderLineRow[] {
  if (order.status !== 'confirmed')
    throw new ShopError('ORDER_LINES_NOT_CANCELLABLE', { status: order.status });
  const seen = new Set<string>();
  return wanted.map(({ orderLineId, quantity }) => {
    const line = lines.find(({ id }) => id === orderLineId);
    const left = line === undefined ? 0 : unshippedQuantity(line);
    if (line === undefined || quantity > left || seen.has(orderLineId))
      throw new ShopError('ORDER_LINES_NOT_CANCELLABLE', { orderLineId, left });
    seen.add(orderLineId);
    return { ...line, quantity };
  });
}

async function refundUnits(
  tx: Transaction,
  orderId: string,
  cancel: Pick<CancelLinesInput, 'lines' | 'refundMinor'> & { readonly staffId: string },
): Promise<void> {
  const nothing = { shippingMinor: 0, extraMinor: 0, restockingFeeMinor: 0, returnShippingMinor: 0 };
  await giveBack(tx, {
    orderId,
    returnId: null,
    destination: 'payment',
    reason: 'lines_cancelled',
    note: null,
    wish: { lines: cancel.lines, ...nothing },
    expectedTotalMinor: cancel.refundMinor ?? 0,
    staffId: cancel.staffId,
  });
}

interface Step {
  readonly after: readonly OrderLineRow[];
  readonly actor: Actor;
  readonly input: CancelLinesInput;
}

async function step(tx: Transaction, order: LockedOrder, { after, actor, input }: Step): Promise<void> {
  const fulfilment = fulfilmentStateOf(after);
  const change = { fulfilment_status: fulfilment };
  const { reason, lines, refundMinor } = input;
  await appendTimeline(tx, {
    orderId: order.id,
    kind: 'lines_cancelled',
    from: null,
    to: null,
    actor,
    data: { reason, units: lines.reduce((sum, { quantity }) => sum + quantity, 0) },
  });
  const payload = { lines, refundMinor };
  await appendEvent(tx, { type: 'order.lines_cancelled', entityId: order.id, payload });
  if (fulfilment !== 'fulfilled') return updateOrder(tx, order, change);
  // Its parcels have had their letters: the rest of the shop is told of the state alone.
  const message = 'order.completed';
  await changeOrder(tx, order, { event: 'shipped', actor, change, message });
  if ((await countUnderWay(tx, order.id)) > 0) return;
  const shipped = { ...order, status: 'shipped' as const, version: order.version + 1 };
  await changeOrder(tx, shipped, { event: 'delivered', actor });
}
