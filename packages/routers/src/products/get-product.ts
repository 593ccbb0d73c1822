import { ShopError } from '@turing/domain';
import type { Database } from '@turing/db';
import { findProduct } from './detail-store.ts';
import type { GetProductInput, ProductDetail } from './schemas.ts';

/**
 * A published product with a price in the currency, with all that its page shows.
 * @throws PRODUCT_NOT_FOUND
 */
export async function getProduct(db: Database, input: GetProductInput): Promise<ProductDetail> {
  const product = await findProduct(db, input);
  if (product === null) throw new ShopError('PRODUCT_NOT_FOUND', { slug: input.slug });
  return product;
}
