import { ShopError } from '@turing/domain';
import type { Database } from '@turing/db';
import { findProduct } from './detail-store.ts';
import { findMovedSlug } from './moved-store.ts';
import type { GetProductInput, ProductDetail } from './schemas.ts';

/**
 * A published product with a price in the currency, with all that its page shows.
 * @throws PRODUCT_NOT_FOUND, PRODUCT_MOVED with today's `slug` for an address it had before
 */
export async function getProduct(db: Database, input: GetProductInput): Promise<ProductDetail> {
  const product = await findProduct(db, input);
  if (product !== null) return product;
  const slug = await findMovedSlug(db, input);
  if (slug !== null) throw new ShopError('PRODUCT_MOVED', { slug });
  throw new ShopError('PRODUCT_NOT_FOUND', { slug: input.slug });
}
