import type { ApiFailure } from '@turing/client';

const undecided: ReadonlySet<ApiFailure['code']> = new Set([
  'UNREACHABLE',
  'UNKNOWN',
  'IDEMPOTENCY_IN_PROGRESS',
  'RATE_LIMITED',
  'DATABASE_UNAVAILABLE',
]);

/** The key of one intended write, put into the form when it is rendered. */
export function createIdempotencyKey(): string {
  return crypto.randomUUID();
}

/**
 * The key of the next try. A write that was refused is over, so what the shopper sends next is another write; one
 * whose outcome nobody knows must be repeated under its own key, or it could happen twice.
 */
export function nextIdempotencyKey(key: string, failure: ApiFailure): string {
  return undecided.has(failure.code) ? key : createIdempotencyKey();
}
