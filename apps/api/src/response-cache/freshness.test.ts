import { expect, it } from 'vitest';
import { createFreshness } from './freshness.ts';

const page = { startedAt: 1000, topic: { productId: 'a' } };
const list = { startedAt: 1000, topic: 'lists' } as const;
const suggestions = { startedAt: 1000, topic: 'suggestions' } as const;

it('gives a young answer without proof, and an older one only while all changes are known', () => {
  const told = { until: 0 };
  const { isFresh } = createFreshness(() => told.until);
  expect(isFresh(list, 1399)).toBe(true);
  expect(isFresh(list, 1400)).toBe(false);
  told.until = 100_000;
  expect(isFresh(list, 100_499)).toBe(true);
  expect(isFresh(list, 100_500)).toBe(false);
});

it.each([
  ['nothing', [], [true, true, true]],
  ['another product', [{ products: ['b'], isOnLists: true }], [true, false, false]],
  ['this product', [{ products: ['b', 'a'], isOnLists: true }], [false, false, false]],
  ['what its page alone shows', [{ products: ['a'], isOnLists: false }], [false, true, true]],
  ['everything', ['all'], [false, false, false]],
  ['what is searched for', ['queries'], [true, true, false]],
] as const)('after a change of %s', (_name, changes, [pageIsFresh, listIsFresh, suggestionsAreFresh]) => {
  const { tell, isFresh } = createFreshness(() => 2000);
  for (const change of changes) tell(change, 1500);
  expect(isFresh(page, 2000)).toBe(pageIsFresh);
  expect(isFresh(list, 2000)).toBe(listIsFresh);
  expect(isFresh(suggestions, 2000)).toBe(suggestionsAreFresh);
  expect(isFresh({ ...page, startedAt: 1501 }, 2000)).toBe(true);
  expect(isFresh({ ...list, startedAt: 1501 }, 2000)).toBe(true);
});

it('forgets which products changed rather than grow without end, and then trusts nothing older', () => {
  const { tell, isFresh } = createFreshness(() => 2000);
  const many = Array.from({ length: 60_000 }, (_, index) => `p${index}`);
  tell({ products: many, isOnLists: true }, 1200);
  expect(isFresh(page, 2000)).toBe(true);
  tell({ products: ['one more'], isOnLists: true }, 1300);
  expect(isFresh(page, 2000)).toBe(false);
});
