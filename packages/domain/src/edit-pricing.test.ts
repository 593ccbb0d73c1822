import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceEdit } from './edit-pricing.ts';
import { planSettlement, type SettledPayment } from './edit-settlement.ts';
import { flatTax } from './tax.ts';

const tax = flatTax({ ratePpm: 190_000, inclusive: false, shippingTaxed: true });

test('units that stay keep their discount, added ones get none', () => {
  const was = {
    quantity: 3,
    discountMinor: 100,
    discounts: [{ promotionId: 'spring', discountMinor: 60 }],
  };
  const line = { id: 'a', unitPriceMinor: 1000, taxCategory: 'standard', was };
  const price = (quantity: number) =>
    priceEdit({ lines: [{ ...line, quantity }], shippingMinor: 0, extraDiscountMinor: 0, tax });
  expect(price(3)).toMatchObject({ discountMinor: 100, subtotalMinor: 3000 });
  expect(price(5)).toMatchObject({ discountMinor: 100, subtotalMinor: 5000 });
  expect(price(1).lines[0]).toMatchObject({
    discountMinor: 34,
    discounts: [{ promotionId: 'spring', discountMinor: 20 }],
  });
  expect(() => price(0)).toThrow('INPUT_INVALID');
});

const anyLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 40 }),
    unitPriceMinor: fc.nat({ max: 500_000 }),
    wasQuantity: fc.integer({ min: 0, max: 40 }),
    share: fc.nat({ max: 100 }),
  })
  .map(({ quantity, unitPriceMinor, wasQuantity, share }, index = 0) => {
    const discountMinor = Math.floor((unitPriceMinor * wasQuantity * share) / 100);
    const discounts = [{ promotionId: 'p', discountMinor: Math.floor(discountMinor / 2) }];
    const was = wasQuantity === 0 ? null : { quantity: wasQuantity, discountMinor, discounts };
    return { id: String(index), quantity, unitPriceMinor, taxCategory: 'standard', was };
  });

test('the parts of any edited order sum to its total', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 8 }),
      fc.nat({ max: 5000 }),
      fc.boolean(),
      (lines, shippingMinor, inclusive) => {
        const priced = priceEdit({
          lines,
          shippingMinor,
          extraDiscountMinor: 0,
          tax: flatTax({ ratePpm: 72_500, inclusive, shippingTaxed: true }),
        });
        const sum = priced.lines.reduce((total, line) => total + line.totalMinor, 0);
        const shippingTax = inclusive ? 0 : priced.shippingTaxMinor;
        expect(sum + priced.shippingMinor + shippingTax).toBe(priced.totalMinor);
        for (const line of priced.lines) {
          expect(line.discountMinor).toBeGreaterThanOrEqual(0);
          expect(line.discountMinor).toBeLessThanOrEqual(line.subtotalMinor);
          const parts = line.discounts.reduce((total, part) => total + part.discountMinor, 0);
          expect(parts).toBeLessThanOrEqual(line.discountMinor);
        }
      },
    ),
  );
});

const anyPayment: fc.Arbitrary<SettledPayment> = fc
  .record({
    purpose: fc.constantFrom('order' as const, 'difference' as const),
    provider: fc.constantFrom('stripe' as const, 'manual' as const),
    status: fc.constantFrom('pending', 'failed', 'partially_captured', 'captured', 'cancelled' as const),
    amountMinor: fc.nat({ max: 100_000 }),
    part: fc.nat({ max: 99 }),
  })
  .map(({ part, ...payment }) => {
    const { status, amountMinor } = payment;
    const partly = status === 'partially_captured' ? Math.floor((amountMinor * part) / 100) : 0;
    const capturedMinor = status === 'captured' ? amountMinor : partly;
    return { ...payment, id: '', capturedMinor };
  });

test('what payments ask for changes by exactly the difference', () => {
  fc.assert(
    fc.property(
      fc.array(anyPayment, { maxLength: 5 }),
      fc.integer({ min: -200_000, max: 200_000 }),
      (drawn, differenceMinor) => {
        const payments = drawn.map((payment, index) => ({ ...payment, id: String(index) }));
        const plan = planSettlement(differenceMinor, payments);
        const asked = (of: readonly SettledPayment[]) =>
          of.filter(({ status }) => status !== 'cancelled').reduce((sum, each) => sum + each.amountMinor, 0);
        const after = payments
          .filter(({ id }) => !plan.cancel.includes(id))
          .map((each) => ({ ...each, ...plan.change.find(({ id }) => id === each.id) }));
        expect(asked(after) + plan.chargeMinor - plan.refundMinor).toBe(asked(payments) + differenceMinor);
        for (const each of after) {
          expect(each.amountMinor).toBeGreaterThanOrEqual(each.capturedMinor);
        }
        expect(Math.min(plan.chargeMinor, plan.refundMinor)).toBe(0);
      },
    ),
  );
});
