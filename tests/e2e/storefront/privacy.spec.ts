import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { linkIn, signInAs } from '../support/customer.ts';
import { expectEmail } from '../support/mailbox.ts';
import { expect, test } from '../support/test.ts';

const password = 'seven-quiet-otters';

test('a customer takes their data along, and deletes the account', async ({ page, expectAccessible }) => {
  const email = `shopper-${randomUUID().slice(0, 8)}@example.com`;
  await page.goto('/sign-up');
  await page.getByLabel('Full name').fill('Petra Vale');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.goto(linkIn(await expectEmail(email, /Confirm your e-mail address/u)));
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await page.getByRole('link', { name: 'Go on to your account' }).click();
  await signInAs(page, { email, password });
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByRole('heading', { name: 'What we know about you' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Ask for my data' }).click();
  const letter = await expectEmail(email, /is ready/u);
  await page.goto(/https?:\/\/\S*\/account\/privacy\?file=\S+/u.exec(letter)?.[0] ?? '');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ account: { rows: [{ email }] } });

  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('Please confirm that you have read what will happen.')).toBeVisible();
  await page.getByLabel(/I have read what will happen/u).check();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account will be deleted' })).toBeVisible();
  await expectAccessible(page);
  expect(await expectEmail(email, /will be deleted/u)).toContain('change your mind');
  await page.getByRole('button', { name: 'Keep my account' }).click();
  await expect(page.getByRole('button', { name: 'Delete my account' })).toBeVisible();
});
