import { expect, test } from 'vitest';
import { type AdjustValues, startValues, toAdjustInput, unitsAfter } from './adjust-values.ts';
import type { Level } from './stock.ts';

const level = { variantId: 'v', locationId: 'l', onHand: 5 } as Level;
const values = (change: Partial<AdjustValues>): AdjustValues => ({ ...startValues, ...change });

test.each([
  [{ mode: 'change', units: -2 }, 3],
  [{ mode: 'set', units: 9 }, 9],
  [{ mode: 'change', units: '' }, null],
  [{ mode: 'change', units: 0 }, null],
  [{ mode: 'set', units: 5 }, null],
  [{ mode: 'change', units: -6 }, null],
] as const)('%j leaves %s', (change, after) => {
  expect(unitsAfter(level, values(change))).toBe(after);
});

test('setting says what was seen, changing does not', () => {
  expect(toAdjustInput(level, values({ mode: 'set', units: 9, note: ' counted ' }))).toEqual({
    variantId: 'v',
    locationId: 'l',
    setTo: 9,
    expectedOnHand: 5,
    reason: 'received',
    note: 'counted',
  });
  expect(toAdjustInput(level, values({ units: 2 }))).toMatchObject({ change: 2, note: null });
  expect(toAdjustInput(level, values({}))).toBeNull();
});
