import { expect, test } from '../support/test.ts';
import { expectEmail } from '../support/mailbox.ts';
import { cards, checkOut, orderNumber, payWith } from '../support/shopper.ts';

test('a guest searches, fills a cart, checks out, pays and is confirmed', async ({
  page,
  expectAccessible,
}) => {
  const email = `guest-${Date.now()}@example.com`;
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Search products' }).fill('mug');
  await page.getByRole('combobox', { name: 'Search products' }).press('Enter');
  await expect(page).toHaveURL(/\/search\?.*q=mug/u);
  await page.getByRole('main').getByRole('link', { name: /mug/iu }).first().click();
  await expect(page).toHaveURL(/\/p\//u);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
  await checkOut(page, email);
  await payWith(page, cards.good);
  await expect(page).toHaveURL(/\/orders\//u);
  const number = await orderNumber(page);
  await expect(page.getByText(/Payment received/u).first()).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(/Payment received|Confirmed/u).first()).toBeVisible();
  const mail = await expectEmail(email, new RegExp(number, 'u'));
  expect(mail).toContain('/orders/');
  await page.goto('/cart');
  await expect(page.getByRole('link', { name: 'Checkout' })).toHaveCount(0);
});

test('a card that asks for 3-D Secure pays after it', async ({ page, factories }) => {
  const product = await factories.createProduct({ variants: [{ stock: 5 }] });
  await page.goto(`/p/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
  await checkOut(page, `secure-${Date.now()}@example.com`);
  await payWith(page, cards.secure);
  await page.getByRole('button', { name: 'Complete authentication' }).click();
  await expect(page.getByText(/Payment received/u).first()).toBeVisible();
});

test('a shopper without JavaScript buys too', async ({ browser, factories }) => {
  const product = await factories.createProduct({ variants: [{ stock: 5 }] });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/p/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await checkOut(page, `plain-${Date.now()}@example.com`);
  await payWith(page, cards.good);
  await expect(page.getByText(/Payment received/u).first()).toBeVisible();
  await context.close();
});
