import { expect, test } from 'vitest';
import { isSameOrder, moveBy } from './related.ts';

test.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
  [7, 1, 'abc'],
] as const)('moving %i by %i makes %s', (index, step, order) => {
  expect(moveBy(['a', 'b', 'c'], index, step).join('')).toBe(order);
});

test('order counts', () => {
  const [a, b] = [{ id: 'a' }, { id: 'b' }];
  expect(isSameOrder([a, b], [a, b])).toBe(true);
  expect(isSameOrder([a, b], [b, a])).toBe(false);
  expect(isSameOrder([a], [a, b])).toBe(false);
});
