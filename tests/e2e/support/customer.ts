import { expect, type Page } from '@playwright/test';

/** Signs in to the shop on the page that is open, or on the sign-in page. */
export async function signInAs(page: Page, who: { email: string; password: string }): Promise<void> {
  if (new URL(page.url(), 'http://nowhere').pathname !== '/sign-in') await page.goto('/sign-in');
  await page.getByLabel('Email', { exact: true }).fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The link in a letter of the shop. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S*token=\S+/u.exec(text)?.[0];
  expect(link, 'a link in the letter').toBeDefined();
  return link ?? '';
}

/** A device in the browser that makes passkeys and knows its owner's finger. */
export async function giveFingerReader(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
