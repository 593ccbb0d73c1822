import { ShopError } from '@turing/domain';
import type { StaffContext } from '../customers/index.ts';
import { type StaffOrderView, touchOrder, writeOrder } from '../orders/index.ts';
import { applyRefund } from './execute-refund.ts';
import { findRefund } from './refund-store.ts';
import type { RecordRefundInput } from './schemas.ts';

/**
 * Writes down that a refund was given by hand, with how: only of a payment that came past the gateway, and once.
 * @throws ORDER_NOT_FOUND, REFUND_NOT_FOUND, PAYMENT_NOT_MANUAL, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function recordRefund(ctx: StaffContext, input: RecordRefundInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'payments.recordRefund', input }, async (tx, order) => {
    const refund = await findRefund(tx, input.refundId);
    if (refund === null || refund.orderId !== order.id || refund.status !== 'requested') {
      throw new ShopError('REFUND_NOT_FOUND', { refundId: input.refundId });
    }
    if (refund.provider !== 'manual') throw new ShopError('PAYMENT_NOT_MANUAL', { refundId: refund.id });
    const actor = { kind: 'staff', id: ctx.staff.id } as const;
    const { reference } = input;
    await applyRefund(tx, refund, { status: 'succeeded', gatewayRef: null, reference, actor });
    await touchOrder(tx, order);
    return { refundId: refund.id, refundedMinor: refund.amountMinor, reference };
  });
}
