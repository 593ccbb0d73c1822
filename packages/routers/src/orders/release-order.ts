import type { Transaction } from '@turing/db';
import { unshippedQuantity } from '@turing/domain';
import { releaseLines } from '../products/index.ts';
import { releaseCredit } from './credit/index.ts';
import { type LockedOrder, listOrderLines } from './order-store.ts';
import { releasePromotions } from './promotions/redemption-store.ts';

/** Gives back what an order holds: its redemptions, its credit and the stock of its unshipped lines. Called once, on leaving `pending` or `confirmed`. */
export async function releaseOrder(
  tx: Transaction,
  order: LockedOrder,
  reason: 'cancelled' | 'expired',
): Promise<void> {
  await releasePromotions(tx, order.id);
  if (order.creditMinor > 0) await releaseCredit(tx, { orderId: order.id, reason });
  const lines = await listOrderLines(tx, order.id);
  const unshipped = lines
    .map((line) => ({ ...line, quantity: unshippedQuantity(line) }))
    .filter((line) => line.quantity > 0);
  if (unshipped.length > 0) await releaseLines(tx, unshipped);
}
