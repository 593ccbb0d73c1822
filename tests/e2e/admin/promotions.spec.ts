import { signIn } from '../support/staff.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

test('a promotion is written, read in words, given codes, copied and ended', async ({
  page,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const name = `Lamps ${Date.now()}`;
  const sku = `PROMO-${Date.now()}`;
  await factories.createProduct({ name, variants: [{ sku, prices: { USD: 4000 } }] });
  await signIn(page, 'owner');
  await page.goto('/promotions');
  await page.getByRole('link', { name: 'New promotion' }).click();
  await page.getByRole('button', { name: 'Create promotion' }).click();
  await expect(page.getByText('A promotion needs a name: shoppers see it.')).toBeVisible();

  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Code', { exact: true }).fill(`e2e-${Date.now()}`);
  await page.getByLabel('Percent off').fill('25');
  await page.getByLabel('Uses per customer').fill('1');
  await expect(
    page.getByText(/^25 % off everything\. With code E2E-\d+, from .* At most once per customer\.$/u),
  ).toBeVisible();
  await page.getByLabel('Add an item to the cart').fill(sku);
  await page.getByRole('option', { name }).click();
  await expect(page.getByText('-$10.00')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create promotion' }).click();

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Running')).toBeVisible();
  await page.getByRole('button', { name: 'New codes' }).click();
  const dialog = page.getByRole('dialog', { name: 'New codes' });
  await dialog.getByLabel('How many', { exact: true }).last().fill('12');
  await dialog.getByRole('button', { name: 'Make codes' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('13 codes').first()).toBeVisible();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await file).suggestedFilename()).toBe(`${name}.csv`);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Copy of ${name}` })).toBeVisible();
  await page.getByRole('link', { name: 'All promotions' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText('Ended', { exact: true })).toBeVisible();
});
