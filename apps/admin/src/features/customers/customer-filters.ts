import type { RouterInputs } from '@turing/client';
import { oneOf } from '../../lib/use-address.ts';

export const customerSorts = ['newest', 'oldest', 'name'] as const;

export interface CustomerFilters {
  readonly query: string;
  readonly tag: string | null;
  readonly groupId: string | null;
  readonly sort: (typeof customerSorts)[number];
  /** The cursors that led to this page, oldest first. */
  readonly cursors: readonly string[];
}

const pageSize = 25;
const id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

export function readCustomerFilters(params: URLSearchParams): CustomerFilters {
  const group = params.get('group');
  return {
    query: (params.get('q') ?? '').slice(0, 100),
    tag: params.get('tag')?.slice(0, 40) || null,
    groupId: group !== null && id.test(group) ? group : null,
    sort: oneOf(customerSorts, params.get('sort')) ?? 'newest',
    cursors: params.getAll('after'),
  };
}

export function writeCustomerFilters({
  query,
  tag,
  groupId,
  sort,
  cursors,
}: CustomerFilters): URLSearchParams {
  const params = new URLSearchParams();
  const named = { q: query, tag, group: groupId, sort: sort === 'newest' ? null : sort };
  for (const [name, value] of Object.entries(named)) if (value) params.set(name, value);
  for (const cursor of cursors) params.append('after', cursor);
  return params;
}

export function toListInput(
  filters: CustomerFilters,
): RouterInputs['customers']['staff']['accounts']['list'] {
  const { query, tag, groupId, sort, cursors } = filters;
  const cursor = cursors.at(-1);
  return {
    limit: pageSize,
    sort,
    ...(query === '' ? {} : { query }),
    ...(tag === null ? {} : { tag }),
    ...(groupId === null ? {} : { groupId }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

export function isNarrowed({ query, tag, groupId }: CustomerFilters): boolean {
  return query !== '' || tag !== null || groupId !== null;
}
