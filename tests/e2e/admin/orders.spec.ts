import { expect, shopUrls, test } from '../support/test.ts';
import { signIn } from '../support/staff.ts';

test.use({ baseURL: shopUrls.admin });

test('staff find orders by what they are, keep the view, and ship many at once', async ({
  page,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const mark = `rush-${Date.now()}`;
  const product = await factories.createProduct({ variants: [{ stock: 50 }] });
  const sku = product.variants[0]?.sku ?? '';
  const lines = [{ variantId: product.variants[0]?.id ?? '', quantity: 1 }];
  const paid = await factories.createOrder({ lines });
  const other = await factories.createOrder({ lines });
  const unpaid = await factories.createOrder({ lines, status: 'pending' });
  await signIn(page, 'owner');

  await page.getByRole('link', { name: 'Orders', exact: true }).first().click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel('SKU').fill(sku);
  await page.getByLabel('SKU').press('Enter');
  await page.keyboard.press('Escape');
  const rows = page.getByRole('checkbox', { name: /^Select order/u });
  await expect(rows).toHaveCount(3);
  await expect(page).toHaveURL(/sku=/u);

  await page.getByRole('checkbox', { name: 'Select all orders of this page' }).check();
  const bar = page.getByRole('region', { name: 'Chosen orders' });
  await expect(bar.getByRole('status')).toHaveText('3 orders chosen');
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Tag' }).click();
  const tags = page.getByRole('dialog', { name: 'Tag 3 orders' });
  await tags.getByLabel('Add').fill(mark);
  await tags.getByLabel('Add').press('Enter');
  await tags.getByRole('button', { name: 'Change tags' }).click();
  await expect(tags).toBeHidden();
  await expect(page.getByText(mark)).toHaveCount(3);

  await page.getByRole('button', { name: 'Save view' }).click();
  const view = page.getByRole('dialog', { name: 'Save view' });
  await view.getByLabel('Name').fill(mark);
  await view.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('tab', { name: 'All', exact: true }).click();
  await page.getByRole('tab', { name: mark }).click();
  await expect(rows).toHaveCount(3);

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(bar.getByRole('status')).toHaveText('1 order chosen');
  await page.getByRole('checkbox', { name: 'Select all orders of this page' }).check();
  await bar.getByRole('button', { name: 'Ship' }).click();
  const ship = page.getByRole('dialog', { name: 'Ship 3 orders' });
  await ship.getByLabel('Carrier').fill('UPS');
  await ship.getByLabel('Tracking numbers').fill(`${paid.number} 1Z${paid.number}`);
  await ship.getByRole('button', { name: 'Ship' }).click();
  const left = page.getByRole('dialog', { name: '1 order left as it is' });
  await expect(left).toContainText('2 orders changed.');
  await expect(left.getByRole('link')).toHaveText(`#${unpaid.number}`);
  await left.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('table').getByText('Shipped', { exact: true })).toHaveCount(2);

  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More about this list' }).click();
  await page.getByRole('menuitem', { name: 'Export orders' }).click();
  expect((await file).suggestedFilename()).toMatch(/^orders-.*\.csv$/u);
  await page.getByRole('button', { name: 'More about this list' }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(page.getByRole('tab', { name: mark })).toHaveCount(0);
  await page.goto(`/orders/${other.id}`);
  await expect(page.getByText('UPS').first()).toBeVisible();
});
