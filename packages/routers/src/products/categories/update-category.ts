import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { getCategoryText, updateCategoryText } from './category-store.ts';
import { pathBelow } from './place.ts';
import type { StaffCategory, UpdateCategoryInput } from './schemas.ts';
import { getStaffCategory } from './staff-tree-store.ts';
import { getPlace, lockTree, rewritePaths } from './tree-store.ts';

/**
 * Changes what a category is called, where it is found and what is said of it. Its old address redirects.
 * @throws CATEGORY_NOT_FOUND, SLUG_TAKEN, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function updateCategory(ctx: StaffContext, input: UpdateCategoryInput): Promise<StaffCategory> {
  const { id, changes } = input;
  await writeAsStaff(ctx, { operation: 'categories.update', input }, async (tx) => {
    const tree = await lockTree(tx);
    const place = getPlace(tree, id);
    assertVersion(input.version, place.version);
    const before = await getCategoryText(tx, id);
    await updateCategoryText(tx, id, changes);
    if (changes.slug !== undefined && changes.slug !== place.slug) {
      const parent = place.parentId === null ? null : getPlace(tree, place.parentId);
      await rewritePaths(tx, place.path, pathBelow(parent, changes.slug));
    }
    return { audit: { entityType: 'category', entityId: id, before, after: changes }, receipt: null };
  });
  return getStaffCategory(ctx.db, id);
}
