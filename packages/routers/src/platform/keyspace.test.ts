import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFixedWindow } from './fixed-window.ts';
import { createKeyspace } from './keyspace.ts';
import { createMemoryEngine } from './memory-engine.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('createKeyspace', () => {
  it('counts, and forgets when the time is over', () => {
    const { call } = createKeyspace(10);
    expect(call('INCRBY', ['k', '2'])).toBe(2);
    expect(call('incrby', ['k', '3'])).toBe(5);
    expect(call('PEXPIRE', ['k', '1000'])).toBe(1);
    vi.setSystemTime(999);
    expect(call('GET', ['k'])).toBe('5');
    vi.setSystemTime(1000);
    expect(call('GET', ['k'])).toBeNull();
  });

  it('never holds more keys than it may', () => {
    const keyspace = createKeyspace(3);
    for (let key = 0; key < 100; key += 1) keyspace.call('INCRBY', [String(key), '1']);
    expect(keyspace.size).toBe(3);
    expect(keyspace.call('GET', ['99'])).toBe('1');
  });

  it('refuses commands it does not have', () => {
    expect(() => createKeyspace(1).call('FLUSHALL', [])).toThrow('no command FLUSHALL');
  });
});

describe('createMemoryEngine', () => {
  it('runs Lua with keys, arguments and replies as Redis has them', async () => {
    const engine = createMemoryEngine(10);
    const script = `
      if redis.call("GET", KEYS[1]) == false then redis.call("INCRBY", KEYS[1], ARGV[1]) end
      return { redis.call("GET", KEYS[1]), 7 / 2, true, false, KEYS[1] }`;
    expect(await engine.eval(script, ['k'], ['4'])).toEqual(['4', 3, 1, null, 'k']);
  });

  it('passes the error of a command on', async () => {
    const engine = createMemoryEngine(10);
    await expect(async () => engine.eval('return redis.call("NOPE")', [], [])).rejects.toThrow(
      'no command NOPE',
    );
  });

  it('knows a script only after it has seen it', async () => {
    await expect(createMemoryEngine(10).evalsha('abc', [], [])).rejects.toThrow('NOSCRIPT');
  });
});

describe('createFixedWindow', () => {
  it('forgets the first caller rather than growing', () => {
    const check = createFixedWindow({ limit: 1, windowMs: 1000, maxCallers: 2 });
    check('a');
    check('b');
    check('c');
    expect(check('a').allowed).toBe(true);
    expect(check('c').allowed).toBe(false);
  });
});
