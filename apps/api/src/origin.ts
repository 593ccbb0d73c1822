import type { IncomingMessage } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser elsewhere is trying to write with the cookies of one of ours. */
export function isForeignWrite(request: IncomingMessage, trusted: ReadonlySet<string>): boolean {
  const { origin, cookie } = request.headers;
  if (safeMethods.has(request.method ?? '') || cookie === undefined || origin === undefined) return false;
  return !trusted.has(origin);
}

export function originsOf(urls: readonly string[]): ReadonlySet<string> {
  return new Set(urls.map((url) => new URL(url).origin));
}
