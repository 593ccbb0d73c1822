import { slugify, ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { insertCategory } from './category-store.ts';
import { childrenOf, pathBelow } from './place.ts';
import { type CreateCategoryInput, slugSchema, type StaffCategory } from './schemas.ts';
import { getStaffCategory } from './staff-tree-store.ts';
import { getPlace, lockTree } from './tree-store.ts';

/**
 * A new category, the last of its siblings.
 * @throws CATEGORY_NOT_FOUND for its parent, SLUG_TAKEN, INPUT_INVALID when no slug can be made of the name,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function createCategory(ctx: StaffContext, input: CreateCategoryInput): Promise<StaffCategory> {
  const id = await writeAsStaff(ctx, { operation: 'categories.create', input }, async (tx) => {
    const tree = await lockTree(tx);
    const parent = input.parentId === null ? null : getPlace(tree, input.parentId);
    const slug = input.slug ?? slugOf(input.name);
    const path = pathBelow(parent, slug);
    const position = childrenOf(tree, input.parentId).length;
    const entityId = await insertCategory(tx, { ...input, slug, path, position });
    const after = { name: input.name, slug, path };
    return { audit: { entityType: 'category', entityId, before: null, after }, receipt: entityId };
  });
  return getStaffCategory(ctx.db, id);
}

/** @throws INPUT_INVALID when the name has no Latin letter or digit */
export function slugOf(name: string): string {
  const slug = slugSchema.safeParse(slugify(name));
  if (!slug.success) throw new ShopError('INPUT_INVALID', { field: 'slug', name });
  return slug.data;
}
