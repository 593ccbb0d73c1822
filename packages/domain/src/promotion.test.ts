import { describe, expect, test } from 'vitest';
import { applyPromotions, type PromotionInput } from './promotion.ts';
import { everything, promotionOf, someone } from './testing/promotions.ts';
import type { PromotionBenefit, PromotionTerms } from './promotion-terms.ts';

const mugs = { productIds: ['mug'], collectionIds: [], categoryIds: [] };
const teas = { ...everything, categoryIds: ['drinks'] };
const cart: PromotionInput = {
  currency: 'USD',
  lines: [
    { id: 'a', productId: 'mug', quantity: 3, unitPriceMinor: 1_000 },
    { id: 'b', productId: 'tea', quantity: 2, unitPriceMinor: 750, categoryIds: ['drinks'] },
  ],
  promotions: [],
  buyer: someone,
  shippingOf: () => 500,
};

function tryOn(terms: Partial<PromotionTerms>, changes: Partial<PromotionInput> = {}) {
  const { results, lines } = applyPromotions({ ...cart, ...changes, promotions: [promotionOf(terms)] });
  return {
    ...results[0],
    byLine: lines.map((parts) => parts.reduce((sum, part) => sum + part.discountMinor, 0)),
  };
}

function reasonFor(terms: Partial<PromotionTerms>, changes: Partial<PromotionInput> = {}) {
  return tryOn(terms, changes).reason;
}

describe('gives', () => {
  test('a percentage of the items meant, rounded once', () => {
    expect(tryOn({}).byLine).toEqual([300, 150]);
    const ninth = { kind: 'percentage' as const, ratePpm: 111_111 };
    expect(tryOn({ benefit: ninth })).toMatchObject({ discountMinor: 500, byLine: [333, 167] });
    expect(tryOn({ scope: mugs }).byLine).toEqual([300, 0]);
  });

  test('an amount spread over the items meant, never more than they cost', () => {
    const tenOff: PromotionBenefit = { kind: 'amount', amountMinor: 1_000, perItem: false };
    expect(tryOn({ benefit: tenOff }).byLine).toEqual([667, 333]);
    expect(tryOn({ benefit: { ...tenOff, amountMinor: 9_000 }, scope: teas }).byLine).toEqual([0, 1_500]);
  });

  test('an amount on each item, at most its price', () => {
    const eightOff: PromotionBenefit = { kind: 'amount', amountMinor: 800, perItem: true };
    expect(tryOn({ benefit: eightOff }).byLine).toEqual([2_400, 1_500]);
  });

  test('free shipping, also before a method is chosen', () => {
    expect(tryOn({ benefit: { kind: 'free_shipping' } })).toMatchObject({
      applied: true,
      shippingMinor: 500,
    });
    const undecided = tryOn({ benefit: { kind: 'free_shipping' } }, { shippingOf: () => null });
    expect(undecided).toMatchObject({ applied: true, shippingMinor: 0 });
  });

  test('the tier reached, by amount or by number', () => {
    const tiers = [
      { from: 3_000, ratePpm: null, amountMinor: 300 },
      { from: 4_500, ratePpm: 200_000, amountMinor: null },
    ];
    const benefit: PromotionBenefit = { kind: 'tiered', by: 'subtotal', tiers };
    expect(tryOn({ benefit })).toMatchObject({ discountMinor: 900 });
    expect(tryOn({ benefit, scope: mugs })).toMatchObject({ discountMinor: 300 });
    expect(reasonFor({ benefit, scope: teas })).toMatchObject({ kind: 'below_minimum', missingMinor: 1_500 });
    const byNumber = tiers.map((tier, index) => ({ ...tier, from: index + 3 }));
    expect(
      tryOn({ benefit: { kind: 'tiered', by: 'quantity', tiers: byNumber }, scope: mugs }),
    ).toMatchObject({ discountMinor: 300 });
  });
});

