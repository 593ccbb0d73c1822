import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies } from './money.ts';
import { anyBuyer, anyLines, anyPrice, anyPromotions } from './testing/promotions.ts';
import { priceOrder, type OrderPricing, type PriceOrderInput, type TaxTerms } from './pricing.ts';

const ratePpm = fc.oneof(fc.constantFrom(0, 82_500, 190_000, 200_000, 1_000_000), fc.nat({ max: 1_000_000 }));

type Cart = PriceOrderInput & { tax: TaxTerms };

const cart: fc.Arbitrary<Cart> = fc.record({
  currency: fc.constantFrom(...currencies),
  lines: anyLines,
  promotions: anyPromotions,
  buyer: anyBuyer,
  shipping: fc.option(fc.record({ amountMinor: anyPrice, freeOverMinor: fc.option(anyPrice) })),
  tax: fc.record({ ratePpm, inclusive: fc.boolean(), shippingTaxed: fc.boolean() }),
});

describe('any cart', () => {
  test(
    'is priced into parts that sum to its total, none negative, taxed to the nearest unit',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(cart, (input) => {
          const pricing = priceOrder(input);
          const promises = { ...sums(input, pricing), ...bounds(input, pricing), ...taxes(input, pricing) };
          expect(Object.entries(promises).filter(([, held]) => !held)).toEqual([]);
        }),
        { numRuns: 100_000 },
      );
    },
  );

  test('is priced the same whatever the order of its lines and promotions', () => {
    fc.assert(
      fc.property(cart, (input) => {
        const { lines, promotions } = input;
        const reversed = priceOrder({
          ...input,
          lines: lines.toReversed(),
          promotions: promotions.toReversed(),
        });
        const { taxMinor, totalMinor, shippingMinor, discountMinor, ...priced } = priceOrder(input);
        expect(reversed).toMatchObject({ taxMinor, totalMinor, shippingMinor, discountMinor });
        expect(reversed.promotions.toReversed()).toEqual(priced.promotions);
        const discounts = (pricing: Pick<OrderPricing, 'lines'>) =>
          pricing.lines.map((line) => line.discounts);
        expect(discounts(reversed).toReversed()).toEqual(discounts(priced));
      }),
      { numRuns: 5_000 },
    );
  });

  test('costs no more with promotions than without, unless a discount loses free shipping', () => {
    fc.assert(
      fc.property(cart, (input) => {
        const without = priceOrder({ ...input, promotions: [] });
        const pricing = priceOrder(input);
        fc.pre(pricing.shippingMinor <= without.shippingMinor);
        expect(pricing.totalMinor).toBeLessThanOrEqual(without.totalMinor);
      }),
      { numRuns: 5_000 },
    );
  });
});

type Promises = Record<string, boolean>;

function sums({ tax }: Cart, pricing: OrderPricing): Promises {
  const { lines, subtotalMinor, discountMinor, shippingMinor, shippingTaxMinor, taxMinor, totalMinor } =
    pricing;
  const sum = (field: 'subtotalMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor') =>
    lines.reduce((total, line) => total + line[field], 0);
  const added = tax.inclusive ? 0 : 1;
  return {
    'line totals and shipping': sum('totalMinor') + shippingMinor + added * shippingTaxMinor === totalMinor,
    'order parts': subtotalMinor - discountMinor + shippingMinor + added * taxMinor === totalMinor,
    'line taxes': sum('taxMinor') + shippingTaxMinor === taxMinor,
    'line subtotals': sum('subtotalMinor') === subtotalMinor,
    'line discounts': sum('discountMinor') === discountMinor,
    'promotions, goods': summed(pricing.promotions.map((each) => each.discountMinor)) === discountMinor,
    'promotions, shipping':
      summed(pricing.promotions.map((each) => each.shippingMinor)) === pricing.shippingDiscountMinor,
    'promotions by line': pricing.promotions.every(
      ({ id, discountMinor: given }) =>
        summed(
          lines.flatMap((line) =>
            line.discounts.filter((part) => part.promotionId === id).map((part) => part.discountMinor),
          ),
        ) === given,
    ),
    'discounts of a line': lines.every(
      (line) => summed(line.discounts.map((part) => part.discountMinor)) === line.discountMinor,
    ),
    'each line': lines.every(
      (line) =>
        line.subtotalMinor === line.quantity * line.unitPriceMinor &&
        line.totalMinor === line.subtotalMinor - line.discountMinor + added * line.taxMinor,
    ),
  };
}

function bounds({ tax, shipping, promotions }: Cart, pricing: OrderPricing): Promises {
  const parts = [pricing, ...pricing.lines];
  return {
    'nothing negative': parts.every(
      ({ subtotalMinor, discountMinor, taxMinor, totalMinor }) =>
        Math.min(subtotalMinor, discountMinor, taxMinor, totalMinor) >= 0,
    ),
    'discounts within subtotals': parts.every((part) => part.discountMinor <= part.subtotalMinor),
    'contained tax within totals': !tax.inclusive || parts.every((part) => part.taxMinor <= part.totalMinor),
    'shipping whole or free': [0, shipping?.amountMinor ?? 0].includes(pricing.shippingMinor),
    'no discount when refused': pricing.promotions.every(
      (each) => each.applied === (each.reason === null) && (each.applied || isNothing(each)),
    ),
    'every part positive': pricing.promotions.every(
      (each) => each.discountMinor >= 0 && each.shippingMinor >= 0,
    ),
    'exclusive ones alone': isAlone(promotions, pricing),
  };
}

function isNothing(each: { discountMinor: number; shippingMinor: number }): boolean {
  return each.discountMinor === 0 && each.shippingMinor === 0;
}

function isAlone(promotions: PriceOrderInput['promotions'], pricing: OrderPricing): boolean {
  const applied = promotions.filter((_, index) => pricing.promotions[index]?.applied === true);
  return applied.length < 2 || applied.every(({ exclusive }) => !exclusive);
}

function summed(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function taxes({ tax }: Cart, pricing: OrderPricing): Promises {
  const base = 1_000_000n + (tax.inclusive ? BigInt(tax.ratePpm) : 0n);
  const isNearest = (amountMinor: number, taxMinor: number) => {
    const twiceError = 2n * (BigInt(taxMinor) * base - BigInt(amountMinor) * BigInt(tax.ratePpm));
    return twiceError > -base && twiceError <= base;
  };
  const { shippingMinor, shippingTaxMinor, taxMinor } = pricing;
  return {
    'each line taxed to the nearest': pricing.lines.every((line) =>
      isNearest(line.subtotalMinor - line.discountMinor, line.taxMinor),
    ),
    'shipping taxed once': tax.shippingTaxed
      ? isNearest(shippingMinor, shippingTaxMinor)
      : shippingTaxMinor === 0,
    shares: summed(pricing.taxes.map((share) => share.taxMinor)) === taxMinor,
  };
}
