import { describe, expect, it } from 'vitest';
import { safeNext, signInPath } from './safe-next.ts';

describe('safeNext', () => {
  it.each(['/', '/orders', '/orders?status=confirmed&q=a%20b', '/orders/1#lines'])('keeps %s', (path) => {
    expect(safeNext(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'orders',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/x/../../..//evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/',
    '/api/trpc/orders.staff.list',
  ])('sends %j home', (path) => {
    expect(safeNext(path)).toBe('/');
  });
});

describe('signInPath', () => {
  it('carries where the person was', () => {
    expect(signInPath('/orders?q=ada', { ended: true })).toBe('/sign-in?next=%2Forders%3Fq%3Dada&ended=1');
  });

  it('stays bare for the home page', () => {
    expect(signInPath('/')).toBe('/sign-in');
  });
});
