import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { ShopError } from '@turing/domain';
import { refusing } from './constraint-failure.ts';
import { fieldChanges } from './field-changes.ts';
import { addCategory } from './links-store.ts';
import { type LockedProduct, lockProducts, type ProductFields, updateProductRows } from './product-store.ts';
import { assertPublishable, scheduleOf } from './publish-rules.ts';
import type { BulkUpdateProductsInput } from './schemas.ts';
import type { WrittenProduct } from './write-product.ts';

/**
 * The same change to many products, to all or to none. A product stays in its other categories when its primary one
 * changes.
 * @throws PRODUCT_NOT_FOUND with `ids`, VERSION_CONFLICT with `conflicts` (`id`, `name`, `yours`, `current`),
 * PRODUCT_NOT_PUBLISHABLE with `ids` and `names`, CATEGORY_NOT_FOUND, INPUT_INVALID, IDEMPOTENCY_KEY_REUSED
 */
export async function bulkUpdateProducts(
  ctx: StaffContext,
  input: BulkUpdateProductsInput,
): Promise<{ products: WrittenProduct[] }> {
  return refusing(() =>
    writeAsStaff(ctx, { operation: 'products.bulkUpdate', input }, async (tx) => {
      const products = await lockProducts(
        tx,
        input.products.map(({ id }) => id),
      );
      assertAllCurrent(products, input.products);
      const { primaryCategoryId, status } = input.changes;
      await assertPublishable(tx, products, status);
      const changes = products.map((product) => ({
        product,
        ...fieldChanges(product, wantedOf(product, input.changes, ctx.now())),
      }));
      await updateProductRows(
        tx,
        changes.map(({ product, fields }) => ({ ...product, ...fields })),
      );
      if (primaryCategoryId !== undefined) {
        await addCategory(
          tx,
          products.map(({ id }) => id),
          primaryCategoryId,
        );
      }
      const written = products.map(({ id, version }) => ({ id, version: version + 1 }));
      return {
        audit: changes.map(({ product, before, after }) => ({
          entityType: 'product',
          entityId: product.id,
          before,
          after,
        })),
        receipt: { products: written },
      };
    }),
  );
}

function assertAllCurrent(products: readonly LockedProduct[], wanted: readonly WrittenProduct[]): void {
  const byId = new Map(products.map((product) => [product.id, product]));
  const ids = wanted.filter(({ id }) => !byId.has(id)).map(({ id }) => id);
  if (ids.length > 0) throw new ShopError('PRODUCT_NOT_FOUND', { ids });
  const conflicts = wanted.flatMap(({ id, version }) => {
    const current = byId.get(id);
    if (current === undefined || current.version === version) return [];
    return [{ id, name: current.name, yours: version, current: current.version }];
  });
  if (conflicts.length > 0) throw new ShopError('VERSION_CONFLICT', { conflicts });
}

function wantedOf(
  product: LockedProduct,
  changes: BulkUpdateProductsInput['changes'],
  now: Date,
): Partial<ProductFields> {
  const { status, primaryCategoryId, addTags = [], removeTags = [] } = changes;
  const tags = [...new Set([...product.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
  return {
    tags,
    ...(status === undefined ? {} : scheduleOf(product, { status }, now)),
    ...(primaryCategoryId === undefined ? {} : { primaryCategoryId }),
  };
}
