import type { Transaction } from '@turing/db';
import { releaseLines } from '../products/index.ts';
import { type LockedOrder, listOrderLines } from './order-store.ts';
import { restorePromotion } from './promotion-store.ts';

/** Gives back what an order holds: the stock of its unshipped lines and its redemption. Called once, on leaving `pending` or `confirmed`. */
export async function releaseOrder(tx: Transaction, order: LockedOrder): Promise<void> {
  if (order.promotionId !== null) await restorePromotion(tx, order.promotionId);
  const lines = await listOrderLines(tx, order.id);
  const unshipped = lines
    .map((line) => ({ ...line, quantity: line.quantity - line.fulfilledQuantity }))
    .filter((line) => line.quantity > 0);
  if (unshipped.length > 0) await releaseLines(tx, unshipped);
}
