import type { Transaction } from '@turing/db';
import { type RefundQuote, ShopError } from '@turing/domain';

export interface NewOrderRefund {
  readonly orderId: string;
  readonly returnId: string | null;
  readonly destination: 'payment' | 'store_credit' | 'exchange';
  /** A word of the shop's own. */
  readonly reason: string;
  readonly note: string | null;
  readonly staffId: string | null;
}

/** Writes down a decision to give money back, and for which units. */
export async function insertOrderRefund(
  tx: Transaction,
  refund: NewOrderRefund,
  quote: RefundQuote,
): Promise<string> {
  const { id } = await tx
    .insertInto('order_refund')
    .values({
      order_id: refund.orderId,
      return_id: refund.returnId,
      destination: refund.destination,
      lines_minor: quote.linesMinor,
      shipping_minor: quote.shippingMinor,
      extra_minor: quote.extraMinor,
      restocking_fee_minor: quote.restockingFeeMinor,
      return_shipping_minor: quote.returnShippingMinor,
      total_minor: quote.totalMinor,
      reason: refund.reason,
      note: refund.note,
      staff_id: refund.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (quote.lines.length > 0) {
    const rows = quote.lines.map((line) => ({
      order_refund_id: id,
      order_line_id: line.orderLineId,
      quantity: line.quantity,
      amount_minor: line.amountMinor,
      tax_minor: line.taxMinor,
    }));
    await tx.insertInto('refund_line').values(rows).execute();
  }
  return id;
}

/** Says of requested refunds for which decision they are. */
export async function tieRefunds(
  tx: Transaction,
  refundIds: readonly string[],
  orderRefundId: string | null,
): Promise<void> {
  if (refundIds.length === 0) return;
  await tx
    .updateTable('refund')
    .set({ order_refund_id: orderRefundId })
    .where('id', 'in', refundIds)
    .execute();
}

export interface FailedRefund {
  readonly id: string;
  readonly amountMinor: number;
  readonly reason: string;
  readonly orderRefundId: string | null;
}

/** A refund of a payment of the order that did not work. @throws REFUND_NOT_FOUND */
export async function getFailedRefund(
  tx: Transaction,
  { orderId, refundId }: { readonly orderId: string; readonly refundId: string },
): Promise<FailedRefund> {
  const row = await tx
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select([
      'refund.id',
      'refund.amount_minor as amountMinor',
      'refund.reason',
      'refund.order_refund_id as orderRefundId',
    ])
    .where('refund.id', '=', refundId)
    .where('payment.order_id', '=', orderId)
    .where('refund.status', '=', 'failed')
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('REFUND_NOT_FOUND');
  return row;
}
