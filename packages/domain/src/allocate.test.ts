import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';

const total = fc.maxSafeInteger();
const weight = fc.oneof(
  fc.nat({ max: 9 }),
  fc.nat({ max: 1_000_000 }),
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
);
const weights = fc.array(weight, { minLength: 1, maxLength: 40 });

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [5, [0, 0, 0], [2, 2, 1]],
  [5, [0, 7, 0], [0, 5, 0]],
  [10, [1, 2, 4], [1, 3, 6]],
  [1, [3, 3, 5], [0, 0, 1]],
  [0, [], []],
  [Number.MAX_SAFE_INTEGER, [1, 1], [4_503_599_627_370_496, 4_503_599_627_370_495]],
])('%i over %j is %j', (totalMinor, parts, shares) => {
  expect(allocate(totalMinor, parts)).toEqual(shares);
});

test('loses nothing', () => {
  fc.assert(
    fc.property(total, weights, (totalMinor, parts) => {
      const sum = allocate(totalMinor, parts).reduce((running, share) => running + BigInt(share), 0n);
      expect(sum).toBe(BigInt(totalMinor));
    }),
    { numRuns: 2_000 },
  );
});

test('each share is its exact proportion rounded down or up, and a whole one stays whole', () => {
  fc.assert(
    fc.property(total, weights, (totalMinor, parts) => {
      const sum = parts.reduce((running, part) => running + BigInt(part), 0n);
      fc.pre(sum > 0n);
      for (const [index, share] of allocate(totalMinor, parts).entries()) {
        const error = BigInt(share) * sum - BigInt(totalMinor) * BigInt(parts[index]!);
        expect(error < sum && error > -sum).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a heavier weight never gets less, and of equal weights the earlier gets no less', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), weights, (totalMinor, parts) => {
      const shares = allocate(totalMinor, parts);
      const order = [...parts.keys()].sort((a, b) => parts[b]! - parts[a]! || a - b);
      const ranked = order.map((index) => shares[index]!);
      expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
    }),
    { numRuns: 2_000 },
  );
});

test('a negative total mirrors its positive, without negative zeros', () => {
  fc.assert(
    fc.property(total, weights, (totalMinor, parts) => {
      const mirrored = allocate(-totalMinor, parts).map((share) => (share === 0 ? 0 : -share));
      expect(allocate(totalMinor, parts)).toEqual(mirrored);
    }),
  );
});

test.each([
  [1, [-1, 2]],
  [1, [0.5]],
  [1, [Number.NaN]],
  [1, []],
])('refuses %i over %j', (totalMinor, parts) => {
  expect(() => allocate(totalMinor, parts)).toThrow('INPUT_INVALID');
});

test('refuses a total that is not whole', () => {
  expect(() => allocate(0.1, [1])).toThrow('MONEY_OUT_OF_RANGE');
});
