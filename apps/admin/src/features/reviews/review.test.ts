import { expect, test } from 'vitest';
import { isNarrowed, readReviewFilters, stepFrom, toListInput, writeReviewFilters } from './review.ts';

test('filters survive the address bar', () => {
  const filters = {
    status: 'rejected' as const,
    query: 'mug',
    rating: 2,
    verified: true,
    cursors: ['a', 'b'],
  };
  expect(readReviewFilters(writeReviewFilters(filters))).toEqual(filters);
});

test('what people type into addresses is no filter', () => {
  const filters = readReviewFilters(new URLSearchParams('status=nice&stars=9'));
  expect(filters).toMatchObject({ status: 'pending', rating: null });
  expect(isNarrowed(filters)).toBe(false);
});

test('what waits comes as it came, what is judged newest first', () => {
  const filters = readReviewFilters(new URLSearchParams());
  expect(toListInput(filters)).toEqual({ status: 'pending', limit: 20, sort: 'oldest' });
  expect(toListInput({ ...filters, status: 'approved', rating: 3 })).toMatchObject({
    sort: 'newest',
    rating: 3,
  });
});

test.each([
  [null, 1, 'a'],
  ['gone', -1, 'a'],
  ['a', 1, 'b'],
  ['c', 1, 'c'],
  ['a', -1, 'a'],
] as const)('a step from %s by %i leads to %s', (current, step, next) => {
  expect(stepFrom(['a', 'b', 'c'], current, step)).toBe(next);
});

test('a step in an empty list leads nowhere', () => {
  expect(stepFrom([], 'a', 1)).toBeNull();
});
