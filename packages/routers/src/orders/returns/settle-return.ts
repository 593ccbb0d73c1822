import { canReturn, ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { updateOrder } from '../order-store.ts';
import { giveBack } from '../refunds/give-back.ts';
import { changeReturn } from './change-return.ts';
import { listReturnLines, type ReturnLineRow } from './return-store.ts';
import type { SettleReturnInput, StaffReturnView } from './schemas.ts';
import { writeReturn } from './write-return.ts';

/**
 * Pays an inspected return out, to how the order was paid or as store credit, and closes it. Never more units than arrived.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, RETURN_QUANTITY_INVALID, REFUND_INVALID, REFUND_EXCEEDS_CAPTURE,
 * REFUND_TOTAL_CHANGED, STORE_CREDIT_NEEDS_ACCOUNT, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function settleReturn(ctx: StaffContext, input: SettleReturnInput): Promise<StaffReturnView> {
  const { destination, note, expectedTotalMinor } = input;
  return writeReturn(ctx, { operation: 'returns.settle', input }, async (tx, { order, back }) => {
    if (!canReturn(back.status, 'closed'))
      throw new ShopError('RETURN_TRANSITION_REFUSED', { from: back.status, event: 'closed' });
    assertArrived(await listReturnLines(tx, back.id), input.lines);
    const staffId = ctx.staff.id;
    const { orderRefundId, quote } = await giveBack(tx, {
      orderId: order.id,
      returnId: back.id,
      destination,
      reason: 'return',
      note,
      wish: input,
      expectedTotalMinor,
      staffId,
    });
    await updateOrder(tx, order, {});
    const data = { orderRefundId, amountMinor: quote.totalMinor };
    await changeReturn(tx, back, { event: 'closed', actor: { kind: 'staff', id: staffId }, data });
    return { event: 'closed', ...data, destination };
  });
}

/** @throws RETURN_QUANTITY_INVALID */
export function assertArrived(lines: readonly ReturnLineRow[], wanted: SettleReturnInput['lines']): void {
  for (const { orderLineId, quantity } of wanted) {
    const left = lines.find((line) => line.orderLineId === orderLineId)?.receivedQuantity ?? 0;
    if (quantity > left) throw new ShopError('RETURN_QUANTITY_INVALID', { orderLineId, left });
  }
}
