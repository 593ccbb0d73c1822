import type { RouterInputs, RouterOutputs } from '@turing/client';
import { oneOf } from '../../lib/use-address.ts';

type Reviews = RouterOutputs['products']['staff']['reviews'];
export type StaffReview = Reviews['list']['items'][number];
export type ReviewCounts = Reviews['counts'];

export const reviewStatuses = ['pending', 'approved', 'rejected'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export interface ReviewFilters {
  readonly status: ReviewStatus;
  readonly query: string;
  readonly rating: number | null;
  readonly verified: boolean;
  /** The cursors that led to this page, oldest first. */
  readonly cursors: readonly string[];
}

const pageSize = 20;
const stars = ['1', '2', '3', '4', '5'] as const;

export function readReviewFilters(params: URLSearchParams): ReviewFilters {
  const rating = oneOf(stars, params.get('stars'));
  return {
    status: oneOf(reviewStatuses, params.get('status')) ?? 'pending',
    query: (params.get('q') ?? '').slice(0, 100),
    rating: rating === null ? null : Number(rating),
    verified: params.get('verified') === 'yes',
    cursors: params.getAll('after'),
  };
}

export function writeReviewFilters(filters: ReviewFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.status !== 'pending') params.set('status', filters.status);
  if (filters.query !== '') params.set('q', filters.query);
  if (filters.rating !== null) params.set('stars', String(filters.rating));
  if (filters.verified) params.set('verified', 'yes');
  for (const cursor of filters.cursors) params.append('after', cursor);
  return params;
}

/** What to ask the API for: what waits comes as it came, what is judged newest first. */
export function toListInput(filters: ReviewFilters): RouterInputs['products']['staff']['reviews']['list'] {
  const { status, query, rating, verified, cursors } = filters;
  const cursor = cursors.at(-1);
  return {
    status,
    limit: pageSize,
    sort: status === 'pending' ? 'oldest' : 'newest',
    ...(query === '' ? {} : { query }),
    ...(rating === null ? {} : { rating }),
    ...(verified ? { verified } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

export function isNarrowed({ query, rating, verified }: ReviewFilters): boolean {
  return query !== '' || rating !== null || verified;
}

/** The review a keyboard step leads to: the ends stay put, and nothing leads to the first. */
export function stepFrom(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
  const place = current === null ? -1 : ids.indexOf(current);
  if (place === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, place + step))] ?? null;
}
