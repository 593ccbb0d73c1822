import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockOrder } from '../order-store.ts';
import { openReturn } from './open-return.ts';
import { getReturn } from './return-read-store.ts';
import type { CreateReturnInput, StaffReturnView } from './schemas.ts';

/**
 * Staff open a return for a customer; it is approved at once.
 * @throws ORDER_NOT_FOUND, RETURN_NOT_ALLOWED, RETURN_QUANTITY_INVALID, STORE_CREDIT_NEEDS_ACCOUNT, IDEMPOTENCY_KEY_REUSED
 */
export async function createReturn(ctx: StaffContext, input: CreateReturnInput): Promise<StaffReturnView> {
  const { id: orderId, resolution } = input;
  const returnId = await writeAsStaff(ctx, { operation: 'returns.create', input }, async (tx) => {
    const order = await lockOrder(tx, { id: orderId });
    const actor = { kind: 'staff' as const, id: ctx.staff.id };
    const made = await openReturn(tx, order, { ...input, actor, now: ctx.now() });
    const lines = input.lines.map(({ orderLineId, quantity, reason }) => ({ orderLineId, quantity, reason }));
    const after = { returnId: made, resolution, lines };
    return { audit: { entityType: 'order', entityId: orderId, before: null, after }, receipt: made };
  });
  return getReturn(ctx.db.reader, returnId);
}
