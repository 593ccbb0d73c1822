import { describe, expect, it } from 'vitest';
import { countFilters, readListQuery, toQueryString, withFilter } from './list-query.ts';

describe('filters in the address', () => {
  it('reads every filter', () => {
    const query = readListQuery(
      {
        q: ' mug ',
        sort: 'price_asc',
        f: ['colour:red', 'material:oak'],
        min: '10',
        max: '49.5',
        stock: '1',
        cursor: 'abc',
        brand: 'Fernhollow',
        rating: '4',
        'from:height': '10',
        'to:height': '20,5',
        'from:width': '',
        'to:width': '',
      },
      'USD',
    );
    expect(query).toEqual({
      text: 'mug',
      filter: {
        sort: 'price_asc',
        attributes: ['colour:red', 'material:oak'],
        minPriceMinor: 1000,
        maxPriceMinor: 4950,
        inStock: true,
        brands: ['Fernhollow'],
        ranges: ['height:10..20.5'],
        minRating: 4,
        cursor: 'abc',
      },
    });
    expect(countFilters(query)).toBe(7);
  });

  it('comes back as it went', () => {
    const text =
      '?q=oak+tray&sort=rating&f=colour%3Ared&f=colour%3Ablue&brand=A+%26+B&range=height%3A1..&rating=3&min=5&max=19.50&stock=1';
    const params = new URLSearchParams(text);
    const query = readListQuery({ ...Object.fromEntries(params), f: params.getAll('f') }, 'EUR');
    expect(toQueryString(query, 'EUR')).toBe(text);
  });

  it.each([
    { f: 'nonsense', min: 'cheap', max: '-4', sort: 'random', stock: 'yes', cursor: '' },
    { f: ['a:b;drop', 'a b:c'], min: '1e9', max: '99999999999', sort: ['x', 'newest'] },
    { f: undefined, min: ['', '4'], q: undefined },
  ])('leaves out what makes no sense: %j', (params) => {
    const query = readListQuery(params, 'USD');
    expect(query).toEqual({
      text: '',
      filter: { attributes: [], inStock: false, brands: [], ranges: [] },
    });
    expect(toQueryString(query, 'USD')).toBe('');
  });

  it('cuts decimals the currency lacks', () => {
    expect(readListQuery({ min: '9.999' }, 'USD').filter.minPriceMinor).toBe(999);
    expect(readListQuery({ min: '9,50' }, 'USD').filter.minPriceMinor).toBe(950);
  });

  it('starts again from the first page when a filter changes', () => {
    const query = readListQuery({ cursor: 'abc', stock: '1' }, 'USD');
    expect(toQueryString(withFilter(query, { inStock: false }), 'USD')).toBe('');
  });
});
