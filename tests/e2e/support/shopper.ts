import { expect, type Page } from '@playwright/test';

export const cards = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  secure: '4000 0027 6000 3184',
};

/** Opens a product and puts one of it into the cart. */
export async function addToCart(page: Page, slug: string): Promise<void> {
  await page.goto(`/p/${slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
}

/** From the cart to the gateway's payment page as a guest in Oregon. */
export async function checkOut(page: Page, email: string): Promise<void> {
  await page.goto('/cart');
  await page.getByRole('link', { name: 'Checkout' }).click();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Full name').fill('Grace Okafor');
  await page.getByLabel('Address', { exact: true }).fill('1912 SW Morrison Street');
  await page.getByLabel('City').fill('Portland');
  await page.getByLabel('State').selectOption('OR');
  await page.getByLabel('ZIP code').fill('97205');
  await page.getByRole('button', { name: /^Pay \$/u }).click();
  await expect(page.getByLabel('Card number')).toBeVisible();
}

/** Types a card into the gateway's page and pays. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiration').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByLabel('Name on card').fill('Grace Okafor');
  await page.getByRole('button', { name: /^Pay/u }).click();
}

/** The number in the heading of an order's page. */
export async function orderNumber(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name: /Order #?\d+/u });
  await expect(heading).toBeVisible();
  return /\d+/u.exec(await heading.innerText())?.[0] ?? '';
}

/** Buys one of a product with a good card; the order's number. */
export async function buy(
  page: Page,
  wanted: { readonly slug: string; readonly email: string },
): Promise<string> {
  await addToCart(page, wanted.slug);
  await checkOut(page, wanted.email);
  await payWith(page, cards.good);
  const number = await orderNumber(page);
  await expect(page.getByText(/Payment received/u).first()).toBeVisible();
  return number;
}
