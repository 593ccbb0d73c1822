import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockOrder } from '../order-store.ts';
import type { SetTagsInput } from './schemas.ts';
import { addTags, listTags, removeTags } from './tag-store.ts';

const mostTags = 30;

/**
 * Adds and removes tags of an order. What is there already, or not, is left as it is: two people who tag at once keep both
 * their tags, so that there is no version to hold.
 * @throws ORDER_NOT_FOUND, INPUT_INVALID for more than thirty, IDEMPOTENCY_KEY_REUSED
 */
export async function setTags(ctx: StaffContext, input: SetTagsInput): Promise<string[]> {
  const { id: orderId } = input;
  const add = [...new Set(input.add)];
  await writeAsStaff(ctx, { operation: 'orders.tags.set', input }, async (tx) => {
    await lockOrder(tx, { id: orderId });
    const before = await listTags(tx, orderId);
    await removeTags(tx, orderId, input.remove);
    await addTags(tx, orderId, add);
    const after = await listTags(tx, orderId);
    if (after.length > mostTags) throw new ShopError('INPUT_INVALID', { tags: after.length });
    const audit = {
      entityType: 'order',
      entityId: orderId,
      before: { tags: before },
      after: { tags: after },
    };
    return { audit, receipt: null };
  });
  return listTags(ctx.db.reader, orderId);
}
