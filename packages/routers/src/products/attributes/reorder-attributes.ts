import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { assertOrder } from '../categories/reorder-categories.ts';
import type { ReorderInput } from '../categories/schemas.ts';
import { lockOrder, writePositions } from './attribute-store.ts';

/**
 * Puts all attributes in another order than the one somebody looked at.
 * @throws VERSION_CONFLICT with both orders when they are not those, or not in that order, any more;
 * IDEMPOTENCY_KEY_REUSED
 */
export async function reorderAttributes(ctx: StaffContext, input: ReorderInput): Promise<string[]> {
  return writeAsStaff(ctx, { operation: 'attributes.reorder', input }, async (tx) => {
    assertOrder(input.before, await lockOrder(tx));
    await writePositions(tx, input.after);
    const [entityId = ''] = input.after;
    const [before, after] = [{ attributes: input.before }, { attributes: input.after }];
    return { audit: { entityType: 'attribute', entityId, before, after }, receipt: input.after };
  });
}
