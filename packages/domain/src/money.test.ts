import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isShopError } from './errors.ts';
import { addMinor, assertMinor, containedMinor, multiplyMinor, percentOfMinor } from './money.ts';

const amount = fc.maxSafeInteger();
const rate = fc.integer({ min: 0, max: 1_000_000 });

describe('assertMinor', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])('refuses %s', (value) => {
    expect(() => assertMinor(value)).toThrow('MONEY_OUT_OF_RANGE');
  });

  test('passes every safe integer and leaves no negative zero', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(assertMinor(value)).toBe(value);
      }),
    );
    expect(Object.is(assertMinor(-0), 0)).toBe(true);
  });
});

describe('addMinor and multiplyMinor', () => {
  const near = fc.integer({ min: 94_906_265, max: 94_906_267 });
  const pair = fc.oneof(
    fc.tuple(amount, amount),
    fc.tuple(near, near),
    fc.tuple(amount, fc.nat({ max: 99 })),
  );

  test('agree with exact arithmetic or refuse', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(outcomeOf(() => addMinor(a, b))).toBe(expectedOf(BigInt(a) + BigInt(b)));
        expect(outcomeOf(() => multiplyMinor(a, b))).toBe(expectedOf(BigInt(a) * BigInt(b)));
      }),
      { numRuns: 1_000 },
    );
    expect(() => addMinor(Number.MAX_SAFE_INTEGER, 1)).toThrow('MONEY_OUT_OF_RANGE');
  });

  test('the sum of nothing is nothing, and quantities are whole', () => {
    expect(addMinor()).toBe(0);
    expect(() => multiplyMinor(100, 1.5)).toThrow('MONEY_OUT_OF_RANGE');
  });
});

describe('percentOfMinor', () => {
  test.each([
    [1, 500_000, 1],
    [3, 500_000, 2],
    [-1, 500_000, -1],
    [1, 499_999, 0],
    [1_499, 82_500, 124],
    [1_000, 200_000, 200],
    [0, 1_000_000, 0],
  ])('%i at %i ppm is %i', (amountMinor, ratePpm, expected) => {
    expect(percentOfMinor(amountMinor, ratePpm)).toBe(expected);
  });

  test('is within half a unit of the exact share, exact halves going up', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), rate, (amountMinor, ratePpm) => {
        const twiceError =
          2n *
          (BigInt(percentOfMinor(amountMinor, ratePpm)) * 1_000_000n - BigInt(amountMinor) * BigInt(ratePpm));
        expect(twiceError > -1_000_000n && twiceError <= 1_000_000n).toBe(true);
      }),
    );
  });

  test('mirrors for refunds and never falls as the amount grows', () => {
    fc.assert(
      fc.property(amount, amount, rate, (a, b, ratePpm) => {
        expect(percentOfMinor(-a, ratePpm) + percentOfMinor(a, ratePpm)).toBe(0);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(percentOfMinor(low, ratePpm)).toBeLessThanOrEqual(percentOfMinor(high, ratePpm));
      }),
    );
  });

  test.each([-1, 0.5, Number.NaN])('refuses the rate %s', (ratePpm) => {
    expect(() => percentOfMinor(100, ratePpm)).toThrow('INPUT_INVALID');
    expect(() => containedMinor(100, ratePpm)).toThrow('INPUT_INVALID');
  });
});

describe('containedMinor', () => {
  test.each([
    [1_200, 200_000, 200],
    [1_190, 190_000, 190],
    [100, 1_000_000, 50],
    [3, 1_000_000, 2],
    [-1_200, 200_000, -200],
  ])('%i holds %i ppm as %i', (amountMinor, ratePpm, expected) => {
    expect(containedMinor(amountMinor, ratePpm)).toBe(expected);
  });

  test('taking the tax out and adding it again meets the amount within a unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), rate, (gross, ratePpm) => {
        const net = gross - containedMinor(gross, ratePpm);
        expect(Math.abs(net + percentOfMinor(net, ratePpm) - gross)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function outcomeOf(compute: () => number): string {
  try {
    return String(compute());
  } catch (error) {
    return isShopError(error) ? error.code : String(error);
  }
}

function expectedOf(exact: bigint): string {
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  return exact >= -limit && exact <= limit ? String(exact) : 'MONEY_OUT_OF_RANGE';
}
