import type { Page } from '@playwright/test';
import { signIn } from '../support/staff.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

async function paste(page: Page, location: string, text: string): Promise<void> {
  await page.goto('/stock/count');
  await page.getByRole('combobox', { name: 'Location' }).click();
  await page.getByRole('option', { name: location }).click();
  await page.getByLabel('Rows of a spreadsheet').fill(text);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByRole('button', { name: 'Save count' })).toBeVisible();
}

test('a sheet is counted; what somebody else counted meanwhile is shown, and nothing typed is lost', async ({
  page,
  browser,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const stamp = Date.now();
  const location = `shelf-${stamp}`;
  const skus = [`SHEET-${stamp}-A`, `SHEET-${stamp}-B`] as const;
  await factories.createProduct({ location, variants: skus.map((sku) => ({ sku, stock: 10 })) });
  await signIn(page, 'owner');
  await paste(page, location, `SKU\tCounted\n${skus[0]}\t12\n${skus[1]}\t7\nNOBODY-${stamp}\t3`);
  await expect(page.getByText(`No variant has the SKU NOBODY-${stamp}.`)).toBeVisible();
  await expect(page.getByText('2 levels of 2 rows will change')).toBeVisible();
  await expectAccessible(page);

  const desk = await browser.newContext({ baseURL: shopUrls.admin });
  const other = await desk.newPage();
  await signIn(other, 'owner');
  await paste(other, location, `${skus[1]}\t9`);
  await other.getByRole('button', { name: 'Save count' }).click();
  await expect(other.getByText('1 level changed.')).toBeVisible();
  await desk.close();

  await page.getByRole('button', { name: 'Save count' }).click();
  await expect(page.getByText('It was 10, and is 9 by now')).toBeVisible();
  await expect(page.getByLabel(`Number for ${skus[0]}`)).toHaveValue('12');
  await expect(page.getByLabel(`Number for ${skus[1]}`)).toHaveValue('7');
  await expectAccessible(page);
  await page.getByLabel(`Number for ${skus[1]}`).fill('8');
  await page.getByRole('button', { name: 'Save count' }).click();
  await expect(page.getByText('2 levels changed.')).toBeVisible();
  await page.goto(`/stock?q=${skus[1]}`);
  await expect(page.getByRole('row', { name: new RegExp(skus[1], 'u') })).toContainText('8');
});
