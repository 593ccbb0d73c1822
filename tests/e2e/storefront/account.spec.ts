import type { Page } from '@playwright/test';
import { signInAs } from '../support/customer.ts';
import { addToCart } from '../support/shopper.ts';
import { expect, test } from '../support/test.ts';

const password = 'quiet-harbour-lamp-42';

const cartOf = (page: Page, items: string) => page.getByRole('link', { name: `Cart, ${items}` });

test('the cart of a guest goes into the account at sign-in, on every device', async ({
  page,
  browser,
  factories,
}) => {
  const customer = await factories.createCustomer({ password });
  const [first, second] = await Promise.all([
    factories.createProduct({ variants: [{ stock: 9 }] }),
    factories.createProduct({ variants: [{ stock: 9 }] }),
  ]);
  await addToCart(page, first.slug);
  await signInAs(page, { ...customer, password });
  await expect(page.getByRole('heading', { name: `Hello, ${customer.name}` })).toBeVisible();
  await expect(cartOf(page, '1 item')).toBeVisible();

  const phone = await browser.newPage();
  await addToCart(phone, second.slug);
  await signInAs(phone, { ...customer, password });
  await expect(cartOf(phone, '2 items')).toBeVisible();
  await page.goto('/cart');
  await expect(page.getByRole('link', { name: first.name })).toBeVisible();
  await expect(page.getByRole('link', { name: second.name })).toBeVisible();
  await page.getByRole('button', { name: `One more of ${first.name}` }).click();
  await expect(cartOf(page, '3 items')).toBeVisible();

  await phone.goto('/account');
  await expect(cartOf(phone, '3 items')).toBeVisible();
  await phone.getByRole('button', { name: 'Sign out' }).click();
  await expect(cartOf(phone, '0 items')).toBeVisible();
  await phone.close();
});

test('an address is kept, corrected, used at checkout and removed', async ({
  page,
  factories,
  expectAccessible,
}) => {
  const customer = await factories.createCustomer({ password, name: 'Ada Marlowe' });
  const product = await factories.createProduct({ variants: [{ stock: 9 }] });
  await page.goto('/account/addresses');
  await signInAs(page, { ...customer, password });
  await page.getByRole('link', { name: 'Add an address' }).click();
  const form = page.getByRole('form', { name: 'Address' });
  await form.getByLabel('Address', { exact: true }).fill('1912 SW Morrison Street');
  await form.getByLabel('City').fill('Portland');
  await form.getByLabel('State').selectOption('Oregon');
  await form.getByLabel('ZIP code').fill('SW1A 1AA');
  await form.getByRole('button', { name: 'Save address' }).click();
  await expect(form.getByText('Enter a valid ZIP code')).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel('ZIP code').fill('97205');
  await form.getByRole('button', { name: 'Save address' }).click();
  const card = page.getByRole('article', { name: '1912 SW Morrison Street, Portland' });
  await expect(card.getByText('Portland, OR 97205')).toBeVisible();
  await expect(card.getByText('Usual delivery')).toBeVisible();
  await expectAccessible(page);

  await addToCart(page, product.slug);
  await page.goto('/checkout');
  await expect(page.getByLabel('ZIP code')).toHaveValue('97205');
  await page.getByLabel('Your addresses').selectOption('Another address');
  await page.getByLabel('Address', { exact: true }).fill('48 Alder Street');
  await page.getByLabel('Keep this address in my account').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Pay \$/u }).click();
  await expect(page.getByLabel('Card number')).toBeVisible();

  await page.goto('/account');
  await page.getByRole('link', { name: /^Order \d+/u }).click();
  await expect(page.getByText('48 Alder Street')).toBeVisible();
  await page.goto('/account/addresses');
  await expect(page.getByRole('article', { name: '48 Alder Street, Portland' })).toBeVisible();
  await card.getByRole('button', { name: 'Remove' }).click();
  await expect(card).toBeHidden();
});

test('a product waits on the wishlist and moves to the cart', async ({
  page,
  factories,
  expectAccessible,
}) => {
  const customer = await factories.createCustomer({ password });
  const product = await factories.createProduct({ variants: [{ stock: 9 }] });
  await page.goto(`/p/${product.slug}`);
  await page.getByRole('link', { name: 'Sign in to keep it on your wishlist' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await signInAs(page, { ...customer, password });
  await page.getByRole('button', { name: 'Keep on your wishlist' }).click();
  const heart = page.getByRole('button', { name: 'On your wishlist' });
  await expect(heart).toHaveAttribute('aria-busy', 'false');
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/account/wishlist');
  const wish = page.getByRole('article', { name: product.name });
  await expect(wish).toBeVisible();
  await expectAccessible(page);
  await wish.getByRole('button', { name: 'Move to cart' }).click();
  await expect(cartOf(page, '1 item')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing on your wishlist yet' })).toBeVisible();
});

test('details and consent change in the account', async ({ page, pool, factories, expectAccessible }) => {
  const customer = await factories.createCustomer({ password });
  await page.goto('/account/details');
  await signInAs(page, { ...customer, password });
  await page.getByLabel('Full name').fill('Ada King');
  await page.getByLabel('Phone (optional)').fill('call me');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Enter a phone number')).toBeVisible();
  await page.getByLabel('Phone (optional)').fill('+1 503 555 0100');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your details are saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, write to me' }).click();
  await expect(page.getByText('You will hear from us.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop news and offers' }).click();
  await expect(page.getByText('We will not write to you any more.')).toBeVisible();
  const { rows } = await pool.query<{ granted: boolean }>(
    'select granted from customer_consent where customer_id = $1 order by created_at',
    [customer.id],
  );
  expect(rows).toEqual([{ granted: true }, { granted: false }]);
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Hello, Ada King' })).toBeVisible();
});
