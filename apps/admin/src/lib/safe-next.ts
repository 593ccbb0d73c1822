const anyOrigin = 'http://console.invalid';

/** The path to return to after signing in. Anything that could leave this origin, or loop, becomes the home page. */
export function safeNext(value: string | null | undefined): string {
  if (!value?.startsWith('/')) return '/';
  const url = URL.parse(value, anyOrigin);
  if (url?.origin !== anyOrigin || url.pathname.startsWith('//')) return '/';
  if (/^\/(?:sign-in|set-up|accept-invitation|api|media)(?:\/|$)/u.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to a path; `ended` tells why the person is asked again. */
export function signInPath(from: string, options: { ended?: boolean } = {}): string {
  const query = new URLSearchParams();
  const next = safeNext(from);
  if (next !== '/') query.set('next', next);
  if (options.ended) query.set('ended', '1');
  return query.size === 0 ? '/sign-in' : `/sign-in?${query.toString()}`;
}
