import { appendEvent } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { isOpen, lockPayments } from '../money/payment-store.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { appendTimeline, touchOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import type { SendPaymentLinkInput } from './schemas.ts';

/**
 * Sends the buyer the page on which they pay what the order owes: itself while it waits for that, or a difference.
 * @throws ORDER_NOT_FOUND, ORDER_NOT_PAYABLE when nothing is to be paid by card, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function sendPaymentLink(
  ctx: StaffContext,
  input: SendPaymentLinkInput,
): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.sendPaymentLink', input }, async (tx, order) => {
    const over = order.status === 'cancelled' || order.status === 'expired';
    const open = (await lockPayments(tx, order.id)).find(
      (payment) => payment.provider === 'stripe' && isOpen(payment),
    );
    if (over || open === undefined) throw new ShopError('ORDER_NOT_PAYABLE', { status: order.status });
    await touchOrder(tx, order);
    const data = { paymentId: open.id, amountMinor: open.amountMinor, currency: open.currency };
    const actor = { kind: 'staff', id: ctx.staff.id } as const;
    const entry = { orderId: order.id, kind: 'payment_link_sent', from: null, to: null, actor };
    await appendTimeline(tx, { ...entry, data });
    await appendEvent(tx, { type: 'payment.link_requested', entityId: order.id, payload: data });
    return { paymentLinkSent: true };
  });
}
