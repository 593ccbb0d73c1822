import type { StaffContext } from '../customers/index.ts';
import { changeOrder } from './change-order.ts';
import type { DeliverOrderInput, StaffOrderView } from './order-schemas.ts';
import { markDelivered } from './shipments/shipment-row-store.ts';
import { writeOrder } from './write-order.ts';

/**
 * Records that a shipped order has arrived, with every parcel of it.
 * @throws ORDER_NOT_FOUND, ORDER_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deliverOrder(ctx: StaffContext, input: DeliverOrderInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.markDelivered', input }, async (tx, order) => {
    await markDelivered(tx, { orderId: order.id, at: ctx.now() });
    await changeOrder(tx, order, { event: 'delivered', actor: { kind: 'staff', id: ctx.staff.id } });
    return { status: 'delivered' };
  });
}
