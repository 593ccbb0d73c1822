'use server';

import type { Currency } from '@turing/domain';
import { refresh } from 'next/cache';
import { cookies } from 'next/headers';
import { shopperApi } from '@/lib/api.ts';
import { attempt, attemptOr } from '@/lib/attempt.ts';
import { findCart } from '@/lib/cart.ts';
import {
  flashCookieFlags,
  movedCartCookie,
  preferenceCookieFlags,
  regionCookie,
  themeCookie,
  toTheme,
} from '@/lib/cookies.ts';
import { env } from '@/lib/env.ts';
import { readText } from '@/lib/form-data.ts';
import { createIdempotencyKey } from '@/lib/idempotency.ts';
import { readRegions } from '@/lib/regions.ts';

/** Another region: prices, tax and the cart follow. */
export async function chooseRegion(data: FormData): Promise<void> {
  const { regions } = await readRegions();
  const region = regions.find(({ code }) => code === readText(data, 'region'));
  if (region === undefined) return;
  (await cookies()).set(regionCookie, region.code, preferenceCookieFlags(env().STOREFRONT_URL));
  await moveCart(region.currency);
  refresh();
}

// A cart that cannot be moved now is moved by the next thing that goes into it, as its page says.
async function moveCart(currency: Currency): Promise<void> {
  const cart = await attemptOr(findCart(), null);
  if (cart === null || cart.currency === currency) return;
  const { token } = cart;
  const idempotencyKey = createIdempotencyKey();
  await attempt(shopperApi().orders.cart.setCurrency.mutate({ token, currency, idempotencyKey }));
  (await cookies()).set(movedCartCookie, currency, flashCookieFlags(env().STOREFRONT_URL));
}

export async function chooseTheme(data: FormData): Promise<void> {
  const theme = toTheme(readText(data, 'theme'));
  if (theme === null) return;
  (await cookies()).set(themeCookie, theme, preferenceCookieFlags(env().STOREFRONT_URL));
}
