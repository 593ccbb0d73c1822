import 'server-only';
import type { RouterOutputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import { cache } from 'react';
import { catalogApi } from '@/lib/api.ts';
import { attemptOr } from '@/lib/attempt.ts';
import type { ListQuery } from './list-query.ts';
import { listOwnPrices, withOwnPrices, withOwnVariants } from './own-prices.ts';
import type { ReviewSort } from './review-sort.ts';

type Products = RouterOutputs['products'];
export type ProductCard = Products['list']['items'][number];
export type SearchHit = Products['search']['items'][number];
export type Collection = Products['collections']['get'];
export type CollectionCard = Products['collections']['list']['items'][number];
export type ProductDetail = Products['get'];
export type Variant = ProductDetail['variants'][number];
export type Facets = Products['facets'];
export type Category = Products['categories'][number];
export type ReviewPage = Products['reviews'];

export interface Listing {
  readonly page: { readonly items: readonly (ProductCard | SearchHit)[]; readonly nextCursor: string | null };
  readonly facets: Facets;
}

export interface SearchListing extends Listing {
  /** What was searched for in place of unknown words. */
  readonly didYouMean: string | null;
}

/** What a list page shows: products of a department or of everything. */
export interface ListScope {
  readonly currency: Currency;
  readonly category?: string;
  readonly collection?: string;
}

export const listCategories = cache((): Promise<Category[]> =>
  catalogApi().products.categories.query({ currency: 'USD' }),
);

/** A page of products and the counts beside its filters, asked in one request. */
export async function listProducts(scope: ListScope, query: ListQuery): Promise<Listing> {
  const { products } = catalogApi();
  const { sort, cursor, ...filter } = query.filter;
  const [page, facets] = await Promise.all([
    products.list.query({ ...scope, ...filter, cursor, sort: sort === 'relevance' ? undefined : sort }),
    products.facets.query({ ...scope, ...filter }),
  ]);
  return { page: { ...page, items: await withOwnPrices(page.items, scope.currency) }, facets };
}

export async function searchProducts(
  text: string,
  currency: Currency,
  query: ListQuery,
): Promise<SearchListing> {
  const { products } = catalogApi();
  const { sort = 'relevance', cursor, ...filter } = query.filter;
  const [page, facets] = await Promise.all([
    products.search.query({
      query: text,
      currency,
      ...filter,
      cursor,
      sort: sort === 'manual' ? 'relevance' : sort,
    }),
    products.facets.query({ query: text, currency, ...filter }),
  ]);
  const items = await withOwnPrices(page.items, currency);
  return { page: { ...page, items }, facets, didYouMean: page.didYouMean };
}

export const getProduct = cache(async (slug: string, currency: Currency): Promise<ProductDetail> => {
  const product = await catalogApi().products.get.query({ slug, currency });
  const [own = product] = await withOwnPrices([product], currency);
  return withOwnVariants(own, await listOwnPrices([product.id], currency));
});

const shelfLength = 4;
const noReviews: ReviewPage = { items: [], nextCursor: null, totals: [] };

/** What reviews a page shows, from its address. */
export interface ReviewQuery {
  readonly sort: ReviewSort;
  readonly cursor?: string | undefined;
}

/** What stands below a product; the product is shown without it when it cannot be had. */
export async function listAround(
  { id, slug, currency }: ProductDetail,
  reviewQuery: ReviewQuery,
): Promise<{ reviews: ReviewPage; related: ProductCard[]; together: ProductCard[] }> {
  const [reviews, related, together] = await Promise.all([
    attemptOr(catalogApi().products.reviews.query({ productId: id, ...reviewQuery, limit: 20 }), noReviews),
    attemptOr(catalogApi().products.related.query({ slug, currency }), []),
    attemptOr(catalogApi().products.boughtTogether.query({ slug, currency }), []),
  ]);
  const shown = await withOwnPrices(
    [...related.slice(0, shelfLength), ...together.slice(0, shelfLength)],
    currency,
  );
  const relatedCount = Math.min(related.length, shelfLength);
  return { reviews, related: shown.slice(0, relatedCount), together: shown.slice(relatedCount) };
}

export type Shelf = 'featured' | 'newest' | 'best_selling' | 'rating';

/** A few products for a window of the front page. */
export async function listShelf(sort: Shelf, currency: Currency, limit: number): Promise<ProductCard[]> {
  const page = await catalogApi().products.list.query({ sort, currency, limit, inStock: true });
  return withOwnPrices(page.items, currency);
}

/** Published collections, for windows and menus. */
export const listCollections = cache(async (): Promise<CollectionCard[]> => {
  const page = await catalogApi().products.collections.list.query({ limit: 24 });
  return page.items;
});

/** A page of collections. */
export function listCollectionPage(cursor: string | undefined): Promise<Products['collections']['list']> {
  return catalogApi().products.collections.list.query({ cursor, limit: 24 });
}

export const getCollection = cache((slug: string): Promise<Collection> =>
  catalogApi().products.collections.get.query({ slug }),
);

/** Every published collection. */
export async function listAllCollections(): Promise<CollectionCard[]> {
  const found: CollectionCard[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalogApi().products.collections.list.query({ limit: 100, cursor });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Where the parts of all products start, of which each is a sitemap of its own. */
export async function listAddressParts(): Promise<string[]> {
  const parts = await catalogApi().products.addresses.parts.query({});
  return parts.map(({ from }) => from);
}

/** The products of a part. */
export function listAddresses(from: string): Promise<Products['addresses']['list']> {
  return catalogApi().products.addresses.list.query({ from });
}
