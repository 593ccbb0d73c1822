import { expect, test } from '../support/test.ts';
import { cards, payWith } from '../support/shopper.ts';

test('a visitor shops in the region of their country, or in the one they choose; the cart follows', async ({
  browser,
  factories,
}) => {
  const product = await factories.createProduct({
    variants: [{ stock: 5, prices: { USD: 2000, EUR: 1900, GBP: 1700 } }],
  });
  const context = await browser.newContext({ extraHTTPHeaders: { 'cf-ipcountry': 'DE' } });
  const page = await context.newPage();
  await page.goto(`/p/${product.slug}`);
  await expect(page.getByRole('main').getByText('€19.00').first()).toBeVisible();
  await expect(page.getByText('Incl. VAT, plus shipping')).toBeVisible();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
  await page.getByRole('combobox', { name: 'Region and currency' }).selectOption('uk');
  await expect(page.getByRole('main').getByText('£17.00').first()).toBeVisible();
  await page.goto('/cart');
  await expect(page.getByText('your cart is priced in GBP now', { exact: false })).toBeVisible();
  await expect(page.getByRole('main').getByText('£17.00').first()).toBeVisible();
  await context.close();
});

test('an order is picked up: no street is asked for, and the tax is that of the place', async ({
  page,
  factories,
  expectAccessible,
}) => {
  const product = await factories.createProduct({ variants: [{ stock: 5 }] });
  await page.goto(`/p/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
  await page.goto('/checkout');
  await page.getByLabel('Email', { exact: true }).fill(`fetch-${Date.now()}@example.com`);
  await page.getByLabel('State').selectOption('CA');
  await expect(page.getByText(/^Sales tax \(/u)).toBeVisible();
  await page.getByRole('radio', { name: /Pick up in Portland/u }).check();
  await expect(page.getByRole('heading', { name: 'Who picks it up' })).toBeVisible();
  await expect(page.getByLabel('Address', { exact: true })).toHaveCount(0);
  await expect(page.getByText(/^Sales tax \(/u)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByRole('button', { name: /^Pay / }).click();
  await payWith(page, cards.good);
  await expect(page.getByText(/Payment received/u).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Where you pick it up' })).toBeVisible();
  await expect(page.getByText('2100 NW Front Avenue')).toBeVisible();
});
