'use server';

import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { findCartToken } from '@/lib/cart.ts';

/** Notes whose the cart is and whether they want letters. Checkout goes on whether or not it was noted. */
export async function rememberEmail(email: string, consent: boolean): Promise<void> {
  const token = await findCartToken();
  if (token === null) return;
  await attempt(shopperApi().orders.recovery.remember.mutate({ token, email, consent }));
}
