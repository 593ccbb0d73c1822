import { readEnv } from '../env.ts';

// RFC 9110, section 7.6.1, with what belongs to one connection or is worked out again by fetch.
const hopByHop = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Headers without those of the connection, by name and by the `Connection` header's own list. */
export function withoutHopByHop(headers: Headers): Headers {
  const kept = new Headers(headers);
  const named = headers.get('connection')?.split(',') ?? [];
  for (const name of [...hopByHop, ...named.map((each) => each.trim()).filter(Boolean)]) kept.delete(name);
  return kept;
}

/** Passes a request on to the API and streams its answer back; 503 while the API does not answer. */
export async function forward(request: Request, path: string): Promise<Response> {
  const url = new URL(request.url);
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : request.body;
  try {
    const answer = await fetch(`${readEnv().apiUrl}${path}${url.search}`, {
      method: request.method,
      headers: requestHeaders(request, url),
      body,
      redirect: 'manual',
      cache: 'no-store',
      signal: request.signal,
      ...(body === null ? {} : { duplex: 'half' }),
    });
    const headers = withoutHopByHop(answer.headers);
    headers.delete('content-encoding');
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
  } catch {
    return Response.json(
      { reason: 'API_UNREACHABLE', message: 'The service does not answer. Try again in a moment.' },
      { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } },
    );
  }
}

function requestHeaders(request: Request, url: URL): Headers {
  const headers = withoutHopByHop(request.headers);
  headers.set('accept-encoding', 'identity');
  headers.set('x-forwarded-host', request.headers.get('host') ?? url.host);
  headers.set('x-forwarded-proto', request.headers.get('x-forwarded-proto') ?? url.protocol.replace(':', ''));
  return headers;
}
