import 'server-only';
import { failureOf, type RouterOutputs } from '@turing/client';
import { cache } from 'react';
import { shopperApi } from './api.ts';
import { hasSession, readCartToken } from './session.ts';

export type Cart = NonNullable<RouterOutputs['orders']['cart']['find']>;

/**
 * The shopper's cart with today's prices; null when there is none. Asked once per page. Somebody signed in has one cart
 * on every device: the first look after any kind of sign-in puts what was in hand into it.
 */
export const findCart = cache(async (): Promise<Cart | null> => {
  const token = await readCartToken();
  const { cart } = shopperApi().orders;
  if (await hasSession()) {
    try {
      const { cart: mine, mergeDue } = await cart.mine.query({ token });
      return mergeDue ? await cart.merge.mutate({ token }) : mine;
    } catch (error) {
      if (failureOf(error).code !== 'UNAUTHENTICATED') throw error;
    }
  }
  return token === null ? null : cart.find.query({ token });
});

/** The token writes go by: of somebody signed in the account's cart, whatever the cookie says. */
export async function findCartToken(): Promise<string | null> {
  if (!(await hasSession())) return readCartToken();
  return (await findCart())?.token ?? null;
}
