import type { StaffContext } from '../../customers/index.ts';
import { requestRefund } from '../money/request-refund.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { appendTimeline, updateOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import { getFailedRefund, tieRefunds } from './order-refund-store.ts';
import type { RetryRefundInput } from './schemas.ts';

/**
 * Asks again for money that the gateway refused to give back, once for each refusal.
 * @throws ORDER_NOT_FOUND, REFUND_NOT_FOUND, REFUND_EXCEEDS_CAPTURE, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function retryRefund(ctx: StaffContext, input: RetryRefundInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.refunds.retry', input }, async (tx, order) => {
    const failed = await getFailedRefund(tx, { orderId: order.id, refundId: input.refundId });
    const { amountMinor, reason, orderRefundId } = failed;
    const refunds = await requestRefund(tx, {
      orderId: order.id,
      amountMinor,
      reason,
      key: `retry:${failed.id}`,
    });
    await tieRefunds(
      tx,
      refunds.map(({ id }) => id),
      orderRefundId,
    );
    await updateOrder(tx, order, {});
    const actor = { kind: 'staff' as const, id: ctx.staff.id };
    const data = { refundId: failed.id, amountMinor };
    await appendTimeline(tx, {
      orderId: order.id,
      kind: 'refund_retried',
      from: null,
      to: null,
      actor,
      data,
    });
    return { refundId: failed.id, amountMinor };
  });
}