describe('buy some, get some', () => {
  const twoForOne: PromotionBenefit = {
    kind: 'buy_x_get_y',
    buyQuantity: 2,
    getQuantity: 1,
    ratePpm: 1_000_000,
    rewards: null,
    mostTimes: null,
  };

  test('gives the cheapest of the same items', () => {
    expect(tryOn({ benefit: twoForOne }).byLine).toEqual([0, 750]);
    expect(tryOn({ benefit: twoForOne, scope: mugs }).byLine).toEqual([1_000, 0]);
    expect(tryOn({ benefit: { ...twoForOne, buyQuantity: 1 } }).byLine).toEqual([0, 1_500]);
    expect(tryOn({ benefit: { ...twoForOne, buyQuantity: 1, mostTimes: 1 } }).byLine).toEqual([0, 750]);
  });

  test('gives other items at a rate', () => {
    const half = { ...twoForOne, rewards: teas, ratePpm: 500_000 };
    expect(tryOn({ benefit: half, scope: mugs }).byLine).toEqual([0, 375]);
    const withThree = { ...half, buyQuantity: 1 };
    expect(tryOn({ benefit: withThree, scope: mugs }).byLine).toEqual([0, 750]);
  });

  test('says what is missing', () => {
    const five = { ...twoForOne, buyQuantity: 4 };
    expect(reasonFor({ benefit: five, scope: mugs })).toMatchObject({
      kind: 'below_minimum',
      missingQuantity: 2,
    });
    const rewards = { ...everything, productIds: ['spoon'] };
    expect(reasonFor({ benefit: { ...twoForOne, rewards }, scope: mugs })).toEqual({
      kind: 'reward_missing',
    });
  });
});

describe('gives nothing and says why', () => {
  test.each<[string, Partial<PromotionTerms>, object]>([
    ['before it starts', { startsAt: new Date('2026-06-01T12:00:01Z') }, { kind: 'not_running' }],
    ['from its end on', { endsAt: someone.at }, { kind: 'not_running' }],
    ['when it is used up', { standing: 'exhausted' }, { kind: 'exhausted' }],
    ['to who has used it', { standing: 'used_by_you' }, { kind: 'used_by_you' }],
    ['in another currency', { currency: 'EUR' }, { kind: 'other_currency' }],
    ['elsewhere', { countries: ['GB', 'IE'] }, { kind: 'other_country' }],
    ['to who has ordered', { firstOrderOnly: true }, { kind: 'not_first_order' }],
    ['outside its groups', { customerGroupIds: ['vip'] }, { kind: 'not_for_you' }],
    ['for other items', { scope: { ...everything, collectionIds: ['sale'] } }, { kind: 'wrong_items' }],
    [
      'below its amount',
      { minimumSubtotalMinor: 5_000 },
      { kind: 'below_minimum', missingMinor: 500, missingQuantity: null },
    ],
    [
      'below its number, of the items meant',
      { minimumQuantity: 4, scope: mugs },
      { kind: 'below_minimum', missingMinor: null, missingQuantity: 1 },
    ],
    ['where nothing costs', { benefit: { kind: 'percentage', ratePpm: 0 } }, { kind: 'nothing_to_discount' }],
  ])('%s', (_, terms, reason) => {
    expect(tryOn(terms)).toMatchObject({ applied: false, discountMinor: 0, reason });
  });

  test('while it cannot be known', () => {
    const buyer = { ...someone, country: null, isFirstOrder: null };
    expect(reasonFor({ countries: ['US'], firstOrderOnly: true }, { buyer })).toEqual({
      kind: 'decided_at_checkout',
      unknown: ['country', 'email'],
    });
    expect(reasonFor({ countries: ['US'], minimumQuantity: 9 }, { buyer })).toMatchObject({
      kind: 'below_minimum',
    });
  });

  test.each<PromotionBenefit>([
    { kind: 'percentage', ratePpm: -1 },
    { kind: 'amount', amountMinor: -1, perItem: false },
  ])('refuses broken terms: %o', (benefit) => {
    expect(() => tryOn({ benefit })).toThrow('INPUT_INVALID');
  });
});
