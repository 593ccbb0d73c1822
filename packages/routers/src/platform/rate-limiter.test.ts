import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Logger } from './logger.ts';
import { createRateLimiter, type RateLimiterOptions } from './rate-limiter.ts';
import type { RateLimitClass } from './rate-limit.ts';

const logger: Logger = { info: () => {}, warn: () => {}, error: () => {} };

function limiter(options: Partial<RateLimiterOptions> = {}) {
  return createRateLimiter({ store: { kind: 'memory' }, logger, ...options });
}

async function countAllowed(check: () => Promise<{ allowed: boolean }>, calls: number): Promise<number> {
  let allowed = 0;
  for (let call = 0; call < calls; call += 1) {
    if ((await check()).allowed) allowed += 1;
  }
  return allowed;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('createRateLimiter', () => {
  it.each<[RateLimitClass, number]>([
    ['read', 600],
    ['write', 120],
    ['checkout', 30],
    ['payment', 30],
    ['sign_in', 10],
    ['reset', 5],
  ])('lets a caller make %s calls %i times a minute', async (limitClass, limit) => {
    const { check } = limiter();
    expect(await countAllowed(() => check(limitClass, '10.0.0.1'), limit + 5)).toBe(limit);
  });

  it('counts callers and classes apart', async () => {
    const { check } = limiter({ limits: { sign_in: 1, write: 1 } });
    expect((await check('sign_in', 'a')).allowed).toBe(true);
    expect((await check('sign_in', 'a')).allowed).toBe(false);
    expect((await check('sign_in', 'b')).allowed).toBe(true);
    expect((await check('write', 'a')).allowed).toBe(true);
  });

  it('multiplies every limit by the scale', async () => {
    const { check } = limiter({ scale: 3 });
    expect(await countAllowed(() => check('sign_in', 'a'), 40)).toBe(30);
  });

  it.each<RateLimitClass>(['read', 'sign_in'])(
    'says when %s calls make sense again, and keeps its word',
    async (limitClass) => {
      const { check } = limiter({ limits: { [limitClass]: 2 } });
      await countAllowed(() => check(limitClass, 'a'), 2);
      const refusal = await check(limitClass, 'a');
      expect(refusal.allowed).toBe(false);
      expect(refusal.retryAfterMs).toBeGreaterThan(0);
      expect(refusal.retryAfterMs).toBeLessThanOrEqual(60_000);
      vi.setSystemTime(Date.now() + 2 * 60_000);
      expect((await check(limitClass, 'a')).allowed).toBe(true);
    },
  );

  it('lets no burst through where two windows meet', async () => {
    const { check } = limiter();
    vi.setSystemTime(Date.parse('2026-01-01T00:00:59Z'));
    const before = await countAllowed(() => check('sign_in', 'a'), 10);
    vi.setSystemTime(Date.parse('2026-01-01T00:01:01Z'));
    const after = await countAllowed(() => check('sign_in', 'a'), 10);
    expect(before).toBe(10);
    expect(after).toBeLessThanOrEqual(1);
  });

  it('counts simultaneous calls one by one', async () => {
    const { check } = limiter();
    const decisions = await Promise.all(Array.from({ length: 50 }, () => check('sign_in', 'a')));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(10);
  });
});
