import { describe, expect, test } from 'vitest';
import { applyPromotion, type PromotionTerms } from './promotion.ts';

const tenPercent: PromotionTerms = {
  code: 'TEN',
  kind: 'percentage',
  ratePpm: 100_000,
  amountMinor: null,
  minimumSubtotalMinor: 2_000,
};
const tenOff: PromotionTerms = { ...tenPercent, kind: 'amount', ratePpm: null, amountMinor: 1_000 };
const freeShipping: PromotionTerms = { ...tenPercent, kind: 'free_shipping', ratePpm: null };
const order = { subtotalMinor: 2_000, shippingMinor: 500 };

describe('applyPromotion', () => {
  test('takes a percentage, an amount or the shipping off, from its minimum on', () => {
    expect(applyPromotion(tenPercent, order)).toEqual({
      discountMinor: 200,
      shippingFree: false,
      reason: null,
    });
    expect(applyPromotion(tenOff, order)).toEqual({
      discountMinor: 1_000,
      shippingFree: false,
      reason: null,
    });
    expect(applyPromotion(freeShipping, order)).toEqual({
      discountMinor: 0,
      shippingFree: true,
      reason: null,
    });
  });

  test.each([tenPercent, tenOff, freeShipping])('gives nothing below its minimum: $kind', (terms) => {
    const refused = { discountMinor: 0, shippingFree: false, reason: 'below_minimum' };
    expect(applyPromotion(terms, { ...order, subtotalMinor: 1_999 })).toEqual(refused);
  });

  test('never takes more than the goods', () => {
    const terms = { ...tenOff, minimumSubtotalMinor: null };
    expect(applyPromotion(terms, { ...order, subtotalMinor: 700 }).discountMinor).toBe(700);
    const triple = { ...tenPercent, ratePpm: 3_000_000 };
    expect(applyPromotion(triple, order).discountMinor).toBe(2_000);
  });

  test('says so when there is nothing to take off', () => {
    expect(applyPromotion(freeShipping, { ...order, shippingMinor: 0 }).reason).toBe('nothing_to_discount');
    const always = { ...tenPercent, minimumSubtotalMinor: null };
    expect(applyPromotion(always, { ...order, subtotalMinor: 0 }).reason).toBe('nothing_to_discount');
  });

  test('promises free shipping before a method is chosen', () => {
    expect(applyPromotion(freeShipping, { ...order, shippingMinor: null }).shippingFree).toBe(true);
  });

  test.each([
    { ...tenPercent, ratePpm: null },
    { ...tenPercent, ratePpm: -1 },
    { ...tenOff, amountMinor: null },
    { ...tenOff, amountMinor: -1 },
  ])('refuses broken terms: $kind $ratePpm $amountMinor', (terms) => {
    expect(() => applyPromotion(terms, order)).toThrow('INPUT_INVALID');
  });
});
