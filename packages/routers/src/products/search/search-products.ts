import type { Context } from '../../context.ts';
import type { SearchPage, SearchProductsInput } from '../schemas.ts';

/**
 * A page of what the query asks for, its first page counted. Any text is a valid query.
 * @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND, CURSOR_INVALID
 */
export async function searchProducts(
  { searchEngine, searchLog }: Pick<Context, 'searchEngine' | 'searchLog'>,
  input: SearchProductsInput,
): Promise<SearchPage> {
  const page = await searchEngine.search(input);
  // Who answers from stored answers does not come by here and records the request with a total of null.
  if (input.cursor === undefined) searchLog.record(input.query, page.total);
  return page;
}
