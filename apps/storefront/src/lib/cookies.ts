import { currencies, type Currency } from '@turing/domain';

/** What `cookies().set` takes. */
export interface CookieFlags {
  readonly httpOnly: boolean;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  readonly path: '/';
  readonly maxAge: number;
}

const day = 24 * 60 * 60;

export const cartCookie = 'cart';
export const orderCookie = 'order';
export const regionCookie = 'region';
/** The cart has just been priced in another currency. */
export const movedCartCookie = 'cart-moved';
export const themeCookie = 'theme';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The cart's token is a secret: scripts never see it. */
export function cartCookieFlags(storefrontUrl: string): CookieFlags {
  return flags(storefrontUrl, { httpOnly: true, days: 30 });
}

/** The link of the last order, for whoever turns back on the way to pay. */
export function orderCookieFlags(storefrontUrl: string): CookieFlags {
  return flags(storefrontUrl, { httpOnly: true, days: 1 });
}

/** A preference: the theme's is also written by the browser, before any answer of the server. */
export function preferenceCookieFlags(storefrontUrl: string): CookieFlags {
  return flags(storefrontUrl, { httpOnly: false, days: 365 });
}

/** For something said once, soon. */
export function flashCookieFlags(storefrontUrl: string): CookieFlags {
  return { ...flags(storefrontUrl, { httpOnly: true, days: 1 }), maxAge: 10 * 60 };
}

function flags(storefrontUrl: string, { httpOnly, days }: { httpOnly: boolean; days: number }): CookieFlags {
  return {
    httpOnly,
    sameSite: 'lax',
    secure: storefrontUrl.startsWith('https:'),
    path: '/',
    maxAge: days * day,
  };
}

export function toCurrency(value: string | undefined): Currency {
  return currencies.find((currency) => currency === value) ?? 'USD';
}

export function toTheme(value: string | undefined): Theme | null {
  return themes.find((theme) => theme === value) ?? null;
}

/** Tokens of carts and orders are 32 characters of base64url; anything else is not worth a request. */
export function toSecretToken(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{32}$/u.test(value) ? value : null;
}
