import { describe, expect, test } from 'vitest';
import {
  areBands,
  formatPostalRange,
  normalisePostalCode,
  parsePostalRange,
  shippingTermsFor,
} from './shipping.ts';

const rate = {
  amountMinor: 500,
  freeOverMinor: 10_000,
  bands: [
    { from: 1_000, amountMinor: 900 },
    { from: 5_000, amountMinor: 1_800 },
    { from: 20_000, amountMinor: null },
  ],
};

describe('a banded rate', () => {
  test.each([
    [0, 500],
    [999, 500],
    [1_000, 900],
    [4_999, 900],
    [5_000, 1_800],
    [19_999, 1_800],
  ])('of %i grams costs %i', (weightGrams, amountMinor) => {
    expect(shippingTermsFor('weight', rate, { weightGrams, subtotalMinor: 0 })).toEqual({
      amountMinor,
      freeOverMinor: 10_000,
    });
  });

  test('is not offered from where it ends', () => {
    expect(shippingTermsFor('weight', rate, { weightGrams: 20_000, subtotalMinor: 0 })).toBeNull();
  });

  test('counts goods when it is by subtotal, and nothing when it is flat', () => {
    const parcel = { weightGrams: 50_000, subtotalMinor: 1_200 };
    expect(shippingTermsFor('subtotal', rate, parcel)?.amountMinor).toBe(900);
    expect(shippingTermsFor('flat', rate, parcel)?.amountMinor).toBe(500);
  });

  test('has bands that ascend, of which the last may end it', () => {
    expect(areBands(rate.bands)).toBe(true);
    expect(areBands([])).toBe(true);
    expect(areBands([{ from: 0, amountMinor: 1 }])).toBe(false);
    expect(areBands([...rate.bands].reverse())).toBe(false);
    expect(areBands([...rate.bands, { from: 30_000, amountMinor: 1 }])).toBe(false);
  });
});

describe('postal codes', () => {
  test.each([
    ['SW1', { from: 'SW1', to: 'SW1' }],
    ['iv*', { from: 'IV', to: 'IV' }],
    ['10000-19999', { from: '10000', to: '19999' }],
    ['995 – 999', { from: '995', to: '999' }],
    ['97201-1234', { from: '972011234', to: '972011234' }],
  ])('reads %s', (text, range) => {
    expect(parsePostalRange(text)).toEqual(range);
    expect(parsePostalRange(formatPostalRange(range))).toEqual(range);
  });

  test.each(['', '-', '19999-10000', '1%', 'a_b'])('refuses %s', (text) => {
    expect(parsePostalRange(text)).toBeNull();
  });

  test('are compared without spaces, hyphens and case', () => {
    expect(normalisePostalCode(' sw1a 1aa')).toBe('SW1A1AA');
    expect(normalisePostalCode('97201-1234')).toBe('972011234');
  });
});
