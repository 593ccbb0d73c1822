import type { Database } from '@turing/db';
import { findPage } from './page-store.ts';
import type { ListProductsInput, ProductPage } from './schemas.ts';

/**
 * A page of published products with a price in the currency, filtered and sorted.
 * @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND, CURSOR_INVALID
 */
export function listProducts(db: Database, input: ListProductsInput): Promise<ProductPage> {
  return findPage(db, input);
}
