import { describe, expect, it } from 'vitest';
import { readProductFilters, toListInput, writeProductFilters } from './product-filters.ts';

describe('product filters', () => {
  it('survive the address bar', () => {
    const address = 'q=lamp&status=draft&currency=EUR&after=a';
    const filters = readProductFilters(new URLSearchParams(address));
    expect(writeProductFilters(filters).toString()).toBe(address);
    expect(toListInput(filters)).toEqual({
      limit: 25,
      currency: 'EUR',
      query: 'lamp',
      status: 'draft',
      cursor: 'a',
    });
  });

  it('fall back to everything in US dollars', () => {
    expect(toListInput(readProductFilters(new URLSearchParams('status=gone&currency=XYZ')))).toEqual({
      limit: 25,
      currency: 'USD',
    });
  });
});
