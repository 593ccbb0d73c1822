import { checkOut } from '../support/shopper.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.storefront });

test('codes are typed, told why not, combined, taken off and kept on the order', async ({
  page,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const product = await factories.createProduct({ variants: [{ prices: { USD: 4000 } }] });
  const tenth = await factories.createPromotion({ terms: { name: 'Ten percent less', priority: 1 } });
  const five = await factories.createPromotion({
    kind: 'amount',
    amountMinor: 500,
    terms: { name: 'Five dollars less' },
  });
  const dear = await factories.createPromotion({ minimumSubtotalMinor: 5000 });
  const first = await factories.createPromotion({ terms: { first_order_only: true, name: 'First order' } });

  await page.goto(`/p/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('link', { name: /^Cart, 1 item/u })).toBeVisible();
  await page.goto('/cart');
  const apply = async (code: string) => {
    await page.getByLabel('Promo code').fill(code);
    await page.getByLabel('Promo code').press('Enter');
  };
  const held = page.getByRole('list', { name: 'Promotions' });

  await apply(dear.code);
  await expect(page.getByText('Add $10.00 more to use it.')).toBeVisible();
  await apply(tenth.code.toLowerCase());
  await expect(held.getByText('Ten percent less')).toBeVisible();
  await apply(five.code);
  await expect(held.getByText('Five dollars less')).toBeVisible();
  await apply(first.code);
  await expect(held.getByText('Decided at checkout, once we know your email address.')).toBeVisible();
  await expect(page.getByText(`Discount (${tenth.code})`)).toBeVisible();
  await expect(page.getByText('$31.00')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: `Remove code ${five.code}` }).click();
  await expect(held.getByText('Five dollars less')).toBeHidden();
  await expect(page.getByText('$36.00')).toBeVisible();

  await page.getByRole('link', { name: 'Checkout' }).click();
  await page.getByLabel('Email', { exact: true }).fill(`codes-${Date.now()}@example.com`);
  await page.getByLabel('Email', { exact: true }).blur();
  await expect(page.getByText(`Discount (${first.code})`)).toBeVisible();
  await checkOut(page, `codes-${Date.now()}@example.com`);
});
