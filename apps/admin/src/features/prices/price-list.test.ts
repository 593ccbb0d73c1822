import { expect, test } from 'vitest';
import { differenceOf, periodOf, unbroken } from './price-list.ts';

test('a difference is of the base price, with its sign', () => {
  expect(differenceOf(2500, 2000)).toBe('−20 %');
  expect(differenceOf(2000, 2500)).toBe('+25 %');
  expect(differenceOf(3000, 1999)).toBe('−33.4 %');
  expect(differenceOf(3000, 3000)).toBe('0 %');
  expect([differenceOf(null, 1), differenceOf(1, null), differenceOf(0, 1)]).toEqual([null, null, null]);
});

test('a period says what is open', () => {
  const [startsAt, endsAt] = ['2026-11-22T10:00:00', '2026-11-29T10:30:00'];
  expect(periodOf({ startsAt, endsAt })).toBe('22 Nov 2026, 10:00 – 29 Nov 2026, 10:30');
  expect(periodOf({ startsAt, endsAt: null })).toBe('From 22 Nov 2026, 10:00');
  expect(periodOf({ startsAt: null, endsAt })).toBe('Until 29 Nov 2026, 10:30');
  expect(periodOf({ startsAt: null, endsAt: null })).toBe('No dates');
});

test('a period breaks after its dash alone', () => {
  expect(unbroken('22 Nov 2026, 10:00 – 29 Nov 2026, 10:30').split(' ')).toEqual([
    '22\u00A0Nov\u00A02026,\u00A010:00\u00A0–',
    '29\u00A0Nov\u00A02026,\u00A010:30',
  ]);
});
