import { randomUUID } from 'node:crypto';
import { createApiClient } from '@turing/client';
import { exampleAddress } from '@turing/db/testing';
import { expect, shopUrls, test } from '../support/test.ts';
import { addToCart } from '../support/shopper.ts';

const api = createApiClient({ url: `${shopUrls.api}/trpc` });

/** Another shopper, quicker. */
async function buy(variantId: string): Promise<void> {
  const { token } = await api.orders.cart.addLine.mutate({
    token: null,
    variantId,
    quantity: 1,
    idempotencyKey: randomUUID(),
  });
  const quote = await api.orders.checkout.quote.query({ token, country: 'US', region: 'OR' });
  await api.orders.checkout.place.mutate({
    token,
    email: 'quicker@example.com',
    address: exampleAddress(),
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
    idempotencyKey: randomUUID(),
  });
}

test('the last one is sold while it is in the cart: the shopper is told and pays nothing', async ({
  page,
  factories,
  pool,
}) => {
  const product = await factories.createProduct({ variants: [{ stock: 1 }] });
  const variantId = product.variants[0]!.id;
  await addToCart(page, product.slug);
  await page.goto('/cart');
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible();
  await buy(variantId);
  await page.reload();
  await expect(page.getByText(/out of stock|sold out/iu).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Checkout' })).toHaveCount(0);
  const { rows } = await pool.query('select count(*)::int as n from order_line where variant_id = $1', [
    variantId,
  ]);
  expect(rows).toEqual([{ n: 1 }]);
});

test('the last one is sold while the address is typed: nothing typed is lost', async ({
  page,
  factories,
}) => {
  const product = await factories.createProduct({ variants: [{ stock: 1 }] });
  await addToCart(page, product.slug);
  await page.goto('/checkout');
  await page.getByLabel('Email', { exact: true }).fill('slower@example.com');
  await page.getByLabel('Full name').fill('Grace Okafor');
  await page.getByLabel('Address', { exact: true }).fill('1912 SW Morrison Street');
  await page.getByLabel('City').fill('Portland');
  await page.getByLabel('State').selectOption('OR');
  await page.getByLabel('ZIP code').fill('97205');
  await buy(product.variants[0]!.id);
  await page.getByRole('button', { name: /^Pay \$/u }).click();
  await expect(page.getByText(/out of stock|sold out|no longer available/iu).first()).toBeVisible();
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue('slower@example.com');
  await expect(page.getByLabel('City')).toHaveValue('Portland');
});
