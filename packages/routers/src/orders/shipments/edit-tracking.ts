import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { appendTimeline, updateOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import type { EditTrackingInput } from './schemas.ts';
import { getShipment, updateTracking } from './shipment-row-store.ts';

/**
 * Corrects with whom a parcel travels and how it is followed.
 * @throws ORDER_NOT_FOUND, SHIPMENT_NOT_FOUND, SHIPMENT_NOT_CHANGEABLE, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function editTracking(ctx: StaffContext, input: EditTrackingInput): Promise<StaffOrderView> {
  const { shipmentId } = input;
  return writeOrder(ctx, { operation: 'orders.shipments.editTracking', input }, async (tx, order) => {
    const { voidedAt } = await getShipment(tx, order.id, shipmentId);
    if (voidedAt !== null) throw new ShopError('SHIPMENT_NOT_CHANGEABLE', { shipmentId });
    await updateTracking(tx, shipmentId, input);
    await updateOrder(tx, order, {});
    await appendTimeline(tx, {
      orderId: order.id,
      kind: 'tracking_edited',
      from: null,
      to: null,
      actor: { kind: 'staff', id: ctx.staff.id },
      data: { shipmentId },
    });
    // Not the number: it leads to the buyer's address, and the audit is never erased.
    return { shipmentId, carrier: input.carrier, tracked: input.trackingNumber !== null };
  });
}
