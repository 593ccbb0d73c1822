import 'server-only';
import { env } from './env.ts';
import { requestHeaders, responseHeaders } from './forward-headers.ts';

type Body = BodyInit | null;

/** Hands a browser's request to the API, byte by byte in both directions: the browser only ever knows this origin. */
export async function forward(request: Request, path: string): Promise<Response> {
  const { search } = new URL(request.url);
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers: requestHeaders(request.headers),
    body: request.body as Body,
    duplex: 'half',
    redirect: 'manual',
    cache: 'no-store',
    signal: request.signal,
  };
  try {
    const answer = await fetch(`${env().API_URL}${path}${search}`, init);
    return new Response(answer.body, { status: answer.status, headers: responseHeaders(answer.headers) });
  } catch {
    return Response.json(
      { error: 'UNREACHABLE', message: 'The shop does not answer at the moment.' },
      { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } },
    );
  }
}
