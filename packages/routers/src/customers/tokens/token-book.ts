import type { Database } from '@turing/db';
import type { Logger } from '../../platform/logger.ts';
import type { StaffActor } from '../identity/actors.ts';
import type { RoleBook } from '../roles/role-book.ts';
import { hashOfToken } from '../secret-hash.ts';
import { findTokenByHash, touchToken, type UsableToken } from './token-store.ts';

/** How long a process may take a token for good after it was revoked. */
const tokenAgeMs = 5000;
const touchEveryMs = 60_000;
const mostKnown = 2000;

interface Known {
  readonly at: number;
  readonly token: Promise<UsableToken | null>;
}

export interface TokenBookOptions {
  readonly db: Database;
  readonly roles: RoleBook;
  readonly logger: Logger;
  readonly now?: () => number;
}

export interface TokenBook {
  /** Whom a token acts for; null when it is unknown, over, revoked, or its maker is no longer active. */
  readonly findActor: (secret: string) => Promise<StaffActor | null>;
}

/** API tokens as requests present them: looked up at most once in five seconds each, used or not. */
export function createTokenBook(options: TokenBookOptions): TokenBook {
  const { db, roles, logger, now = Date.now } = options;
  const known = new Map<string, Known>();
  const touched = new Map<string, number>();

  function lookUp(hash: string): Promise<UsableToken | null> {
    const found = known.get(hash);
    if (found !== undefined && now() - found.at < tokenAgeMs) return found.token;
    const mine: Known = { at: now(), token: findTokenByHash(db.reader, hash) };
    remember(known, hash, mine);
    mine.token.catch(() => {
      if (known.get(hash) === mine) known.delete(hash);
    });
    return mine.token;
  }

  // Off the path of the request: who uses a token does not wait for the note that it was used.
  function noteUse(id: string): void {
    const last = touched.get(id);
    if (last !== undefined && now() - last < touchEveryMs) return;
    remember(touched, id, now());
    touchToken(db, id, new Date(now())).catch((cause: unknown) =>
      logger.warn('use of an API token not noted', { tokenId: id, cause }),
    );
  }

  return {
    findActor: async (secret) => {
      const token = await lookUp(hashOfToken(secret));
      if (token === null || token.expiresAt.getTime() <= now()) return null;
      const role = await roles.resolve(token);
      noteUse(token.id);
      return {
        id: token.staffId,
        email: token.email,
        name: token.name,
        role: role.role,
        roleName: role.name,
        permissions: role.permissions.filter((permission) => token.permissions.includes(permission)),
        mustEnrol: false,
        hasSecondFactor: token.twoFactorEnabled,
        sessionId: null,
        tokenId: token.id,
      };
    },
  };
}

// The oldest goes first, so that made-up tokens cannot fill the memory.
function remember<Value>(entries: Map<string, Value>, key: string, value: Value): void {
  entries.delete(key);
  const oldest = entries.size >= mostKnown ? entries.keys().next().value : undefined;
  if (oldest !== undefined) entries.delete(oldest);
  entries.set(key, value);
}
