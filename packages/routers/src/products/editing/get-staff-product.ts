import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { findStaffProduct } from './read-store.ts';
import type { StaffProduct } from './schemas.ts';

/**
 * A product as its editor shows it, whatever its status. One statement, however many variants it has.
 * @throws PRODUCT_NOT_FOUND
 */
export async function getStaffProduct(
  ctx: Pick<Context, 'db' | 'storefrontUrl'>,
  id: string,
): Promise<StaffProduct> {
  const product = await findStaffProduct(ctx.db, id);
  if (product === null) throw new ShopError('PRODUCT_NOT_FOUND', { id });
  return { ...product, url: `${ctx.storefrontUrl}/p/${product.slug}` };
}
