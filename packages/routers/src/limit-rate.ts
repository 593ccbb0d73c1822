import { ShopError } from '@turing/domain';
import type { Context } from './context.ts';
import type { RateLimitClass } from './platform/rate-limit.ts';

export interface LimitedCall {
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  /** What the procedure itself says it is. */
  readonly limit?: RateLimitClass | undefined;
}

/**
 * Counts a call of `caller`: of a network address, or of an account.
 * @throws RATE_LIMITED with `retryAfterMs`
 */
export async function limitRate(
  { rateLimiter }: Pick<Context, 'rateLimiter'>,
  call: LimitedCall,
  caller: string,
): Promise<void> {
  const decision = await rateLimiter.check(limitClassOf(call), caller);
  if (!decision.allowed) throw new ShopError('RATE_LIMITED', { retryAfterMs: decision.retryAfterMs });
}

function limitClassOf({ path, type, limit }: LimitedCall): RateLimitClass {
  if (limit !== undefined) return limit;
  if (type === 'query') return 'read';
  if (path.startsWith('payments.')) return 'payment';
  return path.startsWith('orders.checkout.') ? 'checkout' : 'write';
}
