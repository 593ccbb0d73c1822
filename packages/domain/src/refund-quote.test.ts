import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteRefund, restockingFeeOf, worthOfUnits } from './refund-quote.ts';

const wish = { lines: [], shippingMinor: 0, extraMinor: 0, restockingFeeMinor: 0, returnShippingMinor: 0 };

const soldLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 99 }),
    netMinor: fc.nat(10_000_000),
    taxMinor: fc.nat(3_000_000),
  })
  .map(({ quantity, netMinor, taxMinor }) => ({
    id: 'line',
    quantity,
    totalMinor: netMinor + taxMinor,
    taxMinor,
    refundedQuantity: 0,
  }));

describe('worthOfUnits', () => {
  test('the last unit takes the rest', () => {
    const line = { id: 'a', quantity: 3, totalMinor: 1000, taxMinor: 160, refundedQuantity: 0 };
    expect(worthOfUnits(line, 1)).toEqual({ amountMinor: 333, taxMinor: 53 });
    expect(worthOfUnits({ ...line, refundedQuantity: 1 }, 1)).toEqual({ amountMinor: 333, taxMinor: 53 });
    expect(worthOfUnits({ ...line, refundedQuantity: 2 }, 1)).toEqual({ amountMinor: 334, taxMinor: 54 });
    expect(worthOfUnits(line, 3)).toEqual({ amountMinor: 1000, taxMinor: 160 });
  });

  test('however units are given back, they sum to the line, and none is off by more than a minor unit of each part', () => {
    fc.assert(
      fc.property(soldLine, fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 99 }), (line, cuts) => {
        let refundedQuantity = 0;
        let [amountMinor, taxMinor] = [0, 0];
        for (const cut of [...cuts, line.quantity]) {
          const quantity = Math.min(cut, line.quantity - refundedQuantity);
          if (quantity === 0) break;
          const worth = worthOfUnits({ ...line, refundedQuantity }, quantity);
          const exact = (line.totalMinor * quantity) / line.quantity;
          expect(Math.abs(worth.amountMinor - exact)).toBeLessThan(2);
          expect(worth.taxMinor).toBeGreaterThanOrEqual(0);
          expect(worth.amountMinor).toBeGreaterThanOrEqual(worth.taxMinor);
          refundedQuantity += quantity;
          amountMinor += worth.amountMinor;
          taxMinor += worth.taxMinor;
        }
        expect({ refundedQuantity, amountMinor, taxMinor }).toEqual({
          refundedQuantity: line.quantity,
          amountMinor: line.totalMinor,
          taxMinor: line.taxMinor,
        });
      }),
    );
  });

  test.each([0, 3, -1, 1.5, Number.NaN])('refuses %d of two left', (quantity) => {
    const line = { id: 'a', quantity: 3, totalMinor: 1000, taxMinor: 0, refundedQuantity: 1 };
    expect(() => worthOfUnits(line, quantity)).toThrow('REFUND_INVALID');
  });
});

describe('quoteRefund', () => {
  const line = { id: 'a', quantity: 2, totalMinor: 5000, taxMinor: 0, refundedQuantity: 0 };
  const order = { lines: [line], shippingLeftMinor: 500, availableMinor: 5500 };

  test('sums lines, shipping and more, and takes off what the shop keeps', () => {
    const quote = quoteRefund(order, {
      lines: [{ orderLineId: 'a', quantity: 1 }],
      shippingMinor: 200,
      extraMinor: 100,
      restockingFeeMinor: restockingFeeOf(2500, 100_000),
      returnShippingMinor: 350,
    });
    expect(quote).toMatchObject({ linesMinor: 2500, restockingFeeMinor: 250, totalMinor: 2200 });
  });

  test('refuses what cannot be', () => {
    const half = { ...wish, lines: [{ orderLineId: 'a', quantity: 1 }] };
    expect(() => quoteRefund(order, { ...wish, lines: [{ orderLineId: 'b', quantity: 1 }] })).toThrow(
      'REFUND_INVALID',
    );
    expect(() => quoteRefund(order, { ...half, lines: [...half.lines, ...half.lines] })).toThrow(
      'REFUND_INVALID',
    );
    expect(() => quoteRefund(order, { ...half, shippingMinor: 501 })).toThrow('REFUND_INVALID');
    expect(() => quoteRefund(order, { ...half, extraMinor: -1 })).toThrow('REFUND_INVALID');
    expect(() => quoteRefund(order, { ...half, returnShippingMinor: 2501 })).toThrow('REFUND_INVALID');
    expect(() => quoteRefund({ ...order, availableMinor: 2499 }, half)).toThrow('REFUND_EXCEEDS_CAPTURE');
  });

  test('partial refunds together are never more than what was paid', () => {
    const steps = fc.array(
      fc.record({
        quantity: fc.nat(3),
        shippingMinor: fc.nat(400),
        extraMinor: fc.nat(2000),
        restockingFeeMinor: fc.nat(500),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(soldLine, fc.nat(1000), steps, (sold, shippingMinor, wishes) => {
        const paidMinor = sold.totalMinor + shippingMinor;
        let state = { lines: [sold], shippingLeftMinor: shippingMinor, availableMinor: paidMinor };
        let givenMinor = 0;
        for (const { quantity, ...rest } of wishes) {
          const lines = quantity === 0 ? [] : [{ orderLineId: 'line', quantity }];
          try {
            const quote = quoteRefund(state, { ...wish, ...rest, lines });
            givenMinor += quote.totalMinor;
            const refundedQuantity = (state.lines[0]?.refundedQuantity ?? 0) + quantity;
            state = {
              lines: [{ ...sold, refundedQuantity }],
              shippingLeftMinor: state.shippingLeftMinor - quote.shippingMinor,
              availableMinor: state.availableMinor - quote.totalMinor,
            };
          } catch (error) {
            expect(String(error)).toMatch(/REFUND_/u);
          }
          expect(givenMinor).toBeLessThanOrEqual(paidMinor);
          expect(state.availableMinor).toBe(paidMinor - givenMinor);
        }
      }),
    );
  });
});
