import { describe, expect, it } from 'vitest';
import { transactionName } from './monitoring.ts';
import { proceduresOf } from './request-log.ts';

describe('proceduresOf', () => {
  it('names what a batch calls, and nothing for other paths', () => {
    expect(proceduresOf('/trpc/products.list,customers.staff.me')).toEqual([
      'products.list',
      'customers.staff.me',
    ]);
    expect(proceduresOf('/auth/customer/get-session')).toBeNull();
  });

  it('does not repeat what no procedure is called', () => {
    expect(proceduresOf('/trpc/%0Aforged%20line')).toEqual(['unknown']);
    expect(proceduresOf(`/trpc/${Array<string>(500).fill('a').join(',')}`)).toHaveLength(20);
  });
});

describe('transactionName', () => {
  it.each([
    ['/trpc/products.list', 'trpc/products.list'],
    ['/trpc/products.list,customers.me,orders.cart.get', 'trpc/products.list+2'],
    ['/auth/customer/sign-out', 'POST /auth'],
    ['/', 'POST /'],
  ])('groups %s under %s', (path, name) => {
    expect(transactionName('POST', path)).toBe(name);
  });
});
