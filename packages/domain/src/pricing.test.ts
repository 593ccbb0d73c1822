import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies } from './money.ts';
import { priceOrder, type LinePricing, type OrderPricing, type PriceOrderInput } from './pricing.ts';

const price = fc.oneof(fc.nat({ max: 500 }), fc.nat({ max: 500_000 }), fc.nat({ max: 100_000_000 }));
const ratePpm = fc.oneof(fc.constantFrom(0, 82_500, 190_000, 200_000, 1_000_000), fc.nat({ max: 1_000_000 }));

const promotion = fc.record({
  code: fc.constant(null),
  kind: fc.constantFrom('percentage' as const, 'amount' as const, 'free_shipping' as const),
  ratePpm: fc.nat({ max: 1_200_000 }),
  amountMinor: price,
  minimumSubtotalMinor: fc.option(price),
});

const cart: fc.Arbitrary<PriceOrderInput> = fc.record({
  currency: fc.constantFrom(...currencies),
  lines: fc
    .array(fc.record({ quantity: fc.integer({ min: 1, max: 99 }), unitPriceMinor: price }), { maxLength: 8 })
    .map((lines) => lines.map((line, index) => ({ id: `line-${index}`, ...line }))),
  promotion: fc.option(promotion),
  shipping: fc.option(fc.record({ amountMinor: price, freeOverMinor: fc.option(price) })),
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

  test('is priced the same whatever the order of its lines', () => {
    fc.assert(
      fc.property(cart, (input) => {
        const reversed = priceOrder({ ...input, lines: input.lines.toReversed() });
        expect({ ...reversed, lines: [] }).toEqual({ ...priceOrder(input), lines: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  test('costs no more with a promotion than without, unless the discount loses free shipping', () => {
    fc.assert(
      fc.property(cart, (input) => {
        const without = priceOrder({ ...input, promotion: null });
        const pricing = priceOrder(input);
        fc.pre(pricing.shippingMinor <= without.shippingMinor);
        expect(pricing.totalMinor).toBeLessThanOrEqual(without.totalMinor);
      }),
      { numRuns: 1_000 },
    );
  });
});

type Promises = Record<string, boolean>;

function sums({ tax }: PriceOrderInput, pricing: OrderPricing): Promises {
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
    'each line': lines.every(
      (line) =>
        line.subtotalMinor === line.quantity * line.unitPriceMinor &&
        line.totalMinor === line.subtotalMinor - line.discountMinor + added * line.taxMinor,
    ),
  };
}

function bounds({ tax, shipping }: PriceOrderInput, pricing: OrderPricing): Promises {
  const parts = [pricing, ...pricing.lines];
  return {
    'nothing negative': parts.every(
      ({ subtotalMinor, discountMinor, taxMinor, totalMinor }) =>
        Math.min(subtotalMinor, discountMinor, taxMinor, totalMinor) >= 0,
    ),
    'discounts within subtotals': parts.every((part) => part.discountMinor <= part.subtotalMinor),
    'contained tax within totals': !tax.inclusive || parts.every((part) => part.taxMinor <= part.totalMinor),
    'shipping whole or free': [0, shipping?.amountMinor ?? 0].includes(pricing.shippingMinor),
    'no discount when refused': pricing.promotion?.applied === true || pricing.discountMinor === 0,
  };
}

function taxes({ tax }: PriceOrderInput, pricing: OrderPricing): Promises {
  const base = 1_000_000n + (tax.inclusive ? BigInt(tax.ratePpm) : 0n);
  const isNearest = (amountMinor: number, taxMinor: number) => {
    const twiceError = 2n * (BigInt(taxMinor) * base - BigInt(amountMinor) * BigInt(tax.ratePpm));
    return twiceError > -base && twiceError <= base;
  };
  const { subtotalMinor, discountMinor, shippingMinor, shippingTaxMinor, taxMinor } = pricing;
  const goods = BigInt(subtotalMinor - discountMinor);
  const goodsTax = BigInt(taxMinor - shippingTaxMinor);
  const isShare = (line: LinePricing) => {
    const error = BigInt(line.taxMinor) * goods - goodsTax * BigInt(line.subtotalMinor - line.discountMinor);
    return goods === 0n || (error < goods && error > -goods);
  };
  return {
    'goods taxed once': isNearest(Number(goods), Number(goodsTax)),
    'tax shared by discounted goods': pricing.lines.every(isShare),
    'shipping taxed': tax.shippingTaxed ? isNearest(shippingMinor, shippingTaxMinor) : shippingTaxMinor === 0,
  };
}
