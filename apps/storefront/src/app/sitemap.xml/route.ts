import { listAddressParts } from '@/features/catalog/queries.ts';
import { toSitemap } from '@/lib/sitemap.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const parts = await listAddressParts();
  return toSitemap(
    'sitemap',
    ['pages', ...parts].map((part) => ({ path: `/sitemaps/${part}.xml` })),
  );
}
