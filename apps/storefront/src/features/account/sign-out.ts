'use server';

import { redirect } from 'next/navigation';
import { callAuth } from '@/lib/auth.ts';
import { dropCartToken } from '@/lib/session.ts';

/** Whoever uses this browser next has no business with the account's cart. */
export async function signOut(): Promise<void> {
  await callAuth('/sign-out');
  await dropCartToken();
  redirect('/account');
}
