import { expect, type Page } from '@playwright/test';

const accounts = {
  owner: { email: 'owner@turing.example', password: 'turing-commerce-owner' },
  fulfilment: { email: 'fulfilment@turing.example', password: 'turing-commerce-fulfilment' },
};

/** Signs in to the console as one of the seeded members of staff. */
export async function signIn(page: Page, role: keyof typeof accounts): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(accounts[role].email);
  await page.getByLabel('Password', { exact: true }).fill(accounts[role].password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: 'Orders', exact: true }).first()).toBeVisible();
}
