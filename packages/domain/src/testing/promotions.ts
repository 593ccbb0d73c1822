import * as fc from 'fast-check';
import type { ItemScope, PromotionBenefit, PromotionBuyer, PromotionTerms } from '../promotion-terms.ts';

/** Any item. */
export const everything: ItemScope = { productIds: [], collectionIds: [], categoryIds: [] };

/** Somebody of whom everything is known. */
export const someone: PromotionBuyer = {
  at: new Date('2026-06-01T12:00:00Z'),
  country: 'US',
  customerGroupIds: [],
  isFirstOrder: false,
};

/** 10 % off everything for everybody, in combination with others. */
export function promotionOf(terms: Partial<PromotionTerms> = {}): PromotionTerms {
  return {
    id: 'ten',
    code: 'TEN',
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
    startsAt: new Date('2026-01-01T00:00:00Z'),
    endsAt: null,
    standing: 'available',
    ...terms,
  };
}

export const anyPrice = fc.oneof(
  fc.nat({ max: 500 }),
  fc.nat({ max: 500_000 }),
  fc.nat({ max: 100_000_000 }),
);

const ids = (prefix: string) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: 3 }).map((number) => `${prefix}-${number}`),
    { maxLength: 2 },
  );

const scope: fc.Arbitrary<ItemScope> = fc.oneof(
  fc.constant(everything),
  fc.record({ productIds: ids('product'), collectionIds: ids('collection'), categoryIds: ids('category') }),
);

const ratePpm = fc.oneof(fc.constantFrom(0, 100_000, 333_333, 1_000_000), fc.nat({ max: 1_000_000 }));
const small = fc.integer({ min: 1, max: 4 });

const tier = fc
  .record({ from: fc.nat({ max: 2_000 }), isRate: fc.boolean(), ratePpm, amountMinor: anyPrice })
  .map(({ from, isRate, ...gives }) => ({
    from,
    ratePpm: isRate ? gives.ratePpm : null,
    amountMinor: isRate ? null : gives.amountMinor,
  }));

const benefit: fc.Arbitrary<PromotionBenefit> = fc.oneof(
  fc.record({ kind: fc.constant('percentage' as const), ratePpm }),
  fc.record({ kind: fc.constant('amount' as const), amountMinor: anyPrice, perItem: fc.boolean() }),
  fc.record({ kind: fc.constant('free_shipping' as const) }),
  fc.record({
    kind: fc.constant('buy_x_get_y' as const),
    buyQuantity: small,
    getQuantity: small,
    ratePpm,
    rewards: fc.option(scope),
    mostTimes: fc.option(small),
  }),
  fc.record({
    kind: fc.constant('tiered' as const),
    by: fc.constantFrom('subtotal' as const, 'quantity' as const),
    tiers: fc.uniqueArray(tier, { minLength: 1, maxLength: 4, selector: ({ from }) => from }),
  }),
);

const terms: fc.Arbitrary<Partial<PromotionTerms>> = fc.record({
  benefit,
  scope,
  priority: fc.integer({ min: 0, max: 2 }),
  exclusive: fc.boolean(),
  code: fc.option(fc.constant('CODE')),
  minimumSubtotalMinor: fc.option(anyPrice),
  minimumQuantity: fc.option(fc.nat({ max: 10 })),
  countries: fc.constantFrom([], ['US'], ['GB']),
  firstOrderOnly: fc.boolean(),
  standing: fc.constantFrom('available', 'available', 'available', 'exhausted', 'used_by_you'),
});

/** Up to six promotions of every kind, none like another. */
export const anyPromotions: fc.Arbitrary<PromotionTerms[]> = fc
  .array(terms, { maxLength: 6 })
  .map((list) => list.map((each, index) => promotionOf({ ...each, id: `promotion-${index}` })));

export const anyBuyer: fc.Arbitrary<PromotionBuyer> = fc.record({
  at: fc.constant(someone.at),
  country: fc.constantFrom(null, 'US', 'US', 'GB'),
  customerGroupIds: fc.constant([]),
  isFirstOrder: fc.constantFrom(null, true, false),
});

/** Lines of items in up to three products, collections and categories. */
export const anyLines = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 99 }),
      unitPriceMinor: anyPrice,
      productId: fc.integer({ min: 1, max: 3 }).map((number) => `product-${number}`),
      collectionIds: ids('collection'),
      categoryIds: ids('category'),
    }),
    { maxLength: 8 },
  )
  .map((lines) => lines.map((line, index) => ({ id: `line-${index}`, ...line })));
