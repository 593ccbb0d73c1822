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
const logger: Logger = { info: () => {}, warn: () => {}, error: (message) => warnings.push(message) };

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

/** Waits until each of three calls in a row is counted in the store: a busy machine may be too slow for the first ones. */
async function untilConnected(limiter: RateLimiter, server: StoreServer): Promise<void> {
  const isCounted = async () => {
    const before = server.commands();
    await limiter.check('write', '203.0.113.9');
    return server.commands() > before;
  };
  await expect
    .poll(async () => (await isCounted()) && (await isCounted()) && (await isCounted()), { timeout: 10_000 })
    .toBe(true);
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
    expect(warnings).toContain('rate limit store does not answer');
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
