import { TRPCClientError } from '@trpc/client';
import { expect, test } from 'vitest';
import { failureOf } from './failure.ts';

function answered(data: Record<string, unknown>) {
  return TRPCClientError.from({ error: { message: 'refused', code: -32_000, data } });
}

test('a failure of the API carries its code, details, fields and request id', () => {
  const fields = [{ path: 'email', message: 'Invalid email' }];
  expect(
    failureOf(
      answered({ reason: 'CART_TOTAL_CHANGED', details: { totalMinor: 3100 }, fields, requestId: 'r-1' }),
    ),
  ).toEqual({
    code: 'CART_TOTAL_CHANGED',
    details: { totalMinor: 3100 },
    fields,
    requestId: 'r-1',
  });
});

test('a defect of the server is unknown, and so is a code this client has never heard of', () => {
  expect(failureOf(answered({ reason: null, requestId: 'r-2' })).code).toBe('UNKNOWN');
  expect(failureOf(answered({ reason: 'toString' })).code).toBe('UNKNOWN');
});

test('no answer at all is unreachable', () => {
  expect(failureOf(TRPCClientError.from(new TypeError('fetch failed'))).code).toBe('UNREACHABLE');
});

test('what is not a failure of the API is thrown on', () => {
  expect(() => failureOf(new RangeError('ours'))).toThrow('ours');
});
