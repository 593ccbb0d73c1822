import { Ratelimit } from '@upstash/ratelimit';
import { Redis as UpstashRedis } from '@upstash/redis';
import { Redis } from 'ioredis';
import { createFixedWindow, forgetOldest } from './fixed-window.ts';
import type { Logger } from './logger.ts';
import { createMemoryEngine } from './memory-engine.ts';
import type { RateLimitClass, RateLimitDecision, RateLimiter } from './rate-limit.ts';
import { createScriptRedis, type ScriptEngine } from './script-redis.ts';

export type RateLimitStore =
  | { readonly kind: 'upstash'; readonly url: string; readonly token: string }
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'memory' };

export interface RateLimiterOptions {
  readonly store: RateLimitStore;
  readonly logger: Logger;
  /** Calls a minute of one caller. */
  readonly limits?: Partial<Record<RateLimitClass, number>>;
  /** Multiplies every limit; 1 by default. */
  readonly scale?: number;
}

export interface ClosableRateLimiter extends RateLimiter {
  readonly close: () => Promise<void>;
}

type SharedClass = Exclude<RateLimitClass, 'read'>;
type Check = (caller: string) => Promise<RateLimitDecision>;
type LibraryRedis = ConstructorParameters<typeof Ratelimit>[0]['redis'];

const windowMs = 60_000;
const defaultLimits: Record<RateLimitClass, number> = { read: 600, write: 120, checkout: 30, sign_in: 10 };
const maxCallers = 50_000;
const storeTimeoutMs = 150;
const cooldownMs = 2000;

/**
 * Limits calls per caller and class. Reads are counted in this process. The other classes are counted in the shared
 * store; when it is slow or gone, in this process, so that a limit never opens by a fault.
 */
export function createRateLimiter(options: RateLimiterOptions): ClosableRateLimiter {
  const { redis, close } = openStore(options.store, options.logger);
  const memory = asLibraryRedis(createMemoryEngine(maxCallers));
  const limitOf = (limitClass: RateLimitClass) =>
    Math.ceil((options.limits?.[limitClass] ?? defaultLimits[limitClass]) * (options.scale ?? 1));

  function sharedCheck(limitClass: SharedClass): Check {
    const limit = limitOf(limitClass);
    const local = createCheck({ limitClass, limit, redis: memory, timeoutMs: 0 });
    if (redis === null) return async (caller) => (await local(caller)) ?? refused;
    const shared = createCheck({ limitClass, limit, redis, timeoutMs: storeTimeoutMs });
    return withFallback(shared, local, options.logger);
  }

  const reads = createFixedWindow({ limit: limitOf('read'), windowMs, maxCallers });
  const checks: Record<RateLimitClass, Check> = {
    read: (caller) => Promise.resolve(reads(caller)),
    write: sharedCheck('write'),
    checkout: sharedCheck('checkout'),
    sign_in: sharedCheck('sign_in'),
  };
  return { check: (limitClass, caller) => checks[limitClass](caller), close };
}

const refused: RateLimitDecision = { allowed: false, retryAfterMs: windowMs };

interface CheckOptions {
  readonly limitClass: SharedClass;
  readonly limit: number;
  readonly redis: LibraryRedis;
  /** 0 waits for ever. */
  readonly timeoutMs: number;
}

type StoreCheck = (caller: string) => Promise<RateLimitDecision | null>;

/** Null when the store did not answer in time: the library itself would let the call through. */
function createCheck({ limitClass, limit, redis, timeoutMs }: CheckOptions): StoreCheck {
  const ratelimit = new Ratelimit({
    redis,
    limiter: Ratelimit.slidingWindow(limit, `${windowMs} ms`),
    prefix: `turing:limit:${limitClass}`,
    timeout: timeoutMs,
    ephemeralCache: createBoundedMap(),
    analytics: false,
    enableTelemetry: false,
  });
  return async (caller) => {
    // Braces keep both windows of a caller in one slot of a Redis Cluster.
    const { success, reset, reason } = await ratelimit.limit(`{${caller}}`);
    if (reason === 'timeout') return null;
    return success
      ? { allowed: true, retryAfterMs: 0 }
      : { allowed: false, retryAfterMs: Math.max(1, reset - Date.now()) };
  };
}

function withFallback(shared: StoreCheck, local: StoreCheck, logger: Logger): Check {
  let closedUntil = 0;
  const tryShared: StoreCheck = async (caller) => {
    if (Date.now() < closedUntil) return null;
    const decision = await shared(caller).catch(() => null);
    if (decision !== null) return decision;
    closedUntil = Date.now() + cooldownMs;
    logger.warn('the rate limit store does not answer; counting in this process', { cooldownMs });
    return null;
  };
  return async (caller) => (await tryShared(caller)) ?? (await local(caller)) ?? refused;
}

function openStore(store: RateLimitStore, logger: Logger) {
  if (store.kind === 'memory') return { redis: null, close: () => Promise.resolve() };
  if (store.kind === 'upstash') {
    const client = new UpstashRedis({
      url: store.url,
      token: store.token,
      enableTelemetry: false,
      retry: false,
    });
    return { redis: client as LibraryRedis, close: () => Promise.resolve() };
  }
  const client = new Redis(store.url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2000,
  });
  client.on('error', (error: Error) => logger.warn('redis connection', { cause: error.message }));
  const engine: ScriptEngine = {
    evalsha: (sha, keys, args) => client.evalsha(sha, keys.length, ...keys, ...args),
    eval: (script, keys, args) => client.eval(script, keys.length, ...keys, ...args),
  };
  return {
    redis: asLibraryRedis(engine),
    close: () => {
      client.disconnect();
      return Promise.resolve();
    },
  };
}

// The library types its store as the whole Upstash client; for a sliding window it calls these methods alone.
function asLibraryRedis(engine: ScriptEngine): LibraryRedis {
  return createScriptRedis(engine) as unknown as LibraryRedis;
}

// The library remembers every refused caller for ever unless it is given a cache that forgets.
function createBoundedMap(): Map<string, number> {
  const map = new Map<string, number>();
  const set = map.set.bind(map);
  map.set = (key, value) => {
    if (!map.has(key) && map.size >= maxCallers) forgetOldest(map);
    return set(key, value);
  };
  return map;
}
