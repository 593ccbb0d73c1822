import { forgetOldest } from './fixed-window.ts';

export type Reply = string | number | null | Reply[];

interface Entry {
  value: string;
  /** Milliseconds of the clock, or null for never. */
  expiresAt: number | null;
}

/** Strings with expiry, and the commands of Redis the rate limiter's scripts use. Never holds more than `maxKeys`. */
export function createKeyspace(maxKeys: number) {
  const entries = new Map<string, Entry>();

  function find(key: string): Entry | null {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.expiresAt === null || entry.expiresAt > Date.now()) return entry;
    entries.delete(key);
    return null;
  }

  function create(key: string): Entry {
    if (entries.size >= maxKeys) forgetOldest(entries);
    const entry = { value: '0', expiresAt: null };
    entries.set(key, entry);
    return entry;
  }

  function increaseBy(key: string, amount: number): number {
    const entry = find(key) ?? create(key);
    const value = Number(entry.value) + amount;
    entry.value = String(value);
    return value;
  }

  function expireIn(key: string, milliseconds: number): number {
    const entry = find(key);
    if (entry === null) return 0;
    entry.expiresAt = Date.now() + milliseconds;
    return 1;
  }

  return {
    get size() {
      return entries.size;
    },
    call: (command: string, [key = '', operand = '']: string[]): Reply => {
      switch (command.toUpperCase()) {
        case 'GET':
          return find(key)?.value ?? null;
        case 'INCRBY':
          return increaseBy(key, Number(operand));
        case 'PEXPIRE':
          return expireIn(key, Number(operand));
        default:
          throw new Error(`ERR the in-process keyspace has no command ${command}`);
      }
    },
  };
}
