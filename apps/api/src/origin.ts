import type { IncomingMessage } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const sessionCookie = /(?:^|[ ;.-])(?:shop|staff)\.session_token=/u;

/**
 * A browser elsewhere is trying to write with the cookies of one of ours. Browsers say where a write comes from; one with
 * a session that does not say so comes from nowhere we know.
 */
export function isForeignWrite(request: IncomingMessage, trusted: ReadonlySet<string>): boolean {
  const { origin, cookie } = request.headers;
  if (safeMethods.has(request.method ?? '') || cookie === undefined) return false;
  return origin === undefined ? sessionCookie.test(cookie) : !trusted.has(origin);
}

export function originsOf(urls: readonly string[]): ReadonlySet<string> {
  return new Set(urls.map((url) => new URL(url).origin));
}
