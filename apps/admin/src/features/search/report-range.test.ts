import { expect, test } from 'vitest';
import { clickThrough, lastDays } from './report-range.ts';

test('seven days end today', () => {
  expect(lastDays(7, new Date('2026-03-03T23:59:00Z'))).toEqual({ from: '2026-02-25', to: '2026-03-03' });
});

test('clicks of a hundred searches', () => {
  expect(clickThrough({ searches: 3, clicks: 1 })).toBe('33%');
  expect(clickThrough({ searches: 0, clicks: 0 })).toBe('–');
});
