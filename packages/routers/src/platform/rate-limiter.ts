import { Ratelimit } from '@upstash/ratelimit';
import { createCircuit } from './circuit.ts';
import { createFixedWindow, forgetOldest } from './fixed-window.ts';
import type { Logger } from './logger.ts';
import { createMemoryEngine } from './memory-engine.ts';
import {
  type RateLimitClass,
  type RateLimitDecision,
  type RateLimiter,
  type RateLimitRule,
  rateLimitClasses,
  rateLimitRules,
} from './rate-limit.ts';
import {
  asLibraryRedis,
  type LibraryRedis,
  openRedis,
  type OpenStore,
  openUpstash,
  type RateLimitStore,
} from './shared-store.ts';

export interface RateLimiterOptions {
  readonly store: RateLimitStore;
  readonly logger: Logger;
  /** Calls a minute of one caller. */
  readonly limits?: Partial<Record<RateLimitClass, number>>;
  /** Multiplies every limit; 1 by default. */
  readonly scale?: number;
  /** How many processes share the limits, as far as each of them has to assume; 1 by default. */
  readonly processes?: number;
}

export interface ClosableRateLimiter extends RateLimiter {
  readonly close: () => Promise<void>;
}

type Check = (caller: string) => Promise<RateLimitDecision>;
type StoreCheck = (caller: string) => Promise<RateLimitDecision | null>;

const windowMs = 60_000;
const maxCallers = 50_000;
const storeTimeoutMs = 150;
const cooldownMs = 2000;
const refused: RateLimitDecision = { allowed: false, retryAfterMs: windowMs };

/**
 * Limits calls per caller and class. Reads are counted in this process. The other classes are counted in the shared
 * store; when it is slow or gone, in this process, so that a limit never opens by a fault and nobody waits for one.
 */
export function createRateLimiter(options: RateLimiterOptions): ClosableRateLimiter {
  const { logger, scale = 1, processes = 1 } = options;
  const store = openStore(options.store, logger);
  const memory = asLibraryRedis(createMemoryEngine(maxCallers));
  const askShared = store === null ? null : guardStore(store.redis, options);

  function createRule(limitClass: RateLimitClass): Check {
    const { counted, limit: usual }: RateLimitRule = rateLimitRules[limitClass];
    const limit = Math.ceil((options.limits?.[limitClass] ?? usual) * scale);
    if (counted === 'process') {
      const count = createFixedWindow({ limit, windowMs, maxCallers });
      return (caller) => Promise.resolve(count(caller));
    }
    const isShare = counted === 'guarded' || store === null;
    const localLimit = isShare ? Math.max(1, Math.floor(limit / processes)) : limit;
    const local = createCheck({ name: limitClass, limit: localLimit, redis: memory, timeoutMs: 0 });
    if (store === null || askShared === null) return async (caller) => (await local(caller)) ?? refused;
    const { redis } = store;
    const shared = createCheck({ name: limitClass, limit, redis, timeoutMs: storeTimeoutMs });
    return async (caller) => (await askShared(() => shared(caller))) ?? (await local(caller)) ?? refused;
  }

  const checks = Object.fromEntries(
    rateLimitClasses.map((limitClass) => [limitClass, createRule(limitClass)]),
  ) as Record<RateLimitClass, Check>;
  return {
    check: (limitClass, caller) => checks[limitClass](caller),
    close: async () => store?.close(),
  };
}

function openStore(store: RateLimitStore, logger: Logger): OpenStore | null {
  if (store.kind === 'memory') return null;
  return store.kind === 'upstash' ? openUpstash(store) : openRedis(store, logger);
}

function guardStore(redis: LibraryRedis, { logger, store }: RateLimiterOptions) {
  // Counts for real, as a store may well answer and yet not take a write; and under no limit a fault could reach.
  const probe = createCheck({ name: 'probe', limit: 1_000_000, redis, timeoutMs: storeTimeoutMs });
  return createCircuit({
    cooldownMs,
    probe: async () => (await probe('probe')) !== null,
    onOpen: (cause) =>
      logger.error('rate limit store does not answer', {
        alert: 'rate-limit-store',
        store: store.kind,
        consequence: 'limits are counted in each process',
        cause,
      }),
    onClose: (outageMs) =>
      logger.info('rate limit store answers again', { alert: 'rate-limit-store', outageMs }),
  });
}

interface CheckOptions {
  readonly name: string;
  readonly limit: number;
  readonly redis: LibraryRedis;
  /** 0 waits for ever. */
  readonly timeoutMs: number;
}

/** Null when the store did not answer in time: the library itself would let the call through. */
function createCheck({ name, limit, redis, timeoutMs }: CheckOptions): StoreCheck {
  const ratelimit = new Ratelimit({
    redis,
    limiter: Ratelimit.slidingWindow(limit, `${windowMs} ms`),
    prefix: `turing:limit:${name}`,
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
