import { expect, test } from 'vitest';
import { isNarrowed, readCustomerFilters, toListInput, writeCustomerFilters } from './customer-filters.ts';

const group = '01890000-0000-7000-8000-000000000001';

test('filters survive the address bar', () => {
  const address = `q=ada&tag=vip&group=${group}&sort=name&after=one&after=two`;
  const filters = readCustomerFilters(new URLSearchParams(address));
  expect(writeCustomerFilters(filters).toString()).toBe(address);
  expect(toListInput(filters)).toEqual({
    limit: 25,
    query: 'ada',
    tag: 'vip',
    groupId: group,
    sort: 'name',
    cursor: 'two',
  });
  expect(isNarrowed(filters)).toBe(true);
});

test('what people type into the address bar is checked', () => {
  const filters = readCustomerFilters(new URLSearchParams('group=drop&sort=money&tag='));
  expect(filters).toEqual({ query: '', tag: null, groupId: null, sort: 'newest', cursors: [] });
  expect(isNarrowed(filters)).toBe(false);
  expect(toListInput(filters)).toEqual({ limit: 25, sort: 'newest' });
});
