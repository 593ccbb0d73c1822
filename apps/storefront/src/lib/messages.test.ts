import { errorCodes } from '@turing/domain';
import { describe, expect, it } from 'vitest';
import { errorMessages, messageOf, referenceOf } from './messages.ts';

const failure = { details: {}, fields: [], requestId: 'request-1' } as const;

describe('sentences for people', () => {
  it.each([...Object.keys(errorCodes), 'UNKNOWN', 'UNREACHABLE'])('has one for %s', (code) => {
    const sentence = errorMessages[code as keyof typeof errorMessages];
    expect(sentence).toMatch(/^[A-Z].{10,}\.$/u);
    expect(sentence).not.toMatch(/[A-Z]{2,}_|undefined|null|error/u);
  });

  it('keeps no sentence for a code that is gone', () => {
    expect(Object.keys(errorMessages).sort()).toEqual(
      [...Object.keys(errorCodes), 'UNKNOWN', 'UNREACHABLE'].sort(),
    );
  });

  it('says how many are left', () => {
    expect(messageOf({ ...failure, code: 'PRODUCT_OUT_OF_STOCK', details: { available: 2 } })).toContain(
      'Only 2',
    );
    expect(messageOf({ ...failure, code: 'PRODUCT_OUT_OF_STOCK', details: { available: 0 } })).toContain(
      'sold out',
    );
  });

  it('says how long to wait', () => {
    expect(messageOf({ ...failure, code: 'RATE_LIMITED', details: { retryAfterMs: 4200 } })).toContain(
      '5 seconds',
    );
  });

  it('gives a reference only for defects', () => {
    expect(referenceOf({ ...failure, code: 'UNKNOWN' })).toBe('request-1');
    expect(referenceOf({ ...failure, code: 'CART_EMPTY' })).toBeNull();
  });
});
