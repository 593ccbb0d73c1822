import { expect, test } from 'vitest';
import { isNarrowed, readLevelFilters, toLevelsInput, writeLevelFilters } from './level-filters.ts';

const locationId = '01890000-0000-7000-8000-000000000001';

test('filters survive the address bar', () => {
  const filters = { query: 'mug', locationId, low: true, cursors: ['a', 'b'] };
  expect(readLevelFilters(writeLevelFilters(filters))).toEqual(filters);
});

test('what people type into addresses is no filter', () => {
  const filters = readLevelFilters(new URLSearchParams('location=everywhere&low=maybe'));
  expect(filters).toEqual({ query: '', locationId: null, low: false, cursors: [] });
  expect(isNarrowed(filters)).toBe(false);
});

test('a product asks for every location, the list for those that had something', () => {
  const filters = { query: '', locationId: null, low: false, cursors: ['a', 'b'] };
  expect(toLevelsInput(filters)).toEqual({ limit: 25, low: false, cursor: 'b' });
  expect(toLevelsInput(filters, locationId)).toMatchObject({ productId: locationId, includeEmpty: true });
});
