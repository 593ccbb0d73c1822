import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/account');
  await page.getByLabel('Email', { exact: true }).first().fill(email);
  await page.getByLabel('Password', { exact: true }).first().fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

test('a member of a group sees and pays their own price, everybody else the usual one', async ({
  page,
  browser,
  factories,
  pool,
}) => {
  test.setTimeout(120_000);
  const password = 'member-of-a-group';
  const customer = await factories.createCustomer({ password });
  const name = `Quorum ${customer.id.slice(-6)}`;
  const category = await factories.createCategory();
  const product = await factories.createProduct({
    name,
    categoryId: category.id,
    variants: [{ stock: 5, prices: { USD: 10_000 } }],
  });
  await pool.query(
    `with club as (insert into customer_group (code, name) values ($1, $1) returning id),
       member as (insert into customer_group_member (customer_id, group_id) select $2, id from club),
       list as (insert into price_list (name, kind, active, group_id) select $1, 'override', true, id from club returning id)
     insert into price_list_price (price_list_id, variant_id, currency, amount_minor)
     select id, $3, 'USD', 8400 from list`,
    [`club-${customer.id}`, customer.id, product.variants[0]!.id],
  );
  const stranger = await (await browser.newContext()).newPage();
  const everywhere = [`/search?q=${encodeURIComponent(name)}`, `/c/${category.slug}`, `/p/${product.slug}`];
  const priceOn = (shown: Page) => {
    const place = shown.url().includes('/p/')
      ? shown.getByRole('article').first()
      : shown.getByRole('article').filter({ hasText: name });
    return place.getByText(/\$\d/u).first();
  };
  async function expectPrice(shown: Page, price: string): Promise<void> {
    for (const path of everywhere) {
      const answer = await shown.goto(path);
      expect(answer?.headers()['cache-control'], path).toMatch(/private|no-store/u);
      await expect(priceOn(shown), path).toHaveText(price);
    }
  }

  await expect(async () => expectPrice(stranger, '$100.00')).toPass({ timeout: 30_000 });
  await signIn(page, customer.email, password);
  await expectPrice(page, '$84.00');
  await expectPrice(stranger, '$100.00');

  for (const [shown, price] of [
    [page, '$84.00'],
    [stranger, '$100.00'],
  ] as const) {
    const box = shown.getByRole('combobox', { name: 'Search products' });
    await expect(async () => {
      await box.fill('');
      await box.pressSequentially(name);
      await expect(shown.getByRole('option', { name: new RegExp(name, 'u') })).toContainText(price, {
        timeout: 3000,
      });
    }).toPass();
    await box.press('Escape');
    await shown.getByRole('button', { name: 'Add to cart' }).click();
    await expect(shown.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
    for (const path of ['/cart', '/checkout']) {
      await shown.goto(path);
      await expect(shown.getByRole('main').getByText(price).first()).toBeVisible();
    }
  }
  await stranger.context().close();

  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await page.goto(`/p/${product.slug}`);
  await expect(priceOn(page)).toHaveText('$100.00');
});
