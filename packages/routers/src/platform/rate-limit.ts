/** Classes of calls that share a budget per caller. */
export const rateLimitClasses = [
  'read',
  'write',
  'checkout',
  'payment',
  'guess',
  'sign_in',
  'reset',
] as const;
export type RateLimitClass = (typeof rateLimitClasses)[number];

export interface RateLimitRule {
  /** Calls a minute of one caller. */
  readonly limit: number;
  /**
   * Where calls are counted. `process`: here, always. `shared`: in the shared store; while that is slow or gone, here, up to
   * the same limit. `guarded`: in the shared store, and without it here, up to this process's share of the limit.
   */
  readonly counted: 'process' | 'shared' | 'guarded';
}

/** Browsing goes on whatever happens to the store; guessing and paying never get cheaper by a fault. */
export const rateLimitRules: Readonly<Record<RateLimitClass, RateLimitRule>> = {
  read: { limit: 600, counted: 'process' },
  write: { limit: 120, counted: 'shared' },
  checkout: { limit: 30, counted: 'guarded' },
  payment: { limit: 30, counted: 'guarded' },
  guess: { limit: 10, counted: 'guarded' },
  sign_in: { limit: 10, counted: 'guarded' },
  reset: { limit: 5, counted: 'guarded' },
};

export interface RateLimitDecision {
  readonly allowed: boolean;
  /** Milliseconds until another try makes sense; 0 when allowed. */
  readonly retryAfterMs: number;
}

export interface RateLimiter {
  /** `caller` is a network address, or an account as `accountCaller` names it. */
  readonly check: (limitClass: RateLimitClass, caller: string) => Promise<RateLimitDecision>;
}

/** The name under which an account's calls are counted, wherever they come from. */
export function accountCaller(population: 'customer' | 'staff', id: string): string {
  return `${population}:${id}`;
}

/** Whole seconds, as the header `Retry-After` wants them. */
export function retryAfterSeconds({ retryAfterMs }: Pick<RateLimitDecision, 'retryAfterMs'>): string {
  return String(Math.max(1, Math.ceil(retryAfterMs / 1000)));
}
