import { signIn } from '../support/staff.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

test('a sale is made, filled, dated and switched on, and shoppers pay less', async ({
  page,
  browser,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const sku = `SALE-${Date.now()}`;
  const product = await factories.createProduct({ variants: [{ sku }] });
  await signIn(page, 'owner');
  await page.goto('/prices');
  await page.getByRole('button', { name: 'New list' }).click();
  const dialog = page.getByRole('dialog', { name: 'New price list' });
  const name = `Weekend ${Date.now()}`;
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  // A list without prices offers every variant.
  await expect(page.getByRole('switch', { name: 'All variants' })).toBeChecked();
  await page.getByLabel('Search product or SKU').fill(sku);
  await page.getByLabel(`List price of ${sku}`).fill('a lot');
  await expect(page.getByLabel(`List price of ${sku}`)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(`List price of ${sku}`).fill('7.50');
  await page.getByRole('button', { name: 'Save prices' }).click();
  await expect(page.getByRole('region', { name: 'Unsaved prices' })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible();

  const shopper = await browser.newContext({ baseURL: shopUrls.storefront });
  const shop = await shopper.newPage();
  await expect
    .poll(async () => {
      await shop.goto(`/p/${product.slug}`);
      return shop.getByText('$7.50').count();
    })
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Switch on' })).toBeVisible();
  await expect
    .poll(async () => {
      await shop.goto(`/p/${product.slug}`);
      return shop.getByText('$7.50').count();
    })
    .toBe(0);
  await shopper.close();
});

test('a group of customers gets its own list', async ({ page, expectAccessible }) => {
  test.setTimeout(120_000);
  const stamp = Date.now();
  await signIn(page, 'owner');
  await page.goto('/prices/groups');
  await page.getByRole('button', { name: 'New group' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`Trade ${stamp}`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Trade ${stamp}`).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto('/prices');
  await page.getByRole('button', { name: 'New list' }).click();
  const list = page.getByRole('dialog', { name: 'New price list' });
  await list.getByLabel('Name').fill(`For the trade ${stamp}`);
  await list.getByText('Regular prices', { exact: true }).click();
  await list.getByRole('combobox', { name: 'For' }).click();
  await page.getByRole('option', { name: `Trade ${stamp}` }).click();
  await list.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `For the trade ${stamp}` })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'For' })).toHaveValue(`Trade ${stamp}`);
});
