import { expect, type Page } from '@playwright/test';

/** Signs in to the console with a password that is all it takes. */
export async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The link in a letter. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+#[\w-]{43}/u.exec(text)?.[0];
  expect(link).toBeDefined();
  return link ?? '';
}
