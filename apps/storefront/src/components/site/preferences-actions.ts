'use server';

import { refresh } from 'next/cache';
import { cookies } from 'next/headers';
import { currencyCookie, preferenceCookieFlags, themeCookie, toCurrency, toTheme } from '@/lib/cookies.ts';
import { env } from '@/lib/env.ts';
import { readText } from '@/lib/form-data.ts';

export async function chooseCurrency(data: FormData): Promise<void> {
  const currency = toCurrency(readText(data, 'currency'));
  (await cookies()).set(currencyCookie, currency, preferenceCookieFlags(env().STOREFRONT_URL));
  refresh();
}

export async function chooseTheme(data: FormData): Promise<void> {
  const theme = toTheme(readText(data, 'theme'));
  if (theme === null) return;
  (await cookies()).set(themeCookie, theme, preferenceCookieFlags(env().STOREFRONT_URL));
}
