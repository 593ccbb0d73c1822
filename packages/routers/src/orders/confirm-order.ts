import type { Transaction } from '@turing/db';
import { isShopError } from '@turing/domain';
import { allocateLines, recordSales } from '../products/index.ts';
import { changeOrder } from './change-order.ts';
import { type LockedOrder, listOrderLines, lockOrder, relocateLines, systemActor } from './order-store.ts';
import { redeemPromotion, restorePromotion } from './promotion-store.ts';

export type Confirmation = 'confirmed' | 'already_confirmed' | 'out_of_stock' | 'cancelled';

/**
 * Confirms an order because its money arrived. An order that had expired is honoured while its stock
 * (and its promotion) remains; `out_of_stock` and `cancelled` mean that the money must go back. Idempotent.
 */
export async function confirmOrder(
  tx: Transaction,
  paid: { readonly orderId: string; readonly now: Date },
): Promise<Confirmation> {
  const order = await lockOrder(tx, { id: paid.orderId });
  if (order.status === 'cancelled') return 'cancelled';
  if (order.status !== 'pending' && order.status !== 'expired') return 'already_confirmed';
  if (order.status === 'expired' && !(await holdAgain(tx, order))) return 'out_of_stock';
  await changeOrder(tx, order, { event: 'paid', actor: systemActor, change: { confirmed_at: paid.now } });
  await recordSales(tx, await listOrderLines(tx, order.id));
  return 'confirmed';
}

/** What expiry gave back is taken again: the redemption, then the stock; neither when one of them is gone. */
async function holdAgain(tx: Transaction, order: LockedOrder): Promise<boolean> {
  if (order.promotionId !== null && !(await redeemPromotion(tx, order.promotionId))) return false;
  const lines = await listOrderLines(tx, order.id);
  try {
    await relocateLines(tx, lines, await allocateLines(tx, lines));
    return true;
  } catch (error) {
    if (!isShopError(error) || error.code !== 'PRODUCT_OUT_OF_STOCK') throw error;
    if (order.promotionId !== null) await restorePromotion(tx, order.promotionId);
    return false;
  }
}
