import 'server-only';
import type { Currency } from '@turing/domain';
import { cookies } from 'next/headers';
import {
  cartCookie,
  cartCookieFlags,
  movedCartCookie,
  orderCookie,
  orderCookieFlags,
  themeCookie,
  toSecretToken,
  toCurrency,
  toTheme,
  type Theme,
} from './cookies.ts';
import { env } from './env.ts';
import { readRegions } from './regions.ts';

const sessionCookie = /(?:^|[.-])session_token$/u;

/** Whether somebody may be signed in: without the cookie nobody is, which saves asking. */
export async function hasSession(): Promise<boolean> {
  return (await cookies()).getAll().some(({ name }) => sessionCookie.test(name));
}

export async function readCartToken(): Promise<string | null> {
  return toSecretToken((await cookies()).get(cartCookie)?.value);
}

/** Also lengthens the cart's life; the page is rendered again with the answer of the action. */
export async function keepCartToken(token: string): Promise<void> {
  (await cookies()).set(cartCookie, token, cartCookieFlags(env().STOREFRONT_URL));
}

export async function dropCartToken(): Promise<void> {
  (await cookies()).delete(cartCookie);
}

export async function readLastOrder(): Promise<string | null> {
  return toSecretToken((await cookies()).get(orderCookie)?.value);
}

/** The cart has become an order. */
export async function keepLastOrder(token: string): Promise<void> {
  await dropCartToken();
  (await cookies()).set(orderCookie, token, orderCookieFlags(env().STOREFRONT_URL));
}

/** What prices are in: the region's. */
export async function readCurrency(): Promise<Currency> {
  return (await readRegions()).region.currency;
}

/** The currency a cart was moved to when its shopper last chose a region. */
export async function readMovedCart(): Promise<Currency | null> {
  const moved = (await cookies()).get(movedCartCookie)?.value;
  return moved === undefined ? null : toCurrency(moved);
}

export async function readTheme(): Promise<Theme | null> {
  return toTheme((await cookies()).get(themeCookie)?.value);
}
