import { env } from './env.ts';

export interface SitemapEntry {
  readonly path: string;
  readonly updatedAt?: Date | string;
}

/** A sitemap, or with `sitemap` the index of several. Source: sitemaps.org. */
export function toSitemap(kind: 'url' | 'sitemap', entries: readonly SitemapEntry[]): Response {
  const root = kind === 'url' ? 'urlset' : 'sitemapindex';
  const rows = entries.map(({ path, updatedAt }) => {
    const place = `<loc>${escape(new URL(path, env().STOREFRONT_URL).href)}</loc>`;
    const changed = updatedAt === undefined ? '' : `<lastmod>${new Date(updatedAt).toISOString()}</lastmod>`;
    return `<${kind}>${place}${changed}</${kind}>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</${root}>\n`;
  return new Response(body, { headers: { 'content-type': 'application/xml' } });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}
