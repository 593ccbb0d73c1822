import type { APIRequestContext } from '@playwright/test';
import { expect, shopUrls, test } from '../support/test.ts';

async function listPlaces(request: APIRequestContext, path: string): Promise<string[]> {
  const answer = await request.get(path);
  expect(answer.headers()['content-type']).toContain('application/xml');
  const text = await answer.text();
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, place = '']) =>
    place.replace(shopUrls.storefront, ''),
  );
}

test('robots find every page through the sitemap, and no product that is not on sale', async ({
  request,
  factories,
  pool,
}) => {
  const [shown, draft] = [await factories.createProduct(), await factories.createProduct()];
  await pool.query(`update product set status = 'draft' where id = $1`, [draft.id]);
  expect(await (await request.get('/robots.txt')).text()).toContain(`${shopUrls.storefront}/sitemap.xml`);

  const maps = await listPlaces(request, '/sitemap.xml');
  const pages = await listPlaces(request, '/sitemaps/pages.xml');
  const parts = maps.filter((path) => path !== '/sitemaps/pages.xml');
  expect(maps.length).toBe(parts.length + 1);
  const listed = (await Promise.all(parts.map((path) => listPlaces(request, path)))).flat();
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed).toContain(`/p/${shown.slug}`);
  expect(listed).not.toContain(`/p/${draft.slug}`);

  const { rows } = await pool.query<{ slug: string }>('select slug from collection where published');
  expect(pages).toEqual(expect.arrayContaining(['/', ...rows.map(({ slug }) => `/collections/${slug}`)]));
  expect((await request.get('/sitemaps/nonsense.xml')).status()).toBe(404);
});

test('a product page tells search engines its offer, its place and its one address', async ({
  page,
  factories,
}) => {
  const product = await factories.createProduct({ variants: [{ stock: 2, prices: { USD: 2500 } }] });
  await page.goto(`/p/${product.slug}?variant=${product.variants[0]!.sku}`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    `${shopUrls.storefront}/p/${product.slug}`,
  );
  const text = (await page.locator('script[type="application/ld+json"]').textContent()) ?? '';
  expect(JSON.parse(text)).toMatchObject({
    '@graph': [
      {
        '@type': 'Product',
        offers: {
          lowPrice: '25.00',
          highPrice: '25.00',
          priceCurrency: 'USD',
          availability: 'https://schema.org/InStock',
        },
      },
      { '@type': 'BreadcrumbList' },
    ],
  });
});
