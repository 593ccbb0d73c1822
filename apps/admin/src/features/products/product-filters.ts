import type { RouterInputs } from '@turing/client';
import { currencies, type Currency } from '@turing/domain';
import { oneOf } from '../../lib/use-address.ts';
import { type ProductState, productStates } from './product.ts';

export interface ProductFilters {
  readonly query: string;
  readonly status: ProductState | null;
  readonly currency: Currency;
  readonly cursors: readonly string[];
}

export function readProductFilters(params: URLSearchParams): ProductFilters {
  return {
    query: (params.get('q') ?? '').slice(0, 100),
    status: oneOf(productStates, params.get('status')),
    currency: oneOf(currencies, params.get('currency')) ?? 'USD',
    cursors: params.getAll('after'),
  };
}

export function writeProductFilters({ query, status, currency, cursors }: ProductFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  if (status !== null) params.set('status', status);
  if (currency !== 'USD') params.set('currency', currency);
  for (const cursor of cursors) params.append('after', cursor);
  return params;
}

export function toListInput(filters: ProductFilters): RouterInputs['products']['staff']['list'] {
  const cursor = filters.cursors.at(-1);
  return {
    limit: 25,
    currency: filters.currency,
    ...(filters.query === '' ? {} : { query: filters.query }),
    ...(filters.status === null ? {} : { status: filters.status }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
