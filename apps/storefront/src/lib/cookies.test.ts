import { describe, expect, it } from 'vitest';
import {
  cartCookieFlags,
  orderCookieFlags,
  preferenceCookieFlags,
  toSecretToken,
  toCurrency,
  toTheme,
} from './cookies.ts';
import { parseSetCookie } from './set-cookie.ts';

describe('cookies of the shop', () => {
  it('hides the last order from scripts, for a day', () => {
    expect(orderCookieFlags('https://shop.example')).toMatchObject({
      httpOnly: true,
      secure: true,
      maxAge: 86_400,
    });
  });

  it('hides the cart from scripts for thirty days', () => {
    expect(cartCookieFlags('http://localhost:3000')).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
      path: '/',
      maxAge: 2_592_000,
    });
  });

  it('is secure where the shop is', () => {
    expect(cartCookieFlags('https://shop.example').secure).toBe(true);
    expect(preferenceCookieFlags('https://shop.example').secure).toBe(true);
  });

  it('reads only what it knows', () => {
    expect(toCurrency('EUR')).toBe('EUR');
    expect(toCurrency('JPY')).toBe('USD');
    expect(toCurrency(undefined)).toBe('USD');
    expect(toTheme('dark')).toBe('dark');
    expect(toTheme('sepia')).toBeNull();
    expect(toSecretToken('a'.repeat(32))).toBe('a'.repeat(32));
    expect(toSecretToken('../etc/passwd')).toBeNull();
  });
});

describe('cookies of the API', () => {
  it('keeps every attribute but the domain', () => {
    const header =
      'shop.session_token=abc%2Bd%3D.e; Max-Age=604800; Domain=api.example; Path=/; HttpOnly; Secure; SameSite=Lax';
    expect(parseSetCookie(header)).toEqual({
      name: 'shop.session_token',
      value: 'abc+d=.e',
      maxAge: 604_800,
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
    });
  });

  it('survives nonsense', () => {
    expect(parseSetCookie('=x')).toBeNull();
    expect(parseSetCookie('')).toBeNull();
    expect(parseSetCookie('a=%E0%A4%A')).toEqual({ name: 'a', value: '%E0%A4%A' });
  });
});
