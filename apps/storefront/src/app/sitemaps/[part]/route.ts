import { z } from 'zod';
import { listAddresses, listAllCollections, listCategories } from '@/features/catalog/queries.ts';
import { toSitemap } from '@/lib/sitemap.ts';

export const dynamic = 'force-dynamic';

/** `pages.xml` for what is not a product, and a part of the products for each id they start at. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }) {
  const [, part] = /^([\w-]+)\.xml$/u.exec((await params).part) ?? [];
  if (part === 'pages') return toSitemap('url', await listPages());
  if (!z.uuid().safeParse(part).success) return new Response(null, { status: 404 });
  const products = await listAddresses(part ?? '');
  return toSitemap(
    'url',
    products.map(({ slug, updatedAt }) => ({ path: `/p/${slug}`, updatedAt })),
  );
}

async function listPages() {
  const [categories, collections] = await Promise.all([listCategories(), listAllCollections()]);
  return [
    '/',
    '/products',
    '/collections',
    ...categories.map(({ slug }) => `/c/${slug}`),
    ...collections.map(({ slug }) => `/collections/${slug}`),
  ].map((path) => ({ path }));
}
