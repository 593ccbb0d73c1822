import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { signIn } from '../support/staff.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

async function bringIn(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await page
    .locator('input[type=file][aria-label="CSV file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** One of the four numbers a run ends with. */
function figure(page: Page, label: string) {
  return page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd');
}

test('a file with bad rows is looked at, told of by line and column, and what is right comes in', async ({
  page,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const stamp = Date.now();
  const [right, wrong] = [`RIGHT-${stamp}`, `WRONG-${stamp}`];
  for (const sku of [right, wrong])
    await factories.createProduct({ variants: [{ sku, prices: { USD: 2400 } }] });
  await signIn(page, 'owner');
  await page.goto('/transfers');
  await page.getByRole('button', { name: 'see what every column means' }).click();
  const columns = page.getByRole('dialog', { name: 'Columns of a file of products' });
  await expect(columns.getByText('price_usd', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(columns).toBeHidden();

  await page.getByRole('radiogroup', { name: 'What the file is about' }).getByText('Prices').click();
  await bringIn(page, `prices-${stamp}.csv`, [
    'sku,currency,amount',
    `${right},USD,19.00`,
    `${wrong},USD,a lot`,
    `NOBODY-${stamp},USD,5.00`,
  ]);
  await expect(page.getByText('Nothing has been written yet')).toBeVisible({ timeout: 30_000 });
  await expect(figure(page, 'Would be updated')).toHaveText('1');
  await expect(figure(page, 'Would be refused')).toHaveText('2');
  const report = page.getByRole('region', { name: '2 problems' });
  await expect(report.getByRole('row', { name: /^3 amount .* a lot$/u })).toBeVisible();
  await expect(
    report.getByRole('row', { name: new RegExp(`^4 sku .* NOBODY-${stamp}$`, 'u') }),
  ).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download report' }).click();
  const saved = await readFile(await (await saving).path(), 'utf8');
  expect(saved).toContain('3,amount,');

  await page.getByRole('button', { name: 'Import for real' }).click();
  await expect(figure(page, 'Updated')).toHaveText('1', { timeout: 30_000 });
  await expect(page.getByText('With problems', { exact: true })).toBeVisible();
  await page.goto(`/products?q=${right}`);
  await expect(page.getByText('$19.00')).toBeVisible();
  await page.goto(`/products?q=${wrong}`);
  await expect(page.getByText('$24.00')).toBeVisible();
});
