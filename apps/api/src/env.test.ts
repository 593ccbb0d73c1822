import { describe, expect, it } from 'vitest';
import { readEnvironment } from './env.ts';

const minimal = {
  DATABASE_URL: 'postgresql://turing@127.0.0.1:54329/turing',
  AUTH_SECRET: 'a-secret-of-more-than-32-characters',
  STRIPE_SECRET_KEY: 'sk_test_0123456789',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789',
  MEDIA_DIR: '/var/lib/turing/media',
};

describe('readEnvironment', () => {
  it('needs only what has no sensible default', () => {
    expect(readEnvironment(minimal)).toMatchObject({
      port: 4000,
      storefrontUrl: 'http://localhost:3000',
      domains: ['customers', 'products', 'orders', 'payments'],
      rateLimit: { store: { kind: 'memory' }, scale: 1 },
      trustedProxies: 0,
      log: { level: 'info', format: 'text' },
      stripe: { apiBase: undefined },
    });
  });

  it('names everything that is wrong in one message', () => {
    expect(() => readEnvironment({})).toThrow(/DATABASE_URL: is required\n.*AUTH_SECRET: is required/u);
    const read = () =>
      readEnvironment({ ...minimal, DATABASE_URL: 'mysql://x', AUTH_SECRET: 'short', API_PORT: 'http' });
    expect(read).toThrow(
      /DATABASE_URL: .*\n.*API_PORT: .*\n.*AUTH_SECRET: must have at least 32 characters/u,
    );
  });

  it('never repeats the value of a secret', () => {
    expect(() => readEnvironment({ ...minimal, STRIPE_SECRET_KEY: 'pk_live_hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') as unknown }),
    );
  });

  it('takes an empty variable for one that is not set', () => {
    const config = readEnvironment({ ...minimal, REDIS_URL: '', STRIPE_API_BASE: '', API_DOMAINS: '' });
    expect(config.rateLimit.store).toEqual({ kind: 'memory' });
    expect(config.domains).toHaveLength(4);
  });

  it('serves the chosen domains only', () => {
    expect(readEnvironment({ ...minimal, API_DOMAINS: 'orders, products' }).domains).toEqual([
      'products',
      'orders',
    ]);
    expect(() => readEnvironment({ ...minimal, API_DOMAINS: 'orders,cars' })).toThrow('API_DOMAINS');
  });

  it('prefers Upstash to Redis to counting in the process', () => {
    const redis = { ...minimal, REDIS_URL: 'redis://127.0.0.1:6379' };
    expect(readEnvironment(redis).rateLimit.store).toEqual({ kind: 'redis', url: 'redis://127.0.0.1:6379' });
    const both = {
      ...redis,
      UPSTASH_REDIS_REST_URL: 'https://eu1.upstash.io',
      UPSTASH_REDIS_REST_TOKEN: 't',
    };
    expect(readEnvironment(both).rateLimit.store.kind).toBe('upstash');
    expect(readEnvironment(minimal).rateLimit.processes).toBe(1);
    expect(readEnvironment(redis).rateLimit.processes).toBe(4);
    expect(readEnvironment({ ...redis, RATE_LIMIT_PROCESSES: '12' }).rateLimit.processes).toBe(12);
    expect(() => readEnvironment({ ...minimal, UPSTASH_REDIS_REST_URL: 'https://eu1.upstash.io' })).toThrow(
      'set both',
    );
  });

  it('writes JSON in production', () => {
    expect(readEnvironment({ ...minimal, NODE_ENV: 'production' }).log.format).toBe('json');
  });
});
