import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { childrenOf } from './place.ts';
import type { ReorderInput } from './schemas.ts';
import { getPlace, lockTree, writePositions } from './tree-store.ts';

/**
 * Puts all children of one parent in another order than the one somebody looked at.
 * @throws CATEGORY_NOT_FOUND, VERSION_CONFLICT with both orders when the children are not those, or not in that order,
 * any more; IDEMPOTENCY_KEY_REUSED
 */
export async function reorderCategories(ctx: StaffContext, input: ReorderInput): Promise<string[]> {
  return writeAsStaff(ctx, { operation: 'categories.reorder', input }, async (tx) => {
    const tree = await lockTree(tx);
    const [first = ''] = input.before;
    const { parentId } = getPlace(tree, first);
    assertOrder(input.before, childrenOf(tree, parentId));
    await writePositions(tx, input.after);
    const audit = { entityType: 'category', entityId: parentId ?? first };
    const [before, after] = [input.before, input.after].map((children) => ({ parentId, children }));
    return { audit: { ...audit, before: before ?? null, after: after ?? null }, receipt: input.after };
  });
}

/** @throws VERSION_CONFLICT with `yours` and `current` */
export function assertOrder(yours: readonly string[], current: readonly string[]): void {
  if (yours.length !== current.length || yours.some((id, index) => id !== current[index])) {
    throw new ShopError('VERSION_CONFLICT', { yours, current });
  }
}
