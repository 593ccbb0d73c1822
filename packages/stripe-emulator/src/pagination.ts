import { invalidParameter, noSuch } from './errors.ts';
import type { Params } from './params.ts';

export const pageParameters = ['created', 'ending_before', 'limit', 'starting_after'] as const;

export interface List<Item> {
  object: 'list';
  data: Item[];
  has_more: boolean;
  url: string;
}

interface Listed {
  id: string;
  created?: number;
}

/** Stripe's lists: newest first, a window of `limit` objects after or before the named one. */
export function listNewestFirst<Item extends Listed>(
  items: Iterable<Item>,
  params: Params,
  url: string,
): List<Item> {
  const inRange = createdFilter(params);
  return listInOrder([...items].toReversed().filter(inRange), params, url);
}

export function listInOrder<Item extends Listed>(items: Item[], params: Params, url: string): List<Item> {
  const limit = params.integer('limit') ?? 10;
  if (limit < 1 || limit > 100) throw invalidParameter('limit', 'Invalid limit: must be between 1 and 100.');
  const after = params.text('starting_after');
  const before = params.text('ending_before');
  if (before !== undefined) {
    const end = positionOf(items, before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: items.slice(start, end), has_more: start > 0, url };
  }
  const start = after === undefined ? 0 : positionOf(items, after, 'starting_after') + 1;
  return {
    object: 'list',
    data: items.slice(start, start + limit),
    has_more: items.length > start + limit,
    url,
  };
}

function positionOf(items: Listed[], id: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index === -1) throw noSuch('object', id, param);
  return index;
}

function createdFilter(params: Params): (item: Listed) => boolean {
  const range = params.has('created') ? params.group('created')?.only('gt', 'gte', 'lt', 'lte') : undefined;
  if (!range) return () => true;
  const above = Math.max((range.integer('gt') ?? -Infinity) + 1, range.integer('gte') ?? -Infinity);
  const below = Math.min((range.integer('lt') ?? Infinity) - 1, range.integer('lte') ?? Infinity);
  return ({ created = 0 }) => created >= above && created <= below;
}
