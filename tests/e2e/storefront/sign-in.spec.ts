import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { giveFingerReader, linkIn, signInAs } from '../support/customer.ts';
import { expectEmail } from '../support/mailbox.ts';
import { expect, test } from '../support/test.ts';

const password = 'correct-horse-battery';
const another = 'seven-quiet-otters';

const newEmail = () => `shopper-${randomUUID().slice(0, 8)}@example.com`;

test('an account is made, confirmed by letter and opened', async ({ page, expectAccessible }) => {
  const email = newEmail();
  await page.goto('/sign-in');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New here? Create an account' }).click();
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible();
  await page.getByLabel('Full name').fill('Ada Marlowe');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill('Password123!');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByText('Too many people use this password')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  await expectAccessible(page);

  await signInAs(page, { email, password });
  await expect(page.getByText('Confirm your e-mail address first')).toBeVisible();
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByText('On its way')).toBeVisible();

  await page.goto(linkIn(await expectEmail(email, /Confirm your e-mail address/u)));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await page.getByRole('link', { name: 'Go on to your account' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signInAs(page, { email, password });
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('a forgotten password is replaced by letter', async ({ page, factories, expectAccessible }) => {
  const { email } = await factories.createCustomer({ email: newEmail(), password });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Forgotten your password?' })).toBeVisible();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();

  const link = linkIn(await expectEmail(email, /Choose a new password/u));
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('New password', { exact: true }).fill(another);
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(page.getByText('Your new password is saved')).toBeVisible();
  await signInAs(page, { email, password: another });
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expectEmail(email, /password for .* was changed/u);

  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(page.getByText('This link does not work any more')).toBeVisible();
});

test('a passkey opens the account without a password', async ({ page, factories, expectAccessible }) => {
  const { email } = await factories.createCustomer({ email: newEmail(), password });
  await giveFingerReader(page);
  await page.goto('/sign-in?next=/account/security');
  await signInAs(page, { email, password });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: /^Rename/u }).click();
  await page.getByLabel('Name of the passkey').fill('Laptop of Ada');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Laptop of Ada')).toBeVisible();
  await expectAccessible(page);
  await expectEmail(email, /passkey was added/u);

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.goto('/sign-in?next=/account/security');
  // The browser may have offered the passkey by itself: a virtual device agrees to whatever it is asked.
  await page
    .getByRole('button', { name: 'Sign in with a passkey' })
    .click({ timeout: 5000 })
    .catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'Sign-in and security' })).toBeVisible();

  await page.getByRole('button', { name: 'Remove Laptop of Ada' }).click();
  await expect(page.getByText('Laptop of Ada')).toBeHidden();
});

test('an authenticator app is asked after the password, and recovery codes stand in for it', async ({
  page,
  factories,
  expectAccessible,
}) => {
  const { email } = await factories.createCustomer({ email: newEmail(), password });
  await page.goto('/sign-in?next=/account/security');
  await signInAs(page, { email, password });
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  const secret = await page.getByText(/^[A-Z2-7]{40,}$/u).innerText();
  const codes = await page
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allInnerTexts();
  await expectAccessible(page);
  const app = new TOTP({ secret });
  await page.getByLabel('Code of your app').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('The code is not right')).toBeVisible();
  await page.getByLabel('Code of your app').fill(app.generate());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('Two-step sign-in is on')).toBeVisible();
  await expectEmail(email, /Two-step sign-in is on/u);

  const signInAgain = async () => {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.goto('/sign-in');
    await signInAs(page, { email, password });
    await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  };
  await signInAgain();
  await expectAccessible(page);
  await page.getByLabel('Code of your app').fill(app.generate());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();

  await signInAgain();
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('an address is changed from both mailboxes', async ({ page, factories }) => {
  const { email } = await factories.createCustomer({ email: newEmail(), password });
  const target = newEmail();
  await page.goto('/sign-in?next=/account/security');
  await signInAs(page, { email, password });
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByLabel('New email').fill(target);
  await page.getByRole('button', { name: 'Send the letters' }).click();
  await expect(page.getByText(`We wrote to ${email}`)).toBeVisible();

  await page.goto(linkIn(await expectEmail(email, /Do you want to change/u)));
  await page.getByRole('button', { name: 'Yes, change my address' }).click();
  await expect(page.getByText('The last step is in the mailbox of the new address')).toBeVisible();
  await page.goto(linkIn(await expectEmail(target, /Confirm your new e-mail address/u)));
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await expect(page.getByText('the address is confirmed')).toBeVisible();
  await page.goto('/account/security');
  await expect(page.getByText(`You sign in with ${target}.`)).toBeVisible();
  await expectEmail(email, /was changed/u);
});

test('another device is signed out from here', async ({ page, browser, factories }) => {
  const { email } = await factories.createCustomer({ email: newEmail(), password });
  const phone = await (
    await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 15) Firefox/140.0' })
  ).newPage();
  await phone.goto('/sign-in');
  await signInAs(phone, { email, password });
  await expect(phone.getByRole('button', { name: 'Sign out' })).toBeVisible();

  await page.goto('/sign-in?next=/account/security');
  await signInAs(page, { email, password });
  await page.getByRole('button', { name: 'Sign out Firefox on Android' }).click();
  await expect(page.getByText('Firefox on Android')).toBeHidden();
  await phone.context().close();

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
