import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { deleteCategoryRow, lockContents } from './category-store.ts';
import type { EditInput } from './schemas.ts';
import { getPlace, lockTree } from './tree-store.ts';

/**
 * Deletes a category that nothing is in and no rule names.
 * @throws CATEGORY_NOT_FOUND, CATEGORY_NOT_EMPTY with how many `categories`, `products` and `collections` are in the
 * way, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteCategory(ctx: StaffContext, input: EditInput): Promise<{ id: string }> {
  const { id } = input;
  return writeAsStaff(ctx, { operation: 'categories.delete', input }, async (tx) => {
    const { version, name, slug, path } = getPlace(await lockTree(tx), id);
    assertVersion(input.version, version);
    const contents = await lockContents(tx, id);
    if (Object.values(contents).some((count) => count > 0))
      throw new ShopError('CATEGORY_NOT_EMPTY', contents);
    await deleteCategoryRow(tx, id);
    const before = { name, slug, path };
    return { audit: { entityType: 'category', entityId: id, before, after: null }, receipt: { id } };
  });
}
