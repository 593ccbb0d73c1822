import type { StaffContext } from '../customers/index.ts';
import { ShopError } from '@turing/domain';
import { changeOrder } from './change-order.ts';
import type { CancelOrderInput, StaffOrderView } from './order-schemas.ts';
import { releaseOrder } from './release-order.ts';
import { writeOrder } from './write-order.ts';

/**
 * Cancels an order nothing of which has been shipped and gives its stock back. Money that was captured is refunded by
 * the subscriber to `order.cancelled`.
 * @throws ORDER_NOT_FOUND, ORDER_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function cancelOrder(ctx: StaffContext, input: CancelOrderInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.cancel', input }, async (tx, order) => {
    if (order.fulfilmentStatus !== 'unfulfilled') {
      throw new ShopError('ORDER_TRANSITION_REFUSED', {
        from: order.status,
        fulfilment: order.fulfilmentStatus,
      });
    }
    await changeOrder(tx, order, {
      event: 'cancelled',
      actor: { kind: 'staff', id: ctx.staff.id },
      change: { cancelled_at: ctx.now(), cancel_reason: input.reason },
      data: { reason: input.reason },
    });
    await releaseOrder(tx, order, 'cancelled');
    // Not the reason: the audit is never erased, and staff may have named the buyer.
    return { status: 'cancelled' };
  });
}
