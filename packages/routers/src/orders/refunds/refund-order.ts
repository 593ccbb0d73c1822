import type { StaffContext } from '../../customers/index.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { updateOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import { giveBack } from './give-back.ts';
import type { RefundOrderInput } from './schemas.ts';

/**
 * Refunds units, shipping or an amount of an order without anything coming back.
 * @throws ORDER_NOT_FOUND, VERSION_CONFLICT, REFUND_INVALID, REFUND_EXCEEDS_CAPTURE, REFUND_TOTAL_CHANGED,
 * STORE_CREDIT_NEEDS_ACCOUNT, IDEMPOTENCY_KEY_REUSED
 */
export async function refundOrder(ctx: StaffContext, input: RefundOrderInput): Promise<StaffOrderView> {
  const { destination, expectedTotalMinor, note } = input;
  return writeOrder(ctx, { operation: 'orders.refunds.create', input }, async (tx, order) => {
    const { orderRefundId, quote } = await giveBack(tx, {
      orderId: order.id,
      returnId: null,
      destination,
      reason: 'refund',
      note,
      wish: input,
      expectedTotalMinor,
      staffId: ctx.staff.id,
    });
    await updateOrder(tx, order, {});
    return { orderRefundId, totalMinor: quote.totalMinor, destination };
  });
}
