import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import type { RemoveVariantsInput } from './variant-schemas.ts';
import { loadVariants } from './variant-store.ts';
import { deleteVariants, findVariantsInUse } from './variant-write-store.ts';
import { writeProduct, type WrittenProduct } from './write-product.ts';

/**
 * Deletes variants that were never ordered, are in no cart and never had stock. Others can be withdrawn: `active` false.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT, VARIANT_NOT_FOUND with `ids`, VARIANT_IN_USE with `ids` and `skus`,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function removeVariants(ctx: StaffContext, input: RemoveVariantsInput): Promise<WrittenProduct> {
  return writeProduct(ctx, { operation: 'products.variants.remove', input }, async (tx, product) => {
    const present = await loadVariants(tx, product.id);
    const gone = new Set(input.variantIds);
    const removed = present.filter(({ id }) => gone.has(id));
    if (removed.length < gone.size) {
      const known = new Set(present.map(({ id }) => id));
      throw new ShopError('VARIANT_NOT_FOUND', { ids: input.variantIds.filter((id) => !known.has(id)) });
    }
    const inUse = await findVariantsInUse(tx, input.variantIds);
    if (inUse.length > 0) {
      throw new ShopError('VARIANT_IN_USE', {
        ids: inUse.map(({ id }) => id),
        skus: inUse.map(({ sku }) => sku),
      });
    }
    await deleteVariants(tx, input.variantIds);
    return { before: { removed }, after: { variantCount: present.length - removed.length } };
  });
}
