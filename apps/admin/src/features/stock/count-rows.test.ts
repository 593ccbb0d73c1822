import { expect, test } from 'vitest';
import {
  type CountRow,
  readCount,
  readUnits,
  refreshed,
  toAdjustments,
  unitsAfter,
  withRows,
} from './count-rows.ts';

const mug = { variantId: 'm', sku: 'MUG', variantName: 'Oat', productName: 'Mug', onHand: 10, allocated: 4 };
const jug = { ...mug, variantId: 'j', sku: 'JUG-1', onHand: 3, allocated: 0 };
const row = (units: string, of = mug): CountRow => ({ ...of, units, was: null, refusal: null });

test('numbers are whole, of either sign', () => {
  expect(['12', '+3', '−2', '1,200', '0', '-0'].map(readUnits)).toEqual([12, 3, -2, 1200, 0, 0]);
  expect(['', '1.5', 'ten', '9999999'].map(readUnits)).toEqual([null, null, null, null]);
});

test('a sheet is read with tabs, semicolons, commas or spaces, without its heading', () => {
  expect(readCount('SKU\tName\tCounted\nMUG\tA mug\t12\n\nJUG-1\t3').lines).toEqual([
    { sku: 'MUG', units: '12' },
    { sku: 'JUG-1', units: '3' },
  ]);
  expect(readCount('MUG;4\nJUG-1, 5\nBOWL 6').lines.map(({ units }) => units)).toEqual(['4', '5', '6']);
  expect(readCount('MUG 1\nmug 2\nJUG\nBOWL many')).toEqual({
    lines: [{ sku: 'mug', units: '2' }],
    wrong: [3, 4],
  });
});

test('what would lie there', () => {
  expect(unitsAfter(row('7'), 'set')).toBe(7);
  expect(unitsAfter(row('-3'), 'change')).toBe(7);
  expect(unitsAfter(row(''), 'set')).toBeNull();
  expect([unitsAfter(row('-3'), 'set'), unitsAfter(row('-11'), 'change')]).toEqual(['invalid', 'invalid']);
});

test('only rows that move stock are sent, with what was seen', () => {
  const rows = [row('7'), row('3', jug), row('', jug)];
  expect(toAdjustments(rows, { mode: 'set', locationId: 'l' })).toEqual([
    { variantId: 'm', locationId: 'l', setTo: 7, expectedOnHand: 10 },
  ]);
  expect(toAdjustments(rows, { mode: 'change', locationId: 'l' })).toEqual([
    { variantId: 'm', locationId: 'l', change: 7 },
    { variantId: 'j', locationId: 'l', change: 3 },
  ]);
});

test('rows come together, and keep what was typed when the figures move', () => {
  const rows = withRows([row('7')], [mug, jug], [{ sku: 'jug-1', units: '2' }]);
  expect(rows.map(({ sku, units }) => [sku, units])).toEqual([
    ['MUG', '7'],
    ['JUG-1', '2'],
  ]);
  const after = refreshed(rows, [{ ...mug, onHand: 8 }, jug]);
  expect(after).toMatchObject([
    { units: '7', onHand: 8, was: 10 },
    { units: '2', onHand: 3, was: null },
  ]);
  expect(refreshed(after, [{ ...mug, onHand: 8 }])[0]?.was).toBe(10);
});
