import { expect, test } from 'vitest';
import { errorCodes, errorKinds, httpStatusOf, isShopError, ShopError, type ErrorCode } from './errors.ts';

const codes = Object.keys(errorCodes) as ErrorCode[];

test.each(codes)('%s has a shape of its own and a kind', (code) => {
  expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  expect(Object.hasOwn(errorKinds, errorCodes[code])).toBe(true);
  expect(new ShopError(code).kind).toBe(errorCodes[code]);
});

test('every kind is used and travels as its own status', () => {
  expect(new Set(Object.values(errorCodes))).toEqual(new Set(Object.keys(errorKinds)));
  expect([
    httpStatusOf('invalid'),
    httpStatusOf('unauthenticated'),
    httpStatusOf('forbidden'),
    httpStatusOf('notFound'),
    httpStatusOf('conflict'),
    httpStatusOf('refused'),
    httpStatusOf('limited'),
    httpStatusOf('unavailable'),
  ]).toEqual([400, 401, 403, 404, 409, 422, 429, 503]);
});

test('an error carries its code, details and cause', () => {
  const cause = new Error('gateway said no');
  const error = new ShopError('PAYMENT_GATEWAY_REFUSED', { paymentId: 'pay_1' }, { cause });
  expect(error).toMatchObject({
    name: 'ShopError',
    message: 'PAYMENT_GATEWAY_REFUSED',
    code: 'PAYMENT_GATEWAY_REFUSED',
    details: { paymentId: 'pay_1' },
    kind: 'refused',
    cause,
  });
});

test('only our own errors are ours', () => {
  expect(isShopError(new ShopError('FORBIDDEN'))).toBe(true);
  for (const other of [new Error('FORBIDDEN'), { code: 'FORBIDDEN' }, 'FORBIDDEN', null]) {
    expect(isShopError(other)).toBe(false);
  }
});
