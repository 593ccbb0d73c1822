import type { Facets, FacetsInput, SearchPage, SearchProductsInput } from '../schemas.ts';
import type { Suggestions, SuggestInput } from './schemas.ts';

/**
 * What the shop needs of a search engine, so that another can take over. Every text is a valid query; only what the shop
 * shows and sells in the currency is found.
 */
export interface SearchEngine {
  /** @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND, CURSOR_INVALID */
  readonly search: (input: SearchProductsInput) => Promise<SearchPage>;
  readonly suggest: (input: SuggestInput) => Promise<Suggestions>;
  /**
   * Counts beside a search or, without a query, beside a list.
   * @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND
   */
  readonly facets: (input: FacetsInput) => Promise<Facets>;
  /** Makes what is known of products again, as it would be after they changed. */
  readonly refresh: (productIds: readonly string[]) => Promise<void>;
  /** What has to be done now and then: counts, ranks, what is not needed any more. */
  readonly tend: () => Promise<void>;
}
