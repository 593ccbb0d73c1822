import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { FacetsInput } from './schemas.ts';

/**
 * Says which of the category and the collection of a list is the one the shop does not have.
 * @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND
 */
export async function assertScopesExist(
  { reader }: Database,
  { category, collection }: Pick<FacetsInput, 'category' | 'collection'>,
): Promise<void> {
  if (category !== undefined) {
    const slug = category.replaceAll('\0', '\uFFFD');
    const found = await reader
      .selectFrom('category')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (found === undefined) throw new ShopError('CATEGORY_NOT_FOUND', { category });
  }
  if (collection !== undefined) {
    const slug = collection.replaceAll('\0', '\uFFFD');
    const found = await reader
      .selectFrom('collection')
      .select('id')
      .where('slug', '=', slug)
      .where('published', '=', true)
      .executeTakeFirst();
    if (found === undefined) throw new ShopError('COLLECTION_NOT_FOUND', { collection });
  }
}
