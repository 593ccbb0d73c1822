/** Classes of procedures that share a budget per caller. */
export const rateLimitClasses = ['read', 'write', 'checkout', 'sign_in'] as const;
export type RateLimitClass = (typeof rateLimitClasses)[number];

export interface RateLimitDecision {
  readonly allowed: boolean;
  /** Milliseconds until another try makes sense; 0 when allowed. */
  readonly retryAfterMs: number;
}

export interface RateLimiter {
  readonly check: (limitClass: RateLimitClass, caller: string) => Promise<RateLimitDecision>;
}
