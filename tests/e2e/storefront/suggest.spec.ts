import { expect, test } from '../support/test.ts';

test('what is typed is suggested, by keyboard too, and opens', async ({ page, expectAccessible }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search products' });
  await expect(async () => {
    await box.fill('');
    await box.pressSequentially('mu');
    await expect(page.getByRole('option', { name: /Mug/u }).first()).toBeVisible({ timeout: 3000 });
  }).toPass();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await box.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(box).toHaveValue('mu');
  await box.pressSequentially('g');
  const product = page.getByRole('group', { name: 'Products' }).getByRole('option').first();
  await product.click();
  await expect(page).toHaveURL(/\/p\//u);
});

test('Enter searches for what was typed, not for what is suggested', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search products' });
  await box.fill('linen napkins');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=linen\+napkins/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('linen napkins');
  await expect(page.locator('main mark').first()).toHaveText(/linen|napkin/iu);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the box is a form', async ({ page }) => {
    await page.goto('/');
    const box = page.getByRole('searchbox', { name: 'Search products' });
    await box.fill('teapot');
    await box.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=teapot/u);
    await expect(page.locator('main li article').first()).toBeVisible();
  });
});

test('a word nobody knows is read as another, and that is said', async ({ page, expectAccessible }) => {
  await page.goto('/search?q=bottel');
  await expect(page.getByText(/We do not know “bottel”/u)).toBeVisible();
  await expect(page.getByRole('link', { name: 'bottle', exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('nothing found helps on', async ({ page, expectAccessible }) => {
  await page.goto('/search?q=zzzqqqxxx');
  await expect(page.getByRole('heading', { name: /Nothing found/u })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Departments to look in' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/c\//u);
});

test('a result that is opened is told, and opens no later for it', async ({ page, pool }) => {
  async function clicks(): Promise<number> {
    const { rows } = await pool.query<{ clicks: number }>(
      `select coalesce(sum(clicks), 0)::int as clicks from search_click where query = 'teapot'`,
    );
    return rows[0]?.clicks ?? 0;
  }
  const before = await clicks();
  await page.goto('/search?q=teapot');
  await page.locator('main li article a').first().click();
  await expect(page).toHaveURL(/\/p\//u);
  await expect.poll(clicks).toBe(before + 1);
});

test('brands and ratings narrow a list', async ({ page }) => {
  await page.goto('/search?q=mug');
  const brand = page.getByRole('group', { name: 'Brand' }).getByRole('checkbox').first();
  const name = (await brand.getAttribute('value')) ?? '';
  await brand.check();
  await expect(page).toHaveURL(new RegExp(`brand=${name.split(' ')[0]}`, 'u'));
  await page.getByRole('radio', { name: /4\.0 out of 5/u }).check();
  await expect(page).toHaveURL(/rating=4/u);
  await page.getByRole('link', { name: `Remove filter: ${name}` }).click();
  await expect(page).not.toHaveURL(/brand=/u);
});
