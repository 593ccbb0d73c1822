import { isShopError, ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { deleteProductRow } from './product-store.ts';
import type { ProductEdit } from './schemas.ts';
import { loadVariants } from './variant-store.ts';
import { deleteVariants, findVariantsInUse } from './variant-write-store.ts';
import { writeProduct } from './write-product.ts';

/**
 * Deletes a product nothing of which was ordered, is in a cart or ever had stock. Others can be archived.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT, PRODUCT_IN_USE with `skus`, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteProduct(ctx: StaffContext, input: ProductEdit): Promise<{ id: string }> {
  try {
    await writeProduct(ctx, { operation: 'products.delete', input }, async (tx, product) => {
      const variants = await loadVariants(tx, product.id);
      const ids = variants.map(({ id }) => id);
      const inUse = await findVariantsInUse(tx, ids);
      if (inUse.length > 0) throw new ShopError('PRODUCT_IN_USE', { skus: inUse.map(({ sku }) => sku) });
      await deleteVariants(tx, ids);
      await deleteProductRow(tx, product.id);
      return { before: { ...product, variants }, after: {} };
    });
  } catch (error) {
    // Somebody bought or stocked one in the same moment.
    if (isShopError(error) && error.code === 'VARIANT_IN_USE') {
      throw new ShopError('PRODUCT_IN_USE', error.details, { cause: error });
    }
    throw error;
  }
  return { id: input.id };
}
