import { devices } from '@playwright/test';
import { expect, test } from '../support/test.ts';

const profiles = [
  { name: 'desktop, light', use: { colorScheme: 'light' as const } },
  { name: 'desktop, dark', use: { colorScheme: 'dark' as const } },
  { name: 'phone, light', use: { ...devices['Pixel 7'], colorScheme: 'light' as const } },
];

for (const { name, use } of profiles) {
  test.describe(name, () => {
    const { defaultBrowserType: _ignored, ...options } = { defaultBrowserType: undefined, ...use };
    test.use(options);

    test('every page is accessible', async ({ page, factories, expectAccessible }) => {
      test.setTimeout(120_000);
      const product = await factories.createProduct({
        variants: [{ stock: 3, options: { Colour: 'Moss', Size: 'M' } }],
      });
      for (const path of [
        '/',
        '/search?q=lamp',
        '/search?q=zzzzqqq',
        `/p/${product.slug}`,
        '/cart',
        '/account',
        '/sign-up',
        '/forgotten-password',
      ]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
      await page.goto('/');
      await page.goto((await page.locator('a[href^="/c/"]').first().getAttribute('href')) ?? '/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await page.goto(`/p/${product.slug}`);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
      for (const path of ['/cart', '/checkout']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
    });
  });
}

test('a page that does not exist says so with 404 and helps', async ({ page, expectAccessible }) => {
  const response = await page.goto('/p/no-such-thing');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('an order link that was never given opens nothing', async ({ page }) => {
  const response = await page.goto(`/orders/${'x'.repeat(32)}`);
  expect(response?.status()).toBe(404);
});

test('no image of a list is broken', async ({ page }) => {
  await page.goto('/search?q=lamp');
  await expect(page.getByRole('main').locator('img').first()).toBeVisible();
  const drawn = `[...document.querySelectorAll('main img')].slice(0, 4).every((image) => image.naturalWidth > 100)`;
  await expect.poll(() => page.evaluate(drawn)).toBe(true);
});
