import { expect, shopUrls, test } from '../support/test.ts';
import { signIn } from '../support/staff.ts';

test.use({ baseURL: shopUrls.admin });

test('staff write rules, see what they gather, and publish the collection', async ({
  page,
  request,
  factories,
  expectAccessible,
}) => {
  const stamp = Date.now().toString(36);
  const brand = `Maker ${stamp}`;
  const [cheap] = await Promise.all([
    factories.createProduct({ name: `Small bowl ${stamp}`, brand, variants: [{ prices: { USD: 1900 } }] }),
    factories.createProduct({ name: `Large bowl ${stamp}`, brand, variants: [{ prices: { USD: 9900 } }] }),
  ]);
  await signIn(page, 'owner');
  await page.goto('/collections/new');
  await page.getByLabel('Name').fill(`Bowls ${stamp}`);
  await expect(page.getByLabel('Address')).toHaveValue(`bowls-${stamp}`);
  const first = page.getByRole('group', { name: 'Condition 1', exact: true });
  await first.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Brand' }).click();
  await first.getByLabel('Value').fill(brand);
  await expect(page.getByText(`Products by ${brand}.`)).toBeVisible();
  await expect(page.getByRole('status').getByText('2 products')).toBeVisible();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  const second = page.getByRole('group', { name: 'Condition 2', exact: true });
  await second.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Price' }).click();
  await second.getByLabel('Value').fill('50');
  await expect(page.getByText(`Products by ${brand} and under $50.00.`)).toBeVisible();
  await expect(page.getByRole('status').getByText('1 product')).toBeVisible();
  const preview = page.getByRole('list', { name: 'The best sellers among them' });
  await expect(preview.getByText(cheap.name)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Create collection' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Bowls ${stamp}` })).toBeVisible();
  await expect(page.getByText('Hidden', { exact: true })).toBeVisible();
  const ask = encodeURIComponent(JSON.stringify({ collection: `bowls-${stamp}` }));
  const list = `${shopUrls.api}/trpc/products.list?input=${ask}`;
  expect((await request.get(list)).status()).toBe(404);

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible();
  await expect.poll(async () => (await request.get(list)).text()).toContain(cheap.slug);
  expect(await (await request.get(list)).text()).not.toContain(`large-bowl-${stamp}`);

  await page.goto('/collections');
  await page.getByLabel('Find a collection').fill(stamp);
  await expect(page.getByRole('link', { name: new RegExp(`Bowls ${stamp}`, 'u') })).toBeVisible();
});

test('staff pick products and put them in order by keyboard', async ({
  page,
  factories,
  expectAccessible,
}) => {
  const stamp = Date.now().toString(36);
  const names = [`First ${stamp}`, `Second ${stamp}`];
  for (const name of names) await factories.createProduct({ name });
  await signIn(page, 'owner');
  await page.goto('/collections/new');
  await page.getByLabel('Name').fill(`Picked ${stamp}`);
  await page.getByRole('radio', { name: 'Picked by hand' }).click();
  await page.getByRole('button', { name: 'Create collection' }).click();
  await page.getByRole('button', { name: 'Add products' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add products' });
  await dialog.getByLabel('Find by name, brand or SKU').fill(stamp);
  for (const name of names) {
    await dialog.getByRole('button', { name: `Add ${name}` }).click();
    await expect(dialog.getByRole('button', { name: `Add ${name}` })).toBeHidden();
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const members = page.getByRole('region', { name: 'Products' }).getByRole('listitem');
  await expect(members).toHaveText([new RegExp(names[0]!, 'u'), new RegExp(names[1]!, 'u')]);
  await page.getByRole('button', { name: `Actions for ${names[1]}` }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect(members).toHaveText([new RegExp(names[1]!, 'u'), new RegExp(names[0]!, 'u')]);
  await expectAccessible(page);
  await page.reload();
  await expect(members).toHaveText([new RegExp(names[1]!, 'u'), new RegExp(names[0]!, 'u')]);
});

test('staff grow the category tree and move a category without dragging', async ({
  page,
  expectAccessible,
}) => {
  const stamp = Date.now().toString(36);
  await signIn(page, 'owner');
  await page.goto('/categories');
  for (const name of [`Alpha ${stamp}`, `Beta ${stamp}`]) {
    await page.getByRole('button', { name: 'New category' }).click();
    const panel = page.getByRole('dialog', { name: 'New category' });
    await panel.getByLabel('Name').fill(name);
    await panel.getByRole('button', { name: 'Create category' }).click();
    await expect(panel).toBeHidden();
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: `Actions for Beta ${stamp}` }).click();
  await page.getByRole('menuitem', { name: `Move under Alpha ${stamp}` }).click();
  await expect(page.getByRole('button', { name: `Hide what is below Alpha ${stamp}` })).toBeVisible();
  await page.getByRole('button', { name: `Actions for Alpha ${stamp}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete Alpha ${stamp}` });
  await expect(dialog.getByText('1 category below it: move or delete them first.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete category' })).toBeDisabled();
});
