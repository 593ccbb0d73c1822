import { expect, it } from 'vitest';
import { readReturnFilters, toListInput, writeReturnFilters } from './return-filters.ts';

it('keeps what the address says, and ignores what it cannot mean', () => {
  const filters = { status: 'received' as const, query: 'ada', cursors: ['a', 'b'] };
  expect(readReturnFilters(writeReturnFilters(filters))).toEqual(filters);
  expect(readReturnFilters(new URLSearchParams('status=lost')).status).toBeNull();
});

it('asks for the page of the last cursor', () => {
  expect(toListInput({ status: null, query: ' ', cursors: ['a', 'b'] })).toEqual({ limit: 50, cursor: 'b' });
});
