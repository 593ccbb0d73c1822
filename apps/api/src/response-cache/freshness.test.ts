import { expect, it } from 'vitest';
import { createFreshness } from './freshness.ts';

const page = { startedAt: 1000, productId: 'a' };
const list = { startedAt: 1000, productId: null };

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
  ['nothing', [], true, true],
  ['another product', ['b'], true, false],
  ['this product', ['b', 'a'], false, false],
  ['everything', 'all', false, false],
] as const)('after a change of %s', (_name, change, pageIsFresh, listIsFresh) => {
  const { tell, isFresh } = createFreshness(() => 2000);
  if (change === 'all' || change.length > 0) tell(change, 1500);
  expect(isFresh(page, 2000)).toBe(pageIsFresh);
  expect(isFresh(list, 2000)).toBe(listIsFresh);
  expect(isFresh({ ...page, startedAt: 1501 }, 2000)).toBe(true);
  expect(isFresh({ ...list, startedAt: 1501 }, 2000)).toBe(true);
});

it('forgets which products changed rather than grow without end, and then trusts nothing older', () => {
  const { tell, isFresh } = createFreshness(() => 2000);
  tell(
    Array.from({ length: 60_000 }, (_, index) => `p${index}`),
    1200,
  );
  expect(isFresh(page, 2000)).toBe(true);
  tell(['one more'], 1300);
  expect(isFresh(page, 2000)).toBe(false);
});
