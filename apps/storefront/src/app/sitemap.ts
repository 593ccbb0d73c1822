import type { MetadataRoute } from 'next';
import { listAllCollections, listAllProducts, listCategories } from '@/features/catalog/queries.ts';
import { env } from '@/lib/env.ts';

export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [categories, collections, products] = await Promise.all([
    listCategories(),
    listAllCollections(),
    listAllProducts(),
  ]);
  const pages = [
    '/',
    '/products',
    '/collections',
    ...categories.map(({ slug }) => `/c/${slug}`),
    ...collections.map(({ slug }) => `/collections/${slug}`),
    ...products.map(({ slug }) => `/p/${slug}`),
  ];
  return pages.map((path) => ({ url: `${env().STOREFRONT_URL}${path}` }));
}
