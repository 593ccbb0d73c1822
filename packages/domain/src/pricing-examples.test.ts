import { describe, expect, test } from 'vitest';
import { priceOrder, type PriceOrderInput } from './pricing.ts';
import type { PromotionTerms } from './promotion.ts';

const input: PriceOrderInput = {
  currency: 'USD',
  lines: [
    { id: 'mug', quantity: 2, unitPriceMinor: 1_499 },
    { id: 'tea', quantity: 1, unitPriceMinor: 750 },
  ],
  promotion: null,
  shipping: { amountMinor: 599, freeOverMinor: 5_000 },
  tax: { ratePpm: 82_500, inclusive: false, shippingTaxed: false },
};
const tenPercent: PromotionTerms = {
  code: 'TEN',
  kind: 'percentage',
  ratePpm: 100_000,
  amountMinor: null,
  minimumSubtotalMinor: null,
};

test('adds tax when prices exclude it', () => {
  expect(priceOrder({ ...input, promotion: tenPercent })).toEqual({
    currency: 'USD',
    lines: [
      {
        id: 'mug',
        quantity: 2,
        unitPriceMinor: 1_499,
        subtotalMinor: 2_998,
        discountMinor: 300,
        taxMinor: 222,
        totalMinor: 2_920,
      },
      {
        id: 'tea',
        quantity: 1,
        unitPriceMinor: 750,
        subtotalMinor: 750,
        discountMinor: 75,
        taxMinor: 56,
        totalMinor: 731,
      },
    ],
    subtotalMinor: 3_748,
    discountMinor: 375,
    shippingMinor: 599,
    shippingTaxMinor: 0,
    taxMinor: 278,
    totalMinor: 4_250,
    promotion: { applied: true, reason: null },
  });
});

test('finds the tax inside prices that include it', () => {
  const tax = { ratePpm: 200_000, inclusive: true, shippingTaxed: true };
  expect(priceOrder({ ...input, currency: 'GBP', tax })).toMatchObject({
    subtotalMinor: 3_748,
    shippingMinor: 599,
    shippingTaxMinor: 100,
    taxMinor: 725,
    totalMinor: 4_347,
    promotion: null,
  });
});

describe('shipping', () => {
  test('is free from the threshold on, counted after the discount', () => {
    const lines = [{ id: 'lamp', quantity: 1, unitPriceMinor: 5_000 }];
    expect(priceOrder({ ...input, lines }).shippingMinor).toBe(0);
    expect(priceOrder({ ...input, lines, promotion: tenPercent }).shippingMinor).toBe(599);
  });

  test('a promotion for free shipping takes it off, unless it is free already', () => {
    const promotion = { ...tenPercent, kind: 'free_shipping' as const, ratePpm: null };
    expect(priceOrder({ ...input, promotion })).toMatchObject({
      shippingMinor: 0,
      promotion: { applied: true },
    });
    const lines = [{ id: 'lamp', quantity: 1, unitPriceMinor: 5_000 }];
    expect(priceOrder({ ...input, lines, promotion }).promotion).toEqual({
      applied: false,
      reason: 'nothing_to_discount',
    });
  });

  test('costs nothing while no method is chosen', () => {
    expect(priceOrder({ ...input, shipping: null }).totalMinor).toBe(4_057);
  });
});

test('an empty cart costs nothing', () => {
  expect(priceOrder({ ...input, lines: [], shipping: null })).toMatchObject({
    lines: [],
    taxMinor: 0,
    totalMinor: 0,
  });
});

test('leaves its input as it was', () => {
  const before = structuredClone(input);
  priceOrder(input);
  expect(input).toEqual(before);
});

describe('refuses', () => {
  const line = { id: 'mug', quantity: 1, unitPriceMinor: 100 };

  test.each([0, -1, 1.5, Number.NaN])('a quantity of %s', (quantity) => {
    expect(() => priceOrder({ ...input, lines: [{ ...line, quantity }] })).toThrow('INPUT_INVALID');
  });

  test('negative prices and shipping', () => {
    expect(() => priceOrder({ ...input, lines: [{ ...line, unitPriceMinor: -1 }] })).toThrow('INPUT_INVALID');
    const shipping = { amountMinor: -1, freeOverMinor: null };
    expect(() => priceOrder({ ...input, shipping })).toThrow('INPUT_INVALID');
  });

  test('a total too large to hold exactly', () => {
    const unitPriceMinor = Number.MAX_SAFE_INTEGER;
    expect(() => priceOrder({ ...input, lines: [{ ...line, unitPriceMinor, quantity: 2 }] })).toThrow(
      'MONEY_OUT_OF_RANGE',
    );
    const lines = [line, { ...line, unitPriceMinor }];
    expect(() => priceOrder({ ...input, lines })).toThrow('MONEY_OUT_OF_RANGE');
  });
});
