// RFC 9110 §7.6.1: they speak about one connection, not about the message.
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** What of a browser's request travels on. The body comes back unencoded, so that it can be passed on as it is. */
export function requestHeaders(given: Headers): Headers {
  const headers = strip(given, ['host', 'content-length', 'expect', 'accept-encoding']);
  const host = given.get('host');
  if (host !== null && !headers.has('x-forwarded-host')) headers.set('x-forwarded-host', host);
  headers.set('accept-encoding', 'identity');
  return headers;
}

/** What of the API's answer travels back; `fetch` may have decoded the body, which makes its length wrong. */
export function responseHeaders(given: Headers): Headers {
  return strip(given, given.has('content-encoding') ? ['content-encoding', 'content-length'] : []);
}

function strip(given: Headers, more: readonly string[]): Headers {
  const named = (given.get('connection') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...hopByHop, ...more, ...named]);
  const headers = new Headers();
  for (const [name, value] of given) if (!dropped.has(name)) headers.append(name, value);
  return headers;
}
