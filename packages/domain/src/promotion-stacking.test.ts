import { describe, expect, test } from 'vitest';
import { applyPromotions } from './promotion.ts';
import { promotionOf, someone } from './testing/promotions.ts';
import type { PromotionTerms } from './promotion-terms.ts';

const shippingOf = (goodsMinor: number) => (goodsMinor >= 10_000 ? 0 : 600);

function combine(promotions: readonly PromotionTerms[], unitPriceMinor = 8_000) {
  const lines = [{ id: 'lamp', quantity: 1, unitPriceMinor }];
  return applyPromotions({ currency: 'USD', lines, buyer: someone, shippingOf, promotions }).results;
}

const half = promotionOf({ id: 'half', benefit: { kind: 'percentage', ratePpm: 500_000 } });
const tenOff = promotionOf({ id: 'tenOff', benefit: { kind: 'amount', amountMinor: 1_000, perItem: false } });
const freeShipping = promotionOf({ id: 'ship', priority: 9, benefit: { kind: 'free_shipping' } });
const alone = (terms: PromotionTerms): PromotionTerms => ({ ...terms, exclusive: true });

describe('promotions that combine', () => {
  test('apply to what those of higher priority left', () => {
    expect(combine([half, { ...tenOff, priority: 1 }])).toMatchObject([
      { discountMinor: 3_500 },
      { discountMinor: 1_000 },
    ]);
    expect(combine([{ ...half, priority: 1 }, tenOff])).toMatchObject([
      { discountMinor: 4_000 },
      { discountMinor: 1_000 },
    ]);
  });

  test('free shipping comes last, of the goods that are left', () => {
    expect(combine([freeShipping, half])).toMatchObject([{ shippingMinor: 600 }, { discountMinor: 4_000 }]);
    expect(combine([freeShipping, tenOff], 10_500)).toMatchObject([
      { shippingMinor: 600 },
      { applied: true },
    ]);
    expect(combine([freeShipping, { ...freeShipping, id: 'again' }])).toMatchObject([
      { applied: false, reason: { kind: 'nothing_to_discount' } },
      { applied: true },
    ]);
  });

  test('of nothing left there is nothing to take', () => {
    const all = promotionOf({ id: 'all', priority: 5, benefit: { kind: 'percentage', ratePpm: 1_000_000 } });
    expect(combine([all, half])).toMatchObject([
      { discountMinor: 8_000 },
      { discountMinor: 0, reason: { kind: 'nothing_to_discount' } },
    ]);
  });
});

describe('an exclusive promotion', () => {
  test('applies alone where that is best for the shopper', () => {
    expect(combine([alone(half), tenOff, freeShipping])).toMatchObject([
      { applied: true },
      { reason: { kind: 'does_not_combine', with: ['half'] } },
      { reason: { kind: 'does_not_combine', with: ['half'] } },
    ]);
  });

  test('gives way where the others together take off more', () => {
    expect(combine([alone(tenOff), half, freeShipping])).toMatchObject([
      { reason: { kind: 'does_not_combine', with: ['half', 'ship'] } },
      { applied: true },
      { applied: true },
    ]);
  });

  test('of two the better wins, of equals the higher priority, then the lower id', () => {
    expect(combine([alone(tenOff), alone(half)]).map(({ applied }) => applied)).toEqual([false, true]);
    const [first, second] = [alone({ ...half, id: 'a' }), alone({ ...half, id: 'b' })];
    expect(combine([second, first]).map(({ applied }) => applied)).toEqual([false, true]);
    expect(combine([{ ...second, priority: 1 }, first]).map(({ applied }) => applied)).toEqual([true, false]);
  });

  test('what fails itself is told its own reason', () => {
    expect(combine([alone(half), { ...tenOff, currency: 'EUR' }])[1]).toMatchObject({
      reason: { kind: 'other_currency' },
    });
  });
});
