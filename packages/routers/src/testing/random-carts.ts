import {
  type Currency,
  type ItemScope,
  type PriceLineInput,
  type PriceOrderInput,
  type PromotionBenefit,
  type PromotionTerms,
  tableTax,
  type TaxRateTerms,
} from '@turing/domain';
import type { Random } from '@turing/db/testing';

/** Sold in or not: of no, two and three decimals. */
export const anyCurrency = ['USD', 'EUR', 'GBP', 'JPY', 'KRW', 'KWD', 'BHD', 'TND', 'CHF'] as Currency[];

const noon = new Date('2026-06-01T12:00:00Z');
const place = { country: 'US', region: 'OR' };

function diceOf(random: Random) {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[upTo(items.length - 1)] ?? items[0];
  return {
    upTo,
    pick,
    isSo: (chance: number) => random() < chance,
    maybe: <Item>(chance: number, make: () => Item): Item | null => (random() < chance ? make() : null),
    price: () => pick([upTo(9), upTo(500), upTo(50_000), upTo(50_000), upTo(100_000_000)]),
    rate: () => pick([0, 55_000, 70_000, 82_500, 200_000, 333_333, 999_999, upTo(1_000_000)]),
    ids: (kind: string) => Array.from({ length: upTo(2) }, () => `${kind}-${upTo(2)}`),
  };
}

type Dice = ReturnType<typeof diceOf>;

/** A cart as the checkout prices it, with anything in it that the shop can sell, promise, ship and tax. */
export function randomCart(random: Random): PriceOrderInput {
  const dice = diceOf(random);
  const { pick, maybe, price, upTo, isSo } = dice;
  return {
    currency: anyCurrency[upTo(anyCurrency.length - 1)] ?? 'USD',
    lines: Array.from({ length: upTo(7) + 1 }, (_, index) => randomLine(dice, index)),
    promotions: Array.from({ length: pick([0, 0, 1, 2, upTo(5)]) }, (_, index) =>
      randomPromotion(dice, index),
    ),
    buyer: { at: noon, country: place.country, customerGroupIds: [], isFirstOrder: isSo(0.5) },
    shipping: maybe(0.9, () => ({ amountMinor: pick([0, price()]), freeOverMinor: maybe(0.4, price) })),
    tax: randomTax(dice),
  };
}

function randomLine({ upTo, pick, price, ids, isSo }: Dice, index: number): PriceLineInput {
  return {
    id: `line-${index}`,
    quantity: pick([1, 1, 2, 3, upTo(98) + 1]),
    unitPriceMinor: price(),
    productId: `product-${upTo(2)}`,
    collectionIds: ids('collection'),
    categoryIds: ids('category'),
    isGiftCard: isSo(0.05),
    taxCategory: pick(['standard', 'standard', 'reduced', 'exempt']),
  };
}

function randomPromotion(dice: Dice, index: number): PromotionTerms {
  const { upTo, pick, maybe, price, isSo } = dice;
  return {
    id: `promotion-${index}`,
    code: maybe(0.5, () => `CODE-${index}`),
    benefit: randomBenefit(dice),
    currency: null,
    priority: upTo(2),
    exclusive: isSo(0.3),
    scope: randomScope(dice),
    minimumSubtotalMinor: maybe(0.3, price),
    minimumQuantity: maybe(0.2, () => upTo(10)),
    customerGroupIds: [],
    firstOrderOnly: isSo(0.1),
    countries: pick<string[]>([[], [], ['US'], ['GB']]),
    startsAt: new Date('2026-01-01T00:00:00Z'),
    endsAt: null,
    standing: pick(['available', 'available', 'available', 'exhausted']),
  };
}

function randomBenefit(dice: Dice): PromotionBenefit {
  const { upTo, pick, maybe, price, rate, isSo } = dice;
  const tier = (from: number) =>
    isSo(0.5) ? { from, ratePpm: rate(), amountMinor: null } : { from, ratePpm: null, amountMinor: price() };
  return pick<() => PromotionBenefit>([
    () => ({ kind: 'percentage', ratePpm: rate() }),
    () => ({ kind: 'amount', amountMinor: price(), perItem: isSo(0.5) }),
    () => ({ kind: 'free_shipping' }),
    () => ({
      kind: 'buy_x_get_y',
      buyQuantity: upTo(3) + 1,
      getQuantity: upTo(3) + 1,
      ratePpm: rate(),
      rewards: maybe(0.5, () => randomScope(dice)),
      mostTimes: maybe(0.5, () => upTo(3) + 1),
    }),
    () => ({ kind: 'tiered', by: pick(['subtotal', 'quantity']), tiers: [tier(1), tier(5), tier(5000)] }),
  ])();
}

function randomScope({ pick, upTo, ids }: Dice): ItemScope {
  return {
    productIds: pick<string[]>([[], [], [`product-${upTo(2)}`]]),
    collectionIds: pick<string[]>([[], [], ids('collection')]),
    categoryIds: pick<string[]>([[], [], ids('category')]),
  };
}

function randomTax(dice: Dice): PriceOrderInput['tax'] {
  const { rate, isSo } = dice;
  const inclusive = isSo(0.5);
  if (isSo(0.5)) return { ratePpm: rate(), inclusive, shippingTaxed: isSo(0.5) };
  const rates = [
    randomRate(dice, {}),
    ...(isSo(0.5) ? [randomRate(dice, { category: 'reduced' })] : []),
    ...(isSo(0.5) ? [randomRate(dice, { region: 'OR', jurisdiction: 'Oregon' })] : []),
    ...(isSo(0.5)
      ? [randomRate(dice, { region: 'OR', jurisdiction: 'Portland', name: 'City tax', adds: true })]
      : []),
  ];
  return tableTax(rates, { ...place, inclusive });
}

function randomRate({ rate, isSo }: Dice, given: Partial<TaxRateTerms>): TaxRateTerms {
  return {
    country: place.country,
    region: '',
    category: 'standard',
    name: 'Tax',
    jurisdiction: 'United States',
    ratePpm: rate(),
    shippingTaxed: isSo(0.5),
    adds: false,
    ...given,
  };
}
