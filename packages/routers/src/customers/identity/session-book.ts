import { createHash } from 'node:crypto';
import type { SessionNews, SessionPopulation } from '@turing/db';
import { forgetOldest } from '../../platform/fixed-window.ts';
import type { SessionEars } from './session-ears.ts';

export interface FoundSession {
  readonly session: { readonly id: string; readonly expiresAt: Date };
  readonly user: { readonly id: string };
}

export interface Look<Found> {
  readonly found: Found | null;
  /** Cookies that renew or end the session. */
  readonly cookies: readonly string[];
}

export interface SessionBookOptions<Found> {
  readonly population: SessionPopulation;
  /** How the names of its cookies begin: `shop.`, `__Secure-shop.` */
  readonly cookiePrefix: string;
  /** For how long a signed cookie may stand in for a look at the database. */
  readonly cookieSeconds: number;
  readonly ears: SessionEars;
  /** Reads the cookies; `askDatabase`: whatever a signed cookie says. */
  readonly look: (headers: Headers, askDatabase: boolean) => Promise<Look<Found>>;
}

export interface SessionBook<Found> {
  readonly find: (headers: Headers) => Promise<Look<Found>>;
}

/** How long what was found is used without looking at the cookies again. */
export const sessionAgeMs = 30_000;
/** The same while nobody tells which sessions have ended. */
export const deafAgeMs = 5000;
const mostKept = 10_000;

interface Kept<Found> {
  readonly found: Found;
  readonly at: number;
  readonly name: { readonly session: string; readonly person: string };
}

/**
 * Sessions this process has just seen, so that reading cookies costs nothing on most requests and the database is asked
 * on few. A session that ended anywhere is refused as soon as that is heard; by a process that hears nothing, after
 * `deafAgeMs`.
 */
export function createSessionBook<Found extends FoundSession>(
  options: SessionBookOptions<Found>,
): SessionBook<Found> {
  const { population, cookiePrefix, cookieSeconds, ears, look } = options;
  const cookieMs = cookieSeconds * 1000;
  const cookies = cookiesOf(cookiePrefix);
  const kept = new Map<string, Kept<Found>>();
  const news = createNews(cookieMs);
  ears.onNews((heard) => {
    if (heard !== null && heard.population !== population) return;
    const now = performance.now();
    news.note(heard);
    for (const [key, { name }] of kept) if (news.isAbout(name, now)) kept.delete(key);
  });

  function findKept(key: string, hearingSince: number | null): Found | null {
    const entry = kept.get(key);
    if (entry === undefined) return null;
    const isYoung = performance.now() - entry.at < (hearingSince === null ? deafAgeMs : sessionAgeMs);
    if (isYoung && entry.found.session.expiresAt.getTime() > Date.now()) return entry.found;
    kept.delete(key);
    return null;
  }

  async function lookAgain(
    headers: Headers,
    hearingSince: number | null,
  ): Promise<Look<Found> & { at: number }> {
    const at = performance.now();
    // A signed cookie may be older than what this process has heard.
    const trusts = hearingSince !== null && at - hearingSince >= cookieMs;
    const first = await look(headers, !trusts);
    if (first.found === null || !trusts || !news.isAbout(nameOf(first.found), at - cookieMs))
      return { ...first, at };
    const askedAt = performance.now();
    return { ...(await look(headers, true)), at: askedAt };
  }

  return {
    find: async (headers) => {
      const key = keyOf(headers.get('cookie') ?? '', cookies);
      if (key === null) return { found: null, cookies: [] };
      const hearingSince = ears.hearingSince();
      const known = findKept(key, hearingSince);
      if (known !== null) return { found: known, cookies: [] };
      const { found, cookies: renewed, at } = await lookAgain(headers, hearingSince);
      // What was heard meanwhile may be younger than what was read.
      if (found !== null && !news.isAbout(nameOf(found), at)) {
        if (kept.size >= mostKept) forgetOldest(kept);
        kept.set(key, { found, at, name: nameOf(found) });
      }
      return { found, cookies: renewed };
    },
  };
}

function nameOf({ session, user }: FoundSession) {
  return { session: `session:${session.id}`, person: `person:${user.id}` };
}

function cookiesOf(name: string) {
  const start = `(?:^|; ?)${name.replaceAll('.', '\\.')}`;
  return {
    token: new RegExp(`${start}session_token=([^;]+)`, 'gu'),
    data: new RegExp(`${start}session_data(?:\\.\\d+)?=`, 'u'),
  };
}

/**
 * The signed token says which session it is. Without the signed copy of it somebody's browser wants a new one, which only
 * a look gives. Only a hash is kept: the cookie itself opens the account.
 */
function keyOf(cookieHeader: string, { token, data }: ReturnType<typeof cookiesOf>): string | null {
  // Of several with one name all count, so that it does not matter which of them the library takes.
  const found = Array.from(cookieHeader.matchAll(token), ([, value]) => value);
  if (found.length === 0) return null;
  const hash = createHash('sha256').update(found.join(';')).digest('base64');
  return data.test(cookieHeader) ? `${hash} with data` : hash;
}

/** What was heard in the last `memoryMs`: by then no signed cookie is older. */
function createNews(memoryMs: number) {
  const heardAt = new Map<string, number>();
  let allAt = Number.NEGATIVE_INFINITY;

  function forgetOld(now: number): void {
    for (const [name, at] of heardAt) {
      if (now - at <= memoryMs) return;
      heardAt.delete(name);
    }
  }

  return {
    note: (heard: SessionNews | null): void => {
      const now = performance.now();
      forgetOld(now);
      if (heard === null || heard.kind === 'all' || heardAt.size + heard.ids.length > mostKept) {
        heardAt.clear();
        allAt = now;
        return;
      }
      for (const id of heard.ids) {
        heardAt.delete(`${heard.kind}:${id}`);
        heardAt.set(`${heard.kind}:${id}`, now);
      }
    },
    isAbout: ({ session, person }: { session: string; person: string }, since: number): boolean =>
      [allAt, heardAt.get(session), heardAt.get(person)].some((at) => at !== undefined && at >= since),
  };
}
