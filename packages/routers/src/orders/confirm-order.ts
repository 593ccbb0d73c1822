import type { Transaction } from '@turing/db';
import { isShopError } from '@turing/domain';
import { allocateLines, recordSales } from '../products/index.ts';
import { changeOrder } from './change-order.ts';
import { lockCreditAgain, queueBoughtCards, spendCredit } from './credit/index.ts';
import { type LockedOrder, listOrderLines, lockOrder, relocateLines, systemActor } from './order-store.ts';
import { redeemPromotionsAgain, releasePromotions } from './promotions/redemption-store.ts';

export type Confirmation = 'confirmed' | 'already_confirmed' | 'out_of_stock' | 'credit_gone' | 'cancelled';

/**
 * Confirms an order because its money arrived. An order that had expired is honoured while its stock
 * (and its promotions and credit) remains; `out_of_stock`, `credit_gone` and `cancelled` mean that the money must go back.
 * Idempotent.
 */
export async function confirmOrder(
  tx: Transaction,
  paid: { readonly orderId: string; readonly now: Date },
): Promise<Confirmation> {
  const order = await lockOrder(tx, { id: paid.orderId });
  if (order.status === 'cancelled') return 'cancelled';
  if (order.status !== 'pending' && order.status !== 'expired') {
    // One that was to be paid later is paid now.
    await queueBoughtCards(tx, order.id);
    return 'already_confirmed';
  }
  const missing = order.status === 'expired' ? await holdAgain(tx, order) : null;
  if (missing !== null) return missing;
  await changeOrder(tx, order, { event: 'paid', actor: systemActor, change: { confirmed_at: paid.now } });
  await recordSales(tx, await listOrderLines(tx, order.id));
  return 'confirmed';
}

/** What expiry gave back is taken again: the redemptions, the credit, then the stock; none when one of them is gone. */
async function holdAgain(
  tx: Transaction,
  order: LockedOrder,
): Promise<'out_of_stock' | 'credit_gone' | null> {
  if (!(await redeemPromotionsAgain(tx, order.id))) return 'out_of_stock';
  const credit = await lockCreditAgain(tx, order);
  if (credit === null) {
    await releasePromotions(tx, order.id);
    return 'credit_gone';
  }
  const lines = await listOrderLines(tx, order.id);
  try {
    await relocateLines(tx, lines, await allocateLines(tx, lines, order.pickupLocationId));
  } catch (error) {
    if (!isShopError(error) || error.code !== 'PRODUCT_OUT_OF_STOCK') throw error;
    await releasePromotions(tx, order.id);
    return 'out_of_stock';
  }
  await spendCredit(tx, credit);
  return null;
}
