import type { RateLimitDecision } from './rate-limit.ts';

export interface FixedWindowOptions {
  readonly limit: number;
  readonly windowMs: number;
  /** Callers remembered at once; beyond it the one seen first is forgotten. */
  readonly maxCallers: number;
}

/** Counts calls of each caller in this process alone, in windows of the clock. Costs no round trip. */
export function createFixedWindow({ limit, windowMs, maxCallers }: FixedWindowOptions) {
  let window = 0;
  let counts = new Map<string, number>();

  return (caller: string): RateLimitDecision => {
    const now = Date.now();
    const current = Math.floor(now / windowMs);
    if (current !== window) {
      window = current;
      counts = new Map();
    }
    const count = (counts.get(caller) ?? 0) + 1;
    if (count === 1 && counts.size >= maxCallers) forgetOldest(counts);
    counts.set(caller, count);
    if (count <= limit) return { allowed: true, retryAfterMs: 0 };
    return { allowed: false, retryAfterMs: (current + 1) * windowMs - now };
  };
}

export function forgetOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next();
  if (oldest.done !== true) map.delete(oldest.value);
}
