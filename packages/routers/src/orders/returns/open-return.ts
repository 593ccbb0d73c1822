import { appendEvent, type Transaction } from '@turing/db';
import { returnableQuantity, type ReturnState, returnWindowEnd, ShopError } from '@turing/domain';
import { type Actor, appendTimeline, type LockedOrder } from '../order-store.ts';
import { insertReturn } from './return-store.ts';
import { getPolicy, loadReturnable, type ReturnableOrder } from './returnable-store.ts';
import type { RequestedLine, RequestReturnInput } from './schemas.ts';

export interface Opening extends Pick<RequestReturnInput, 'lines' | 'resolution'> {
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Opens a return of a locked order. Staff may take back what is past its time, and theirs is approved at once. The order's
 * lock keeps two returns from taking the same units.
 * @throws RETURN_NOT_ALLOWED when nothing has left or the time is over, RETURN_QUANTITY_INVALID with `orderLineId` and `left`,
 * STORE_CREDIT_NEEDS_ACCOUNT
 */
export async function openReturn(
  tx: Transaction,
  order: LockedOrder,
  { lines, resolution, actor, now }: Opening,
): Promise<string> {
  const returnable = await loadReturnable(tx, order.id);
  if (actor.kind !== 'staff') await assertInTime(tx, returnable, now);
  if (returnable.lastShippedAt === null) throw new ShopError('RETURN_NOT_ALLOWED');
  if (resolution === 'store_credit' && returnable.customerId === null)
    throw new ShopError('STORE_CREDIT_NEEDS_ACCOUNT');
  assertUnits(returnable, lines);
  const status: ReturnState = actor.kind === 'staff' ? 'approved' : 'requested';
  const returnId = await insertReturn(tx, {
    orderId: order.id,
    status,
    resolution,
    requestedBy: actor.kind,
    lines,
  });
  const data = { returnId, from: null, to: status };
  await appendTimeline(tx, {
    orderId: order.id,
    kind: 'return_requested',
    from: null,
    to: null,
    actor,
    data,
  });
  const type = actor.kind === 'staff' ? 'return.approved' : 'return.requested';
  await appendEvent(tx, { type, entityId: order.id, payload: data });
  return returnId;
}

async function assertInTime(tx: Transaction, returnable: ReturnableOrder, now: Date): Promise<void> {
  const { windowDays } = await getPolicy(tx);
  const endsAt = returnWindowEnd(returnable, windowDays);
  if (endsAt === null || endsAt < now) throw new ShopError('RETURN_NOT_ALLOWED');
}

function assertUnits({ lines }: ReturnableOrder, wanted: readonly RequestedLine[]): void {
  const seen = new Set<string>();
  for (const { orderLineId, quantity } of wanted) {
    const line = lines.find((each) => each.orderLineId === orderLineId);
    const left = line === undefined ? 0 : returnableQuantity(line);
    if (quantity > left || seen.has(orderLineId))
      throw new ShopError('RETURN_QUANTITY_INVALID', { orderLineId, left });
    seen.add(orderLineId);
  }
}
