import type { Page } from '@playwright/test';
import { signIn } from '../support/staff.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

test('pictures of a product are added, told, put in order, replaced and given to a variant', async ({
  page,
  factories,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  // It has one picture already.
  const product = await factories.createProduct();
  await signIn(page, 'owner');
  // Two pictures that differ: the console itself, small and large.
  const small = await page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 480 } });
  const large = await page.screenshot();
  await page.goto(`/products/${product.id}/media`);
  await page.locator('input[type=file][aria-label=Pictures]').setInputFiles([
    { name: 'one.png', mimeType: 'image/png', buffer: small },
    { name: 'note.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') },
  ]);
  const alt = page.getByLabel('Alternative text of picture 2', { exact: true });
  await expect(alt).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('note.png')).toBeVisible();
  await alt.fill('The desk from above');
  await alt.blur();
  await page
    .locator('input[type=file][aria-label=Pictures]')
    .setInputFiles([{ name: 'two.png', mimeType: 'image/png', buffer: large }]);
  await expect(page.getByLabel('Alternative text of picture 3', { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Move picture 2 later' }).click();
  const last = page.getByLabel('Alternative text of picture 3', { exact: true });
  await expect(last).toHaveValue('The desk from above');
  const shown = page.getByRole('img', { name: 'The desk from above' });
  const before = await shown.getAttribute('src');
  await page.getByRole('button', { name: 'More for picture 3' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Replace file…' }).click();
  await (await chooser).setFiles({ name: 'new.png', mimeType: 'image/png', buffer: large });
  await expect(shown).not.toHaveAttribute('src', before ?? '', { timeout: 30_000 });
  await page.reload();
  await expect(last).toHaveValue('The desk from above');

  await page.getByRole('navigation', { name: 'Product' }).getByRole('link', { name: 'Variants' }).click();
  const picture = page.getByRole('button', { name: /^Picture of / });
  await picture.first().click();
  const choice = page.getByRole('dialog').getByRole('button', { name: 'Picture 3: The desk from above' });
  await expect(choice).toBeVisible();
  await expectAccessible(page);
  await choice.click();
  await expect(page.getByText('Unsaved changes: 1 variant')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeHidden();
  await page.reload();
  await picture.first().click();
  await expect(choice).toHaveAttribute('aria-pressed', 'true');
});

/** Puts a picture into the field that the page shows. */
async function fill(page: Page, buffer: Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer });
}

test('a collection gets a picture, then another', async ({ page, expectAccessible }) => {
  test.setTimeout(120_000);
  await signIn(page, 'owner');
  const small = await page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 480 } });
  const large = await page.screenshot();
  await page.goto('/collections/new');
  await page.getByLabel('Name').fill(`Pictured ${Date.now()}`);
  await page.getByRole('radio', { name: 'Picked by hand' }).click();
  const shown = page.getByRole('group', { name: 'Picture of the collection' }).locator('img');
  await fill(page, small);
  await expect(shown).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Create collection' }).click();
  await expect(page.getByText('Hidden', { exact: true })).toBeVisible();
  const former = (await shown.getAttribute('src')) ?? '';
  await fill(page, large);
  await expect(shown).not.toHaveAttribute('src', former, { timeout: 30_000 });
  await expectAccessible(page);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await expect(save).toBeDisabled();
  await page.reload();
  await expect(shown).not.toHaveAttribute('src', former);
});

test('a category gets a picture, and loses it', async ({ page, factories, expectAccessible }) => {
  test.setTimeout(120_000);
  const { slug } = await factories.createCategory();
  await signIn(page, 'owner');
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 480 } });
  await page.goto('/categories');
  const row = page.getByRole('listitem').filter({ hasText: `/c/${slug}` });
  const panel = page.getByRole('dialog');
  async function edit(): Promise<void> {
    await row.getByRole('button', { name: /^Actions for/u }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await expect(panel.getByRole('group', { name: 'Picture' })).toBeVisible();
  }
  async function save(): Promise<void> {
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(panel).toBeHidden();
  }
  await edit();
  await fill(page, picture);
  await expect(panel.locator('img')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await save();
  await edit();
  await expect(panel.locator('img')).toBeVisible();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await save();
  await edit();
  await expect(panel.locator('img')).toBeHidden();
});
