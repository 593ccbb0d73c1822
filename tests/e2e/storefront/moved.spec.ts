import { expect, test } from '../support/test.ts';

test.describe('an address that was given up', () => {
  test('of a product leads to today’s with 301 and keeps the query', async ({
    request,
    page,
    factories,
    pool,
  }) => {
    const product = await factories.createProduct({ variants: [{ stock: 3 }] });
    const now = `${product.slug}-renamed`;
    await pool.query('update product set slug = $1 where id = $2', [now, product.id]);
    const answer = await request.get(`/p/${product.slug}?variant=${product.variant.sku}&from=a%20b`, {
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(301);
    const location = new URL(answer.headers()['location'] ?? '', 'http://localhost');
    expect([
      location.pathname,
      location.searchParams.get('variant'),
      location.searchParams.get('from'),
    ]).toEqual([`/p/${now}`, product.variant.sku, 'a b']);
    await page.goto(`/p/${product.slug}`);
    await expect(page).toHaveURL(new RegExp(`/p/${now}$`, 'u'));
    await expect(page.getByRole('heading', { level: 1, name: product.name })).toBeVisible();
  });

  test('of a category does too', async ({ request, factories, pool }) => {
    const category = await factories.createCategory();
    await pool.query(`update category set slug = slug || '-now', path = path || '-now' where id = $1`, [
      category.id,
    ]);
    const answer = await request.get(`/c/${category.slug}?sort=newest`, { maxRedirects: 0 });
    expect(answer.status()).toBe(301);
    expect(answer.headers()['location']).toMatch(new RegExp(`/c/${category.slug}-now\\?sort=newest$`, 'u'));
  });

  test('of a collection does too', async ({ request, pool }) => {
    const slug = `moved-${Date.now()}`;
    await pool.query(
      `insert into collection (slug, name, description, kind, published) values ($1, 'Moved', 'Moved.', 'manual', true)`,
      [slug],
    );
    await pool.query(`update collection set slug = $1 where slug = $2`, [`${slug}-now`, slug]);
    const answer = await request.get(`/collections/${slug}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(301);
    expect(answer.headers()['location']).toMatch(new RegExp(`/collections/${slug}-now$`, 'u'));
    await pool.query('delete from collection where slug = $1', [`${slug}-now`]);
  });
});

test('an address that is in use is not redirected', async ({ request, factories }) => {
  const product = await factories.createProduct();
  expect((await request.get(`/p/${product.slug}`, { maxRedirects: 0 })).status()).toBe(200);
});
