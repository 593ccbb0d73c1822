import { createHash } from 'node:crypto';

export type ScriptArguments = readonly (string | number)[];

/** What a Redis has to do for the rate limiter. */
export interface ScriptEngine {
  /** Runs a script by the SHA-1 of its text; fails with NOSCRIPT when the server has not seen it. */
  readonly evalsha: (sha: string, keys: string[], args: string[]) => Promise<unknown>;
  readonly eval: (script: string, keys: string[], args: string[]) => Promise<unknown>;
}

// An Upstash-only first line that Redis and Valkey refuse.
const upstashFlags = /^#!lua[^\n]*\n/u;

/** Lets the scripts of `@upstash/ratelimit` run on a Redis, Valkey or anything that speaks their Lua. */
export function createScriptRedis(engine: ScriptEngine) {
  const known = new Map<string, { script: string; sha: string }>();

  async function run({ script, sha }: { script: string; sha: string }, keys: string[], args: string[]) {
    try {
      return await engine.evalsha(sha, keys, args);
    } catch (error) {
      if (!String(error).includes('NOSCRIPT')) throw error;
      return engine.eval(script, keys, args);
    }
  }

  return {
    evalsha: async (hash: string, keys: string[], args: ScriptArguments) => {
      const entry = known.get(hash);
      // The library answers this by sending the script itself.
      if (entry === undefined) throw new Error('NOSCRIPT the script has not been sent yet');
      return run(entry, keys, args.map(String));
    },
    eval: async (given: string, keys: string[], args: ScriptArguments) => {
      const script = given.replace(upstashFlags, '');
      const entry = { script, sha: sha1(script) };
      known.set(sha1(given), entry);
      return run(entry, keys, args.map(String));
    },
    get: () => Promise.reject(new Error('dynamic limits are not used')),
    set: () => Promise.reject(new Error('dynamic limits are not used')),
  };
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
