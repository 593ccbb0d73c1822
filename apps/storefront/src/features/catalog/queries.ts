import 'server-only';
import type { RouterOutputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import { cache } from 'react';
import { catalogApi, windowApi } from '@/lib/api.ts';
import { attemptOr } from '@/lib/attempt.ts';
import type { ListQuery } from './list-query.ts';

type Products = RouterOutputs['products'];
export type ProductCard = Products['list']['items'][number];
export type ProductPage = Products['list'];
export type ProductDetail = Products['get'];
export type Variant = ProductDetail['variants'][number];
export type Facets = Products['facets'];
export type Category = Products['categories'][number];
export type ReviewPage = Products['reviews'];

export interface Listing {
  readonly page: ProductPage;
  readonly facets: Facets;
}

/** What a list page shows: products of a department or of everything. */
export interface ListScope {
  readonly currency: Currency;
  readonly category?: string;
}

export const listCategories = cache((): Promise<Category[]> =>
  windowApi().products.categories.query({ currency: 'USD' }),
);

/** A page of products and the counts beside its filters, asked in one request. */
export async function listProducts(scope: ListScope, query: ListQuery): Promise<Listing> {
  const { products } = catalogApi();
  const { sort, cursor, ...filter } = query.filter;
  const [page, facets] = await Promise.all([
    products.list.query({ ...scope, ...filter, cursor, sort: sort === 'relevance' ? 'featured' : sort }),
    products.facets.query({ ...scope, ...filter }),
  ]);
  return { page, facets };
}

export async function searchProducts(text: string, currency: Currency, query: ListQuery): Promise<Listing> {
  const { products } = catalogApi();
  const { sort = 'relevance', cursor, ...filter } = query.filter;
  const [page, facets] = await Promise.all([
    products.search.query({ query: text, currency, ...filter, cursor, sort }),
    products.facets.query({ query: text, currency, ...filter }),
  ]);
  return { page, facets };
}

export const getProduct = cache((slug: string, currency: Currency): Promise<ProductDetail> =>
  catalogApi().products.get.query({ slug, currency }),
);

const noReviews: ReviewPage = { items: [], nextCursor: null };

/** What stands below a product; the product is shown without it when it cannot be had. */
export async function listAround(
  { id, slug, currency }: ProductDetail,
  reviewsCursor: string | undefined,
): Promise<{ reviews: ReviewPage; related: ProductCard[] }> {
  const [reviews, related] = await Promise.all([
    attemptOr(
      catalogApi().products.reviews.query({ productId: id, cursor: reviewsCursor, limit: 50 }),
      noReviews,
    ),
    attemptOr(windowApi().products.related.query({ slug, currency }), []),
  ]);
  return { reviews, related };
}

export type Shelf = 'featured' | 'newest' | 'best_selling' | 'rating';

/** A few products for a window of the front page. */
export async function listShelf(sort: Shelf, currency: Currency, limit: number): Promise<ProductCard[]> {
  const page = await windowApi().products.list.query({ sort, currency, limit, inStock: true });
  return page.items;
}

const sitemapLimit = 50_000;

/** Every product, page by page, up to what a sitemap may hold. Source: sitemaps.org. */
export async function listAllProducts(): Promise<ProductCard[]> {
  const found: ProductCard[] = [];
  let cursor: string | undefined;
  do {
    const page = await windowApi().products.list.query({ sort: 'newest', limit: 60, cursor });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && found.length < sitemapLimit);
  return found;
}
