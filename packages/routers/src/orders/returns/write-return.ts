import type { Transaction } from '@turing/db';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { type LockedOrder, lockOrder } from '../order-store.ts';
import { getReturn } from './return-read-store.ts';
import { getOrderIdOfReturn, type LockedReturn, lockReturn } from './return-store.ts';
import type { ReturnEditInput, StaffReturnView } from './schemas.ts';

export interface ReturnPlace {
  readonly order: LockedOrder;
  readonly back: LockedReturn;
}

/**
 * One change of one return by staff: once per key, on the version they looked at, with its audit row in the same
 * transaction. Lock order: idempotency record, order, return, then what `change` locks.
 * @throws RETURN_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writeReturn(
  ctx: StaffContext,
  write: { readonly operation: string; readonly input: ReturnEditInput },
  change: (tx: Transaction, place: ReturnPlace) => Promise<Record<string, unknown>>,
): Promise<StaffReturnView> {
  const { id, version } = write.input;
  await writeAsStaff(ctx, write, async (tx) => {
    const order = await lockOrder(tx, { id: await getOrderIdOfReturn(tx, id) });
    const back = await lockReturn(tx, { id, orderId: order.id });
    assertVersion(version, back.version);
    const after = await change(tx, { order, back });
    const before = { returnId: id, status: back.status, version: back.version };
    const audit = { entityType: 'order', entityId: order.id, before, after: { returnId: id, ...after } };
    return { audit, receipt: null };
  });
  return getReturn(ctx.db.reader, id);
}
