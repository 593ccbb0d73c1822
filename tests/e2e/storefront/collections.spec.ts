import { expect, test } from '../support/test.ts';

test('collections are found from the front page, and list their products', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'See all: Collections' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Collections' })).toBeVisible();
  await expectAccessible(page);
  const first = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first();
  const name = await first.innerText();
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
});

test('a collection is narrowed and sorted like any list', async ({ page, pool }) => {
  const { rows } = await pool.query<{ slug: string }>(
    `select c.slug from collection c join collection_product cp on cp.collection_id = c.id
     where c.published group by c.slug having count(*) > 5 order by count(*) limit 1`,
  );
  const slug = rows[0]?.slug ?? '';
  await page.goto(`/collections/${slug}`);
  // Until the page is alive a choice only shows.
  await expect(async () => {
    await page.getByLabel('Sort by').selectOption('newest');
    await page.getByLabel('Sort by').selectOption('price_asc');
    await expect(page).toHaveURL(/sort=price_asc/u, { timeout: 5000 });
  }).toPass();
  await page.getByLabel('In stock only').check();
  await expect(page).toHaveURL(/stock=1/u);
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test('a collection that is not there, or not published, is a 404', async ({ page }) => {
  expect((await page.goto('/collections/no-such-collection'))?.status()).toBe(404);
});
