import { createRateLimiter, type Logger, type RateLimiter, type RateLimitStore } from '@turing/routers';
import { describe, expect, it } from 'vitest';
import { startRedis, startUpstash, type StoreServer } from '../support/redis-server.ts';

interface Case {
  readonly name: string;
  readonly start: () => Promise<StoreServer>;
  readonly storeOf: (url: string) => RateLimitStore;
}

const cases: Case[] = [
  { name: 'Redis', start: startRedis, storeOf: (url) => ({ kind: 'redis', url }) },
  { name: 'Upstash', start: startUpstash, storeOf: (url) => ({ kind: 'upstash', url, token: 'token' }) },
];

const warnings: string[] = [];
const logger: Logger = { info: () => {}, warn: (message) => warnings.push(message), error: () => {} };

function open(store: RateLimitStore) {
  return createRateLimiter({ store, logger });
}

async function allowed(limiter: RateLimiter, calls: number): Promise<number> {
  let count = 0;
  for (let call = 0; call < calls; call += 1) {
    if ((await limiter.check('sign_in', '203.0.113.1')).allowed) count += 1;
  }
  return count;
}

async function untilConnected(limiter: RateLimiter, server: StoreServer): Promise<void> {
  await expect
    .poll(
      async () => {
        await limiter.check('write', '203.0.113.9');
        return server.commands();
      },
      { timeout: 5000 },
    )
    .toBeGreaterThan(3);
}

describe.each(cases)('a rate limit kept in $name', ({ start, storeOf }) => {
  it('is one limit for every process', async () => {
    const server = await start();
    const [first, second] = [open(storeOf(server.url)), open(storeOf(server.url))];
    await untilConnected(first, server);
    await untilConnected(second, server);
    expect((await allowed(first, 6)) + (await allowed(second, 6))).toBe(10);
    await Promise.all([first.close(), second.close()]);
    await server.close();
  });

  it('holds in each process when the store is silent, and does not make callers wait', async () => {
    const server = await start();
    const limiter = open(storeOf(server.url));
    await untilConnected(limiter, server);
    server.freeze();
    const startedAt = performance.now();
    expect(await allowed(limiter, 15)).toBe(10);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(warnings).toContain('the rate limit store does not answer; counting in this process');
    await limiter.close();
    await server.close();
  });

  it('holds in each process when the store is gone', async () => {
    const server = await start();
    await server.close();
    const limiter = open(storeOf(server.url));
    expect(await allowed(limiter, 15)).toBe(10);
    await limiter.close();
  });
});
