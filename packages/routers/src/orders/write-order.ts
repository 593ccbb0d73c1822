import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { appendAudit } from '../customers/index.ts';
import { once } from '../idempotency/idempotency-store.ts';
import type { StaffContext } from './context.ts';
import { getStaffOrder } from './get-order.ts';
import type { StaffOrderView } from './order-schemas.ts';
import { type LockedOrder, lockOrder } from './order-store.ts';

interface StaffWrite {
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
  write: { readonly operation: string; readonly input: StaffWrite },
  change: (tx: Transaction, order: LockedOrder) => Promise<Record<string, unknown>>,
): Promise<StaffOrderView> {
  const { operation, input } = write;
  const identity = { scope: `staff:${ctx.staff.id}`, key: input.idempotencyKey, operation, input };
  await ctx.db.transaction((tx) =>
    once(tx, identity, async () => {
      const order = await lockOrder(tx, { id: input.id });
      if (order.version !== input.version) {
        throw new ShopError('VERSION_CONFLICT', { yours: input.version, current: order.version });
      }
      const after = await change(tx, order);
      await appendAudit(tx, {
        staffId: ctx.staff.id,
        action: operation,
        entityType: 'order',
        entityId: order.id,
        before: { status: order.status, version: order.version },
        after,
        requestId: ctx.requestId,
      });
      return null;
    }),
  );
  return getStaffOrder(ctx.db, input.id);
}
