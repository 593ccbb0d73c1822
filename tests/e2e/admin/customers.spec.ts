import { signIn } from '../support/staff.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

test('staff find a customer, note something, tag them and see it in the timeline', async ({
  page,
  factories,
  expectAccessible,
}) => {
  const customer = await factories.createCustomer({ name: 'Zenobia Quist', address: {} });
  await signIn(page, 'owner');
  await page.goto('/customers');
  await page.getByLabel('Search name or e-mail').fill(customer.email);
  await expect(page).toHaveURL(/q=/u);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Zenobia Quist' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zenobia Quist' })).toBeVisible();
  await page.getByLabel('A new note').fill('Prefers the telephone.');
  await page.getByRole('button', { name: 'Keep note' }).click();
  await expect(page.getByRole('article').getByText('Prefers the telephone.')).toBeVisible();
  const tags = page.getByRole('combobox', { name: 'Tags' });
  await tags.fill('Press');
  await tags.press('Enter');
  await page.getByRole('button', { name: 'Save tags' }).click();
  await expect(page.getByText(/changed the tags/u)).toBeVisible();
  await expect(page.getByText(/wrote a note/u)).toBeVisible();
  await expectAccessible(page);
});
