import { describe, expect, test } from 'vitest';
import { priceOrder, type PriceOrderInput } from './pricing.ts';
import { promotionOf, someone } from './testing/promotions.ts';

const input: PriceOrderInput = {
  currency: 'USD',
  lines: [
    { id: 'mug', quantity: 2, unitPriceMinor: 1_499 },
    { id: 'tea', quantity: 1, unitPriceMinor: 750 },
  ],
  promotions: [],
  buyer: someone,
  shipping: { amountMinor: 599, freeOverMinor: 5_000 },
  tax: { ratePpm: 82_500, inclusive: false, shippingTaxed: false },
};
const tenPercent = promotionOf();

test('adds tax when prices exclude it', () => {
  expect(priceOrder({ ...input, promotions: [tenPercent] })).toEqual({
    currency: 'USD',
    lines: [
      {
        id: 'mug',
        quantity: 2,
        unitPriceMinor: 1_499,
        subtotalMinor: 2_998,
        discountMinor: 300,
        discounts: [{ promotionId: 'ten', discountMinor: 300 }],
        taxMinor: 223,
        taxRatePpm: 82_500,
        totalMinor: 2_921,
      },
      {
        id: 'tea',
        quantity: 1,
        unitPriceMinor: 750,
        subtotalMinor: 750,
        discountMinor: 75,
        discounts: [{ promotionId: 'ten', discountMinor: 75 }],
        taxMinor: 56,
        taxRatePpm: 82_500,
        totalMinor: 731,
      },
    ],
    subtotalMinor: 3_748,
    discountMinor: 375,
    shippingMinor: 599,
    shippingDiscountMinor: 0,
    shippingTaxMinor: 0,
    taxMinor: 279,
    taxInclusive: false,
    taxes: [{ name: 'Tax', jurisdiction: '', ratePpm: 82_500, taxableMinor: 3_373, taxMinor: 279 }],
    totalMinor: 4_251,
    promotions: [
      { id: 'ten', code: 'TEN', applied: true, discountMinor: 375, shippingMinor: 0, reason: null },
    ],
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
    promotions: [],
  });
});

describe('shipping', () => {
  test('is free from the threshold on, counted after the discount', () => {
    const lines = [{ id: 'lamp', quantity: 1, unitPriceMinor: 5_000 }];
    expect(priceOrder({ ...input, lines }).shippingMinor).toBe(0);
    expect(priceOrder({ ...input, lines, promotions: [tenPercent] }).shippingMinor).toBe(599);
  });

  test('a promotion for free shipping takes it off, unless it is free already', () => {
    const promotions = [promotionOf({ benefit: { kind: 'free_shipping' } })];
    expect(priceOrder({ ...input, promotions })).toMatchObject({
      shippingMinor: 0,
      shippingDiscountMinor: 599,
      promotions: [{ applied: true, shippingMinor: 599 }],
    });
    const lines = [{ id: 'lamp', quantity: 1, unitPriceMinor: 5_000 }];
    expect(priceOrder({ ...input, lines, promotions }).promotions).toMatchObject([
      { applied: false, reason: { kind: 'nothing_to_discount' } },
    ]);
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
