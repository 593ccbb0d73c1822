import type { MetadataRoute } from 'next';
import { listAllProducts, listCategories } from '@/features/catalog/queries.ts';
import { env } from '@/lib/env.ts';

export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [categories, products] = await Promise.all([listCategories(), listAllProducts()]);
  const pages = [
    '/',
    '/products',
    ...categories.map(({ slug }) => `/c/${slug}`),
    ...products.map(({ slug }) => `/p/${slug}`),
  ];
  return pages.map((path) => ({ url: `${env().STOREFRONT_URL}${path}` }));
}
