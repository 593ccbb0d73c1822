import type { Transaction } from '@turing/db';
import { changeOrder } from './change-order.ts';
import { lockOrder, systemActor } from './order-store.ts';
import { releaseOrder } from './release-order.ts';

/** Expires an order whose time to pay is over and gives its stock back; false when it is no longer due. Idempotent. */
export async function expireOrder(
  tx: Transaction,
  due: { readonly orderId: string; readonly now: Date },
): Promise<boolean> {
  const order = await lockOrder(tx, { id: due.orderId });
  if (order.status !== 'pending' || order.expiresAt > due.now) return false;
  await releaseOrder(tx, order, 'expired');
  await changeOrder(tx, order, { event: 'expired', actor: systemActor });
  return true;
}
