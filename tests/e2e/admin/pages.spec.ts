import { expect, shopUrls, test } from '../support/test.ts';
import { signIn } from '../support/staff.ts';

test.use({ baseURL: shopUrls.admin });

// Not the previews of e-mails: their frame runs no script, and axe is one.
const salesPages = [
  '/drafts',
  '/drafts/new',
  '/returns',
  '/abandoned-carts',
  '/promotions',
  '/promotions/new',
  '/gift-cards',
  '/settings/shipping',
  '/settings/tax',
  '/settings/regions',
  '/settings/business',
];

const cataloguePages = [
  '/products/new',
  '/categories',
  '/collections',
  '/attributes',
  '/prices',
  '/prices/groups',
  '/stock',
  '/stock/count',
  '/stock/low',
  '/stock/reservations',
  '/stock/locations',
  '/reviews',
  '/search',
  '/transfers',
  '/settings/staff',
  '/settings/roles',
  '/settings/tokens',
  '/settings/security',
  '/audit',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('home, orders and products are accessible', async ({ page, expectAccessible }) => {
      test.setTimeout(120_000);
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await expectAccessible(page);
      await signIn(page, 'owner');
      for (const path of ['/', '/orders', '/products']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        if (path !== '/') await expect(page.getByRole('row').nth(1)).toBeVisible();
        await expectAccessible(page);
      }
      await page.goto('/orders');
      await page.getByRole('link', { name: /^#\d+/u }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: /Order #\d+/u })).toBeVisible();
      await expectAccessible(page);
    });

    for (const [name, paths] of [
      ['sales', salesPages],
      ['catalogue', cataloguePages],
    ] as const) {
      test(`every page of ${name} is accessible`, async ({ page, expectAccessible }) => {
        test.setTimeout(180_000);
        await signIn(page, 'owner');
        for (const path of paths) {
          await page.goto(path);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expectAccessible(page);
        }
      });
    }
  });
}

test('a wrong password is refused with a sentence, and a page asked for is reached after signing in', async ({
  page,
}) => {
  await page.goto('/products');
  await expect(page).toHaveURL(/\/sign-in/u);
  await page.getByLabel('Email').fill('owner@turing.example');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /password/iu })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('turing-commerce-owner');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/products/u);
});
