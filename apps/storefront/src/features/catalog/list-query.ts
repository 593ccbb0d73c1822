import { currencyExponent, parseMajor, toMajorString, type Currency } from '@turing/domain';

export const sorts = {
  featured: 'Featured',
  newest: 'Newest',
  best_selling: 'Best selling',
  rating: 'Top rated',
  price_asc: 'Price, low to high',
  price_desc: 'Price, high to low',
} as const;

export type Sort = keyof typeof sorts;

/** The query string of a page, as Next hands it over. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export interface ListFilter {
  /** `manual` is the order of a collection, which no address names. */
  readonly sort?: Sort | 'relevance' | 'manual';
  readonly cursor?: string;
  readonly attributes: string[];
  readonly minPriceMinor?: number;
  readonly maxPriceMinor?: number;
  readonly inStock: boolean;
  /** Names of brands, any of which will do. */
  readonly brands: string[];
  /** `attribute:10..20` of number attributes. */
  readonly ranges: string[];
  readonly minRating?: number;
}

/** The filters of a list, from its address. Values nobody can have meant are left out, never refused. */
export interface ListQuery {
  readonly filter: ListFilter;
  /** What was typed, for the search page. */
  readonly text: string;
}

const attributeCode = /^[\w-]+:[\w-]+$/u;
const rangeCode = /^[\w-]+:-?\d*(?:\.\d+)?\.\.-?\d*(?:\.\d+)?$/u;

export function readListQuery(params: SearchParams, currency: Currency): ListQuery {
  const sort = first(params.sort);
  const cursor = first(params.cursor);
  const minPriceMinor = readPrice(first(params.min), currency);
  const maxPriceMinor = readPrice(first(params.max), currency);
  return {
    text: first(params.q).trim().slice(0, 100),
    filter: {
      ...(sort in sorts || sort === 'relevance' ? { sort: sort as Sort | 'relevance' } : {}),
      ...(cursor === '' || cursor.length > 500 ? {} : { cursor }),
      ...(minPriceMinor === null ? {} : { minPriceMinor }),
      ...(maxPriceMinor === null ? {} : { maxPriceMinor }),
      attributes: [...new Set(all(params.f))].filter((code) => attributeCode.test(code)).slice(0, 30),
      inStock: first(params.stock) === '1',
      brands: [...new Set(all(params.brand))]
        .filter((name) => name !== '' && name.length <= 200)
        .slice(0, 30),
      ranges: readRanges(params),
      ...readRating(first(params.rating)),
    },
  };
}

/** The query string for a list; empty filters leave no trace. */
export function toQueryString(query: ListQuery, currency: Currency): string {
  const { sort, cursor, attributes, minPriceMinor, maxPriceMinor, inStock } = query.filter;
  const { brands, ranges, minRating } = query.filter;
  const params = new URLSearchParams();
  if (query.text !== '') params.set('q', query.text);
  if (sort !== undefined) params.set('sort', sort);
  for (const code of attributes) params.append('f', code);
  for (const name of brands) params.append('brand', name);
  for (const range of ranges) params.append('range', range);
  if (minRating !== undefined) params.set('rating', String(minRating));
  if (minPriceMinor !== undefined) params.set('min', toShortMajor(minPriceMinor, currency));
  if (maxPriceMinor !== undefined) params.set('max', toShortMajor(maxPriceMinor, currency));
  if (inStock) params.set('stock', '1');
  if (cursor !== undefined) params.set('cursor', cursor);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same list with something changed, from its first page. */
export function withFilter(query: ListQuery, change: Partial<ListFilter>): ListQuery {
  return { ...query, filter: { ...query.filter, cursor: undefined, ...change } };
}

/** Filters in force, for a count on the button and for knowing whether to offer a way back. */
export function countFilters({ filter }: ListQuery): number {
  const { attributes, minPriceMinor, maxPriceMinor, inStock, brands, ranges, minRating } = filter;
  const price = minPriceMinor !== undefined || maxPriceMinor !== undefined;
  const chosen = [price, inStock, minRating !== undefined].filter(Boolean).length;
  return attributes.length + brands.length + ranges.length + chosen;
}

/** "20", or "19.50" where there are cents. */
export function toShortMajor(amountMinor: number, currency: Currency): string {
  return toMajorString(amountMinor, currency).replace(/\.0+$/u, '');
}

/** As one value of `range`, or as the two boxes of a form: `from:height` and `to:height`. */
function readRanges(params: SearchParams): string[] {
  const whole = all(params.range);
  const boxes = Object.keys(params).flatMap((name) => {
    const code = /^(?:from|to):([\w-]+)$/u.exec(name)?.[1];
    return code === undefined
      ? []
      : [`${code}:${number(params[`from:${code}`])}..${number(params[`to:${code}`])}`];
  });
  return [...new Set([...whole, ...boxes])]
    .filter((range) => rangeCode.test(range) && !range.endsWith(':..'))
    .slice(0, 10);
}

function number(value: string | string[] | undefined): string {
  const digits = first(value).trim().replace(',', '.');
  return /^-?\d{1,9}(?:\.\d{1,6})?$/u.test(digits) ? digits : '';
}

function readRating(text: string): { minRating?: number } {
  return /^[1-5]$/u.test(text) ? { minRating: Number(text) } : {};
}

function readPrice(text: string, currency: Currency): number | null {
  const digits = text.trim().replace(',', '.');
  const exponent = currencyExponent(currency);
  if (!/^\d{1,7}(?:\.\d+)?$/u.test(digits)) return null;
  const [whole = '', fraction = ''] = digits.split('.');
  return parseMajor(fraction === '' ? whole : `${whole}.${fraction.slice(0, exponent)}`, currency);
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function all(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
