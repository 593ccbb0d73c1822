import type { Ratelimit } from '@upstash/ratelimit';
import { Redis as UpstashRedis } from '@upstash/redis';
import { Redis } from 'ioredis';
import type { Logger } from './logger.ts';
import { createScriptRedis, type ScriptEngine } from './script-redis.ts';

export type RateLimitStore =
  | { readonly kind: 'upstash'; readonly url: string; readonly token: string }
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'memory' };

export type LibraryRedis = ConstructorParameters<typeof Ratelimit>[0]['redis'];

export interface OpenStore {
  readonly redis: LibraryRedis;
  readonly close: () => Promise<void>;
}

const connectTimeoutMs = 2000;
// Past this a command is given up on its connection, too: by then nobody waits for it any more.
const commandTimeoutMs = 1000;
// A connection that takes commands and says nothing is replaced.
const silenceMs = 5000;

export function openUpstash({ url, token }: { url: string; token: string }): OpenStore {
  const client = new UpstashRedis({
    url,
    token,
    enableTelemetry: false,
    retry: false,
    signal: () => AbortSignal.timeout(commandTimeoutMs),
  });
  return { redis: client, close: () => Promise.resolve() };
}

export function openRedis({ url }: { url: string }, logger: Logger): OpenStore {
  const client = new Redis(url, {
    connectTimeout: connectTimeoutMs,
    commandTimeout: commandTimeoutMs,
    socketTimeout: silenceMs,
    // A count that may have happened is not sent again.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
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
export function asLibraryRedis(engine: ScriptEngine): LibraryRedis {
  return createScriptRedis(engine) as unknown as LibraryRedis;
}
