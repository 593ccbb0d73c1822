import { expect, test } from 'vitest';
import { reorder } from './reorder.ts';

test('one item changes its place', () => {
  expect(reorder(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(reorder(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(reorder(['a'], 4, 0)).toEqual(['a']);
});
