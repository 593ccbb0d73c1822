'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { readText } from '@/lib/form-data.ts';
import { dropCartToken } from '@/lib/session.ts';
import type { AccountFormState } from './account-form-state.ts';
import { callAuth } from './auth-client.ts';
import { authMessageOf } from './auth-messages.ts';

export async function signIn(_state: AccountFormState, data: FormData): Promise<AccountFormState> {
  const email = readText(data, 'email');
  const answer = await callAuth('/sign-in/email', { email, password: readPassword(data) });
  if (!answer.ok) return { message: authMessageOf(answer.status, answer.code), email, name: '' };
  redirect('/account');
}

export async function register(_state: AccountFormState, data: FormData): Promise<AccountFormState> {
  const [email, name] = [readText(data, 'email'), readText(data, 'name')];
  if (name === '') return { message: 'Enter your name.', email, name };
  const answer = await callAuth('/sign-up/email', { email, name, password: readPassword(data) });
  if (!answer.ok) return { message: authMessageOf(answer.status, answer.code), email, name };
  redirect('/account');
}

export async function signOut(): Promise<void> {
  await callAuth('/sign-out', {});
  // Whoever uses this browser next has no business with the account's cart.
  await dropCartToken();
  refresh();
}

// Spaces at the ends of a password are part of it.
function readPassword(data: FormData): string {
  const value = data.get('password');
  return typeof value === 'string' ? value : '';
}
