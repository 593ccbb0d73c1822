import { codeFor } from '../../support/authenticator.ts';
import { linkIn, signInWith } from '../support/console.ts';
import { expectEmail } from '../support/mailbox.ts';
import { expect, shopUrls, test } from '../support/test.ts';

test.use({ baseURL: shopUrls.admin });

const password = 'correct-horse-battery';

test('somebody is invited, accepts, and sees the pages of their role alone', async ({
  page,
  factories,
  browser,
}) => {
  const owner = await factories.createStaff({ password });
  const email = `invited-${Date.now()}@turing.example`;
  await signInWith(page, owner.email, password);
  await page.getByRole('link', { name: 'Staff', exact: true }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Email').fill(email);
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Analyst' }).click();
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(email).first()).toBeVisible();

  const link = linkIn(await expectEmail(email, /invites you/u));
  const context = await browser.newContext({ baseURL: shopUrls.admin });
  const guest = await context.newPage();
  await guest.goto(link);
  await expect(guest.getByText('Analyst')).toBeVisible();
  await guest.getByLabel('Your name').fill('Ada Newcomer');
  await guest.getByLabel('Password', { exact: true }).fill(password);
  await guest.getByRole('button', { name: 'Begin' }).click();
  await expect(guest.getByRole('link', { name: 'Orders', exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(guest.getByRole('link', { name: 'Reviews', exact: true })).toBeHidden();
  await expect(guest.getByRole('link', { name: 'Staff', exact: true })).toBeHidden();
  await guest.goto('/settings/staff');
  await expect(guest.getByText('Your role does not allow this', { exact: false }).first()).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
  await context.close();

  await page.goto('/audit');
  await page.getByLabel('Search words of what was written').fill(email);
  await expect(page.getByRole('button', { name: /staff\.acceptInvitation/u })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /staff\.invite/u })).toHaveCount(1);
});

test('a second factor is set up, and signing in takes a code', async ({
  page,
  factories,
  expectAccessible,
}) => {
  const staff = await factories.createStaff({ role: 'analyst', password });
  await signInWith(page, staff.email, password);
  await expect(page.getByRole('link', { name: 'Orders', exact: true }).first()).toBeVisible();
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up a second factor' });
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  const secret = await dialog.getByTestId('secret').innerText();
  const uri = `otpauth://totp/x?secret=${secret}`;
  await expectAccessible(page);
  await dialog.getByLabel('Code', { exact: true }).fill(codeFor(uri));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes left', { exact: false })).toBeVisible();

  await page.context().clearCookies();
  await signInWith(page, staff.email, password);
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'That code is not right' })).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill(codeFor(uri));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('link', { name: 'Orders', exact: true }).first()).toBeVisible();
  await page.goto('/settings/security');
  await expect(page.getByText('Signed in with a code')).toBeVisible();
  await expect(page.getByText('Wrong code')).toBeVisible();
});

test('a role is made, a token works until it is revoked, and the audit names it', async ({
  page,
  factories,
}) => {
  const owner = await factories.createStaff({ password });
  const mark = String(Date.now());
  await signInWith(page, owner.email, password);
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('button', { name: 'New role' }).click();
  const role = page.getByRole('dialog', { name: 'New role' });
  await role.getByLabel('Name').fill(`Packer ${mark}`);
  await role.getByLabel('Ship orders').check();
  await role.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('article', { name: `Packer ${mark}` })).toBeVisible();

  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  const form = page.getByRole('dialog', { name: 'New API token' });
  await form.getByLabel('Name').fill(`ERP ${mark}`);
  await form.getByLabel('See customers', { exact: true }).check();
  await form.getByLabel('Change prices and customer groups').check();
  await form.getByRole('button', { name: 'Make token' }).click();
  const secret = (await form.getByTestId('token').innerText()).trim();
  await form.getByRole('button', { name: 'I have copied it' }).click();

  const call = () =>
    fetch(`${shopUrls.admin}/api/trpc/customers.staff.groups.create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        code: `group-${mark}`,
        name: `Group ${mark}`,
        idempotencyKey: `e2e-token-key-${mark}`,
      }),
    });
  expect((await call()).status).toBe(200);

  await page.goto('/audit');
  await page.getByLabel('Search words of what was written').fill(`group-${mark}`);
  const entry = page
    .getByRole('button', { name: /groups\.create/u })
    .filter({ hasText: `Token ERP ${mark}` });
  await expect(entry).toBeVisible();
  await entry.click();
  await expect(page.getByRole('table', { name: 'What changed' })).toContainText(`Group ${mark}`);

  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: `Revoke ERP ${mark}` }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).last().click();
  await expect.poll(async () => (await call()).status, { timeout: 15_000 }).toBe(401);
});
