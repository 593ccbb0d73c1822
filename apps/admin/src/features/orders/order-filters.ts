import type { RouterInputs, RouterOutputs } from '@turing/client';
import {
  countries,
  type Currency,
  currencies,
  fulfilmentStates,
  orderStates,
  parseMajor,
  paymentStates,
  toMajorString,
} from '@turing/domain';
import dayjs from 'dayjs';

type ListInput = RouterInputs['orders']['staff']['list'];
export type SavedView = RouterOutputs['orders']['staff']['views']['list']['items'][number];
export type ViewFilters = SavedView['filters'];

const filterNames = [
  'q',
  'status',
  'payment',
  'fulfilment',
  'from',
  'to',
  'country',
  'tag',
  'sku',
  'code',
  'risk',
  'returns',
  'currency',
  'min',
  'max',
  'sort',
] as const;

export type FilterName = (typeof filterNames)[number];

/** What the list is narrowed to, as it stands in the address; what is not set, or what nobody could have chosen, is ''. */
export type OrderFilters = Readonly<Record<FilterName, string>> & {
  /** The cursors that led to this page, oldest first. */
  readonly cursors: readonly string[];
};

const pageSize = 25;
const sorts = ['newest', 'oldest', 'total_desc', 'total_asc'] as const;
export const risks = ['held', 'flagged'] as const;
export const returnFilters = ['open', 'any'] as const;

const oneOf = (known: readonly string[]) => (text: string) => (known.includes(text) ? text : '');
const atMost = (length: number) => (text: string) => text.trim().slice(0, length);
const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/u.test(text) && dayjs(text).isValid() ? text : '');
const amount = (text: string) => (/^\d{1,9}(?:\.\d{1,2})?$/u.test(text) ? text : '');

const readers: Readonly<Record<FilterName, (text: string) => string>> = {
  q: (text) => text.slice(0, 100),
  status: oneOf(orderStates),
  payment: oneOf(paymentStates),
  fulfilment: oneOf(fulfilmentStates),
  from: day,
  to: day,
  country: oneOf(Object.keys(countries)),
  tag: (text) => atMost(40)(text).toLowerCase(),
  sku: atMost(64),
  code: (text) => atMost(60)(text).toUpperCase(),
  risk: oneOf(risks),
  returns: oneOf(returnFilters),
  currency: oneOf(currencies),
  min: amount,
  max: amount,
  sort: oneOf(sorts),
};

export function readOrderFilters(params: URLSearchParams): OrderFilters {
  const texts = filterNames.map((name) => [name, readers[name](params.get(name) ?? '')]);
  const filters = { ...Object.fromEntries(texts), cursors: params.getAll('after') } as OrderFilters;
  const compares = filters.min !== '' || filters.max !== '' || filters.sort.startsWith('total');
  // Totals are compared in one currency.
  return compares && filters.currency === '' ? { ...filters, currency: 'USD' } : filters;
}

export function writeOrderFilters(filters: OrderFilters): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of filterNames) {
    const text = readers[name](filters[name]);
    if (text !== '') params.set(name, text);
  }
  for (const cursor of filters.cursors) params.append('after', cursor);
  return params;
}

export const noFilters: OrderFilters = readOrderFilters(new URLSearchParams());

/** The filters as the API takes them; days begin and end at the reader's midnight. */
function toFilter(filters: OrderFilters): Omit<ListInput, 'limit' | 'cursor' | 'sort'> {
  const { q, status, payment, fulfilment, from, to, country, tag, sku, code, risk, returns } = filters;
  const { currency, min, max } = filters;
  const minor = (text: string) => (text === '' ? undefined : parseMajor(text, currency));
  const all = {
    query: q,
    status,
    paymentStatus: payment,
    fulfilmentStatus: fulfilment,
    from: from === '' ? '' : dayjs(from).toISOString(),
    to: to === '' ? '' : dayjs(to).add(1, 'day').toISOString(),
    currency,
    totalFrom: minor(min),
    totalTo: minor(max),
    country,
    tag,
    sku,
    promotionCode: code,
    risk,
    returns,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '' && value !== undefined));
}

/** What to ask the API for. */
export function toListInput(filters: OrderFilters): ListInput {
  const cursor = filters.cursors.at(-1);
  return {
    ...toFilter(filters),
    limit: pageSize,
    ...(filters.sort === '' ? {} : { sort: filters.sort as (typeof sorts)[number] }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** What a view keeps of the filters: not the words that were looked for, which may name somebody. */
export function toViewFilters(filters: OrderFilters): ViewFilters {
  const { query: _words, customerId: _person, ...kept } = toFilter(filters);
  return { ...kept, ...(filters.sort === '' ? {} : { sort: filters.sort as (typeof sorts)[number] }) };
}

/** A view's filters as they stand in the address. */
export function ofView(view: ViewFilters): OrderFilters {
  const currency: Currency = view.currency ?? 'USD';
  const major = (minor: number | undefined) => (minor === undefined ? '' : toMajorString(minor, currency));
  return {
    ...noFilters,
    status: view.status ?? '',
    payment: view.paymentStatus ?? '',
    fulfilment: view.fulfilmentStatus ?? '',
    from: view.from === undefined ? '' : dayjs(view.from).format('YYYY-MM-DD'),
    to: view.to === undefined ? '' : dayjs(view.to).subtract(1, 'day').format('YYYY-MM-DD'),
    country: view.country ?? '',
    tag: view.tag ?? '',
    sku: view.sku ?? '',
    code: view.promotionCode ?? '',
    risk: view.risk ?? '',
    returns: view.returns ?? '',
    currency: view.currency ?? '',
    min: major(view.totalFrom),
    max: major(view.totalTo),
    sort: view.sort ?? '',
  };
}

/** Whether two sets of filters show the same orders in the same order, whatever the page. */
export function isSame(one: OrderFilters, other: OrderFilters): boolean {
  return filterNames.every((name) => one[name] === other[name]);
}

/** Where the file with these orders, or with their lines, is. */
export function exportHref(kind: 'orders' | 'lines', filters: OrderFilters): string {
  const query = new URLSearchParams({ kind });
  for (const [name, value] of Object.entries(toFilter(filters))) query.set(name, String(value));
  return `/api/orders/export?${query.toString()}`;
}
