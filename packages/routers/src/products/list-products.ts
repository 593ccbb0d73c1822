import type { Context } from '../context.ts';
import type { JsonText } from '../json-text.ts';
import { findPage } from './page-store.ts';
import type { ListProductsInput, ProductPage } from './schemas.ts';

/**
 * A page of published products with a price in the currency, filtered and sorted.
 * @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND, CURSOR_INVALID
 */
export async function listProducts(
  { db, takesJson }: Pick<Context, 'db' | 'takesJson'>,
  input: ListProductsInput,
): Promise<ProductPage | JsonText> {
  const page = await findPage(db, input);
  return takesJson === true ? page : (JSON.parse(page.text, revive) as ProductPage);
}

function revive(name: string, value: unknown): unknown {
  return name === 'publishedAt' ? new Date(String(value)) : value;
}
