import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { appendTimeline, touchOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import { releaseHeldUnits } from './edit-store.ts';
import type { ReleaseHoldInput } from './schemas.ts';

/**
 * Lets units be shipped that an edit added and nobody has paid for yet: staff answer for it.
 * @throws ORDER_NOT_FOUND, ORDER_NOT_EDITABLE when nothing is held, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function releaseHold(ctx: StaffContext, input: ReleaseHoldInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.releaseHold', input }, async (tx, order) => {
    const units = await releaseHeldUnits(tx, order.id);
    if (units === 0) throw new ShopError('ORDER_NOT_EDITABLE', { reason: 'nothing_held' });
    await touchOrder(tx, order);
    const actor = { kind: 'staff', id: ctx.staff.id } as const;
    const entry = { orderId: order.id, kind: 'hold_released', from: null, to: null, actor };
    await appendTimeline(tx, { ...entry, data: { units } });
    return { releasedUnits: units };
  });
}
