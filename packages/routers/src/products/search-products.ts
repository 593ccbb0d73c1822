import type { Database } from '@turing/db';
import { findPage } from './page-store.ts';
import type { ProductPage, SearchProductsInput } from './schemas.ts';

/**
 * A page of what matches the query: by word, by the beginning of its last word, by exact SKU or barcode, and, when
 * nothing does, by names spelt nearly so. Any text is a valid query.
 * @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND, CURSOR_INVALID
 */
export function searchProducts(db: Database, input: SearchProductsInput): Promise<ProductPage> {
  return findPage(db, input);
}
