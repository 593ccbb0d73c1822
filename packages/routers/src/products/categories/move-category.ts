import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { refreshCollectionsLater } from '../collections/refresh-queue-store.ts';
import { updateParent } from './category-store.ts';
import { childrenOf, isWithin, pathBelow } from './place.ts';
import type { MoveCategoryInput, StaffCategory } from './schemas.ts';
import { getStaffCategory } from './staff-tree-store.ts';
import { getPlace, lockTree, rewritePaths, writePositions } from './tree-store.ts';

/**
 * Hangs a category, with all that is below it, under another parent or at another place among its siblings.
 * @throws CATEGORY_NOT_FOUND for it or its new parent, CATEGORY_CYCLE below itself, VERSION_CONFLICT with both versions,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function moveCategory(ctx: StaffContext, input: MoveCategoryInput): Promise<StaffCategory> {
  const { id, parentId } = input;
  await writeAsStaff(ctx, { operation: 'categories.move', input }, async (tx) => {
    const tree = await lockTree(tx);
    const place = getPlace(tree, id);
    assertVersion(input.version, place.version);
    const parent = parentId === null ? null : getPlace(tree, parentId);
    if (parent !== null && isWithin(parent, place)) throw new ShopError('CATEGORY_CYCLE', { id, parentId });
    const path = pathBelow(parent, place.slug);
    await updateParent(tx, id, parentId);
    if (path !== place.path) {
      await rewritePaths(tx, place.path, path);
      await refreshCollectionsLater(tx);
    }
    const siblings = childrenOf(tree, parentId).filter((sibling) => sibling !== id);
    siblings.splice(input.position, 0, id);
    await writePositions(tx, siblings);
    const before = { parentId: place.parentId, path: place.path, position: place.position };
    const after = { parentId, path, position: siblings.indexOf(id) };
    return { audit: { entityType: 'category', entityId: id, before, after }, receipt: null };
  });
  return getStaffCategory(ctx.db, id);
}
