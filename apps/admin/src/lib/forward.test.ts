import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forward, withoutHopByHop } from './forward.ts';

let server: Server | undefined;

afterEach(() => {
  server?.close();
  vi.unstubAllEnvs();
});

async function serve(answer: (request: IncomingMessage, body: string) => object): Promise<void> {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      response.writeHead(
        201,
        [
          ['content-type', 'application/json'],
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ].flat(),
      );
      response.end(JSON.stringify(answer(request, body)));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

describe('forward', () => {
  it('keeps method, path, query, body, cookies and origin, and says where it was asked', async () => {
    await serve((request, body) => ({ ...request.headers, method: request.method, url: request.url, body }));
    const request = new Request('http://console.test/api/auth/x%2Fy?z=1', {
      method: 'POST',
      body: 'hello',
      headers: {
        host: 'console.test',
        cookie: 'staff.session_token=t',
        origin: 'http://console.test',
        te: 'trailers',
      },
    });
    const answer = await forward(request, '/auth/x%2Fy');
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const seen = (await answer.json()) as Record<string, string>;
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/auth/x%2Fy?z=1',
      body: 'hello',
      cookie: 'staff.session_token=t',
      origin: 'http://console.test',
      'x-forwarded-host': 'console.test',
      'x-forwarded-proto': 'http',
    });
    expect(seen['te']).toBeUndefined();
  });

  it('answers 503 while the API does not answer', async () => {
    vi.stubEnv('API_URL', 'http://127.0.0.1:1');
    const answer = await forward(new Request('http://console.test/api/livez'), '/livez');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ reason: 'API_UNREACHABLE' });
  });
});

describe('withoutHopByHop', () => {
  it('drops what the Connection header names', () => {
    const kept = withoutHopByHop(
      new Headers({ connection: 'close, x-private', 'x-private': '1', accept: '*/*' }),
    );
    expect([...kept.keys()]).toEqual(['accept']);
  });
});
