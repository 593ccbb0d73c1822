import { expect, test } from 'vitest';
import { describePromotion } from './describe-promotion.ts';
import type { PromotionTerms } from './promotion.ts';

const everything = { productIds: [], collectionIds: [], categoryIds: [] };
const plain: PromotionTerms = {
  name: 'Ten',
  benefit: { kind: 'percentage', ratePpm: 100_000 },
  currency: null,
  priority: 0,
  exclusive: false,
  scope: everything,
  minimumSubtotalMinor: null,
  minimumQuantity: null,
  customerGroupIds: [],
  firstOrderOnly: false,
  countries: [],
  startsAt: '2026-12-01T00:00:00',
  endsAt: null,
  usageLimit: null,
  perCustomerLimit: null,
};
const names = new Map([
  ['lamps', 'Lamps'],
  ['bulbs', 'Bulbs'],
  ['trade', 'Trade customers'],
]);
const describe = (terms: Partial<PromotionTerms>) =>
  describePromotion({ ...plain, ...terms }, names, 'With code TEN,');

test('what everybody gets is short', () => {
  expect(describe({})).toBe(
    '10 % off everything. With code TEN, from 1 Dec 2026, 00:00. Combines with others.',
  );
});

test('every condition is told', () => {
  expect(
    describe({
      benefit: { kind: 'amount', amountMinor: 1500, perItem: false },
      currency: 'USD',
      scope: { ...everything, categoryIds: ['lamps'] },
      minimumSubtotalMinor: 10_000,
      minimumQuantity: 2,
      firstOrderOnly: true,
      customerGroupIds: ['trade'],
      countries: ['US', 'GB'],
      endsAt: '2026-12-24T00:00:00',
      usageLimit: 100,
      perCustomerLimit: 1,
      exclusive: true,
    }),
  ).toBe(
    '$15.00 off Lamps, from $100.00 and 2 items, on a first order, for Trade customers, sent to United States or United Kingdom, in USD. ' +
      'With code TEN, from 1 Dec 2026, 00:00 until 24 Dec 2026, 00:00. Applies alone, where that is best for the shopper. ' +
      'At most 100 times in all and once per customer.',
  );
});

test('gifts and steps', () => {
  const rewards = { ...everything, productIds: ['bulbs'] };
  const gift = {
    kind: 'buy_x_get_y' as const,
    buyQuantity: 2,
    getQuantity: 1,
    ratePpm: 1_000_000,
    mostTimes: 1,
  };
  expect(
    describe({ benefit: { ...gift, rewards }, scope: { ...everything, productIds: ['lamps'] } }),
  ).toContain('Buy 2 of Lamps, get 1 of Bulbs free, at most 1 time per order.');
  const tiers = [
    { from: 5, ratePpm: 200_000, amountMinor: null },
    { from: 3, ratePpm: 100_000, amountMinor: null },
  ];
  expect(describe({ benefit: { kind: 'tiered', by: 'quantity', tiers } })).toContain(
    'Off everything: 10 % from 3 items and 20 % from 5 items.',
  );
});
