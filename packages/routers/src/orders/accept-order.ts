import type { Transaction } from '@turing/db';
import { recordSales } from '../products/index.ts';
import { changeOrder } from './change-order.ts';
import { type Actor, type LockedOrder, listOrderLines } from './order-store.ts';

/**
 * Confirms a locked order that is to be paid later, or whose rest is: it keeps its stock.
 * @throws ORDER_TRANSITION_REFUSED unless it is pending, VERSION_CONFLICT
 */
export async function acceptOrder(
  tx: Transaction,
  order: LockedOrder,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  await changeOrder(tx, order, { event: 'accepted', actor, change: { confirmed_at: now } });
  await recordSales(tx, await listOrderLines(tx, order.id));
}
