import { appendEvent, type Transaction } from '@turing/db';
import { fulfilmentStateOf, ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { unshipLines } from '../../products/index.ts';
import { changeOrder } from '../change-order.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { appendTimeline, type LockedOrder, listOrderLines, updateOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import type { VoidShipmentInput } from './schemas.ts';
import { getShipment, listParcelLines, type ParcelLine, voidParcel } from './shipment-row-store.ts';

/**
 * Takes back a parcel that was entered by mistake, before it arrived: its units are unshipped and promised again, the ledger
 * says so, and a shipped order is confirmed once more.
 * @throws ORDER_NOT_FOUND, SHIPMENT_NOT_FOUND, SHIPMENT_NOT_CHANGEABLE also when its units are in a return,
 * VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function voidShipment(ctx: StaffContext, input: VoidShipmentInput): Promise<StaffOrderView> {
  const { shipmentId } = input;
  return writeOrder(ctx, { operation: 'orders.shipments.void', input }, async (tx, order) => {
    const shipment = await getShipment(tx, order.id, shipmentId);
    const lines = await listParcelLines(tx, shipmentId);
    const open = order.status === 'confirmed' || order.status === 'shipped';
    if (!open || shipment.deliveredAt !== null || shipment.voidedAt !== null || lines.some(isReturned))
      throw new ShopError('SHIPMENT_NOT_CHANGEABLE', { shipmentId });
    await voidParcel(tx, shipmentId, ctx.now());
    await unshipLines(tx, shipmentId, lines);
    await step(tx, order, { shipmentId, staffId: ctx.staff.id });
    return { shipmentId, voided: true };
  });
}

function isReturned({ fulfilledQuantity, quantity, returnedQuantity }: ParcelLine): boolean {
  return fulfilledQuantity - quantity < returnedQuantity;
}

async function step(
  tx: Transaction,
  order: LockedOrder,
  { shipmentId, staffId }: { readonly shipmentId: string; readonly staffId: string },
): Promise<void> {
  const change = { fulfilment_status: fulfilmentStateOf(await listOrderLines(tx, order.id)) };
  const actor = { kind: 'staff' as const, id: staffId };
  const data = { shipmentId };
  if (order.status === 'shipped') return changeOrder(tx, order, { event: 'unshipped', actor, change, data });
  await updateOrder(tx, order, change);
  await appendTimeline(tx, { orderId: order.id, kind: 'shipment_voided', from: null, to: null, actor, data });
  await appendEvent(tx, { type: 'order.unshipped', entityId: order.id, payload: data });
}
