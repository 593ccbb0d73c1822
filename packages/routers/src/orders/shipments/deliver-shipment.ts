import { appendEvent } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { changeOrder } from '../change-order.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { appendTimeline, updateOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import type { DeliverShipmentInput } from './schemas.ts';
import { countUnderWay, getShipment, markDelivered } from './shipment-row-store.ts';

/**
 * Records that a parcel has arrived. With the last parcel of a shipped order the order is delivered.
 * @throws ORDER_NOT_FOUND, SHIPMENT_NOT_FOUND, SHIPMENT_NOT_CHANGEABLE, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deliverShipment(
  ctx: StaffContext,
  input: DeliverShipmentInput,
): Promise<StaffOrderView> {
  const { shipmentId } = input;
  return writeOrder(ctx, { operation: 'orders.shipments.deliver', input }, async (tx, order) => {
    const shipment = await getShipment(tx, order.id, shipmentId);
    if (shipment.deliveredAt !== null || shipment.voidedAt !== null)
      throw new ShopError('SHIPMENT_NOT_CHANGEABLE', { shipmentId });
    await markDelivered(tx, { orderId: order.id, shipmentId, at: ctx.now() });
    const actor = { kind: 'staff' as const, id: ctx.staff.id };
    const data = { shipmentId };
    if (order.status === 'shipped' && (await countUnderWay(tx, order.id)) === 0) {
      await changeOrder(tx, order, { event: 'delivered', actor, data });
      return { status: 'delivered', shipmentId };
    }
    await updateOrder(tx, order, {});
    await appendTimeline(tx, {
      orderId: order.id,
      kind: 'shipment_delivered',
      from: null,
      to: null,
      actor,
      data,
    });
    await appendEvent(tx, { type: 'order.shipment_delivered', entityId: order.id, payload: data });
    return { shipmentId, delivered: true };
  });
}
