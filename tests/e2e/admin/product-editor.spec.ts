import type { Page } from '@playwright/test';
import { signIn } from '../support/staff.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

function nameOf(page: Page) {
  return page.getByRole('textbox', { name: 'Name', exact: true });
}

/** Starts a draft in a category of its own and stays on its variants. */
async function createDraft(page: Page, { name, category }: { name: string; category: string }) {
  await page.goto('/products');
  await page.getByRole('link', { name: 'New product' }).click();
  await nameOf(page).fill(name);
  const chooser = page.getByRole('combobox', { name: 'Category' });
  await chooser.click();
  await chooser.fill(category);
  await page.getByRole('option', { name: category }).click();
  await page.getByRole('button', { name: 'Create product' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add option' })).toBeVisible();
}

async function addOption(page: Page, place: number, option: { name: string; values: string }) {
  await page.getByRole('button', { name: 'Add option' }).click();
  await page.getByLabel(`Name of option ${place}`).fill(option.name);
  await page.getByLabel(`New values of ${option.name}`).fill(option.values);
  await page.getByLabel(`New values of ${option.name}`).press('Enter');
}

async function openTab(page: Page, name: 'Details' | 'Variants') {
  await page.getByRole('navigation', { name: 'Product' }).getByRole('link', { name }).click();
}

test('a product is made, priced and published, and is in the shop', async ({
  page,
  browser,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const name = `Ridge Cap ${Date.now()}`;
  const category = `Caps ${Date.now()}`;
  await factories.createCategory({ name: category });
  await signIn(page, 'owner');
  await createDraft(page, { name, category });

  await addOption(page, 1, { name: 'Colour', values: 'Moss, Sand' });
  await addOption(page, 2, { name: 'Size', values: 'S, M, L' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save options' }).click();
  await page.getByLabel('Price, USD').fill('24');
  await page.getByRole('button', { name: 'Generate 6 variants' }).click();
  const grid = page.getByRole('grid', { name: 'Variants' });
  await expect(grid.getByRole('row')).toHaveCount(7);

  const compareAt = grid.getByLabel('Compare at, USD of Moss / S');
  await compareAt.fill('20');
  await expect(grid.getByText('Above the price')).toBeVisible();
  await compareAt.fill('30');
  await grid.getByLabel('Price, USD of Moss / S').fill('26.50');
  await grid.getByLabel('Price, USD of Moss / S').press('Enter');
  await expect(grid.getByLabel('Price, USD of Moss / M')).toBeFocused();
  await grid.getByLabel('Price, USD of Moss / M').press('ControlOrMeta+d');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeHidden();
  await expect(grid.getByLabel('Price, USD of Moss / S')).toHaveValue('26.50');

  await openTab(page, 'Details');
  await page.getByLabel('Summary').fill('Keeps the sun off.');
  await openTab(page, 'Variants');
  await page
    .getByRole('dialog', { name: 'Leave without saving?' })
    .getByRole('button', { name: 'Stay' })
    .click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeHidden();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const inShop = await page.getByRole('link', { name: 'View in shop' }).getAttribute('href');

  const shopper = await browser.newContext({ baseURL: shopUrls.storefront });
  const shop = await shopper.newPage();
  await shop.goto(inShop ?? '');
  await expect(shop.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(shop.getByText('$26.50').first()).toBeVisible();
  await shopper.close();
});

test('a given address is refused when it is taken; a new one is kept beside the old one', async ({
  page,
  factories,
}) => {
  const [product, other] = [await factories.createProduct(), await factories.createProduct()];
  await signIn(page, 'owner');
  await page.goto(`/products/${product.id}`);
  await page.getByLabel('Address').fill(other.slug);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Something else has that address.').first()).toBeVisible();
  await page.getByLabel('Address').fill(`${product.slug}-renamed`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`Leads here too: ${product.slug}`)).toBeVisible();
});

test('two people edit one product: the second sees both versions and keeps what was typed', async ({
  page,
  browser,
  factories,
}) => {
  const product = await factories.createProduct();
  await signIn(page, 'owner');
  await page.goto(`/products/${product.id}`);
  await nameOf(page).fill('What I typed');

  const desk = await browser.newContext({ baseURL: shopUrls.admin });
  const other = await desk.newPage();
  await signIn(other, 'owner');
  await other.goto(`/products/${product.id}`);
  await nameOf(other).fill('What they saved');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'What they saved' })).toBeVisible();
  await desk.close();

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'You edited version 1' });
  await expect(notice.getByRole('cell', { name: 'What I typed' })).toBeVisible();
  await expect(notice.getByRole('cell', { name: 'What they saved' })).toBeVisible();
  await notice.getByRole('button', { name: /^Keep my text/u }).click();
  await expect(nameOf(page)).toHaveValue('What I typed');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What I typed' })).toBeVisible();
});

test('many products are tagged at once', async ({ page, factories }) => {
  const brand = `Brand ${Date.now()}`;
  const tag = `tag-${Date.now()}`;
  for (const _each of [1, 2]) await factories.createProduct({ brand });
  await signIn(page, 'owner');
  await page.goto(`/products?q=${encodeURIComponent(brand)}`);
  await page.getByRole('checkbox', { name: 'Select all products' }).check();
  await page.getByRole('button', { name: 'Tag' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tag 2 products' });
  await dialog.getByRole('combobox', { name: 'Add' }).fill(tag);
  await dialog.getByRole('combobox', { name: 'Add' }).press('Enter');
  await dialog.getByRole('combobox', { name: 'Add' }).press('Tab');
  await dialog.getByRole('button', { name: 'Change tags' }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole('link', { name: /^Product / })
    .first()
    .click();
  await expect(page.getByText(tag)).toBeVisible();
});
