import type { Transaction } from '@turing/db';
import { assertVersion, type StaffContext, writeAsStaff } from '../customers/index.ts';
import { getStaffOrder } from './get-order.ts';
import type { StaffOrderView } from './order-schemas.ts';
import { type LockedOrder, lockOrder } from './order-store.ts';

interface OrderWrite {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * One change of one order by staff: once per key, on the version they looked at, with its audit row in the same
 * transaction. Lock order: idempotency record, order, then what `change` locks.
 * @throws ORDER_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writeOrder(
  ctx: StaffContext,
  write: { readonly operation: string; readonly input: OrderWrite },
  change: (tx: Transaction, order: LockedOrder) => Promise<Record<string, unknown>>,
): Promise<StaffOrderView> {
  const { id, version } = write.input;
  await writeAsStaff(ctx, write, async (tx) => {
    const order = await lockOrder(tx, { id });
    assertVersion(version, order.version);
    const after = await change(tx, order);
    const before = { status: order.status, version: order.version };
    return { audit: { entityType: 'order', entityId: id, before, after }, receipt: null };
  });
  return getStaffOrder(ctx.db, id);
}
