import { connect } from 'node:net';
import { createApiClient } from '@turing/client';
import { createFactories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminUrl, startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession } from '../support/browser-session.ts';
import { openDatabaseProxy } from '../support/database-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const evil = 'https://evil.example';

let database: TestDatabase;
let api: ApiServer;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi(database.url);
});

afterAll(async () => {
  await api.stop();
  await database.drop();
});

async function withApi(
  overrides: Parameters<typeof startApi>[1],
  work: (server: ApiServer) => Promise<void>,
): Promise<void> {
  const server = await startApi(database.url, overrides);
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

async function createCustomer(password: string) {
  const pool = new Pool({ connectionString: database.url, max: 1 });
  try {
    return await createFactories(pool).createCustomer({ password });
  } finally {
    await pool.end();
  }
}

async function expectNoStack(response: Response): Promise<string> {
  const text = await response.text();
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts:/u);
  return text;
}

describe('procedures', () => {
  it('are called by the typed client, in batches', async () => {
    const client = createApiClient({ url: `${api.url}/trpc` });
    expect(await Promise.all([client.customers.me.query(), client.customers.staff.me.query()])).toEqual([
      null,
      null,
    ]);
  });

  it('carry the request id they were given, and security headers', async () => {
    const response = await fetch(`${api.url}/trpc/customers.me`, {
      headers: { 'x-request-id': 'page-0123456789' },
    });
    expect(response.headers.get('x-request-id')).toBe('page-0123456789');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('are not found under another name', async () => {
    const response = await fetch(`${api.url}/trpc/customers.nope`);
    expect(response.status).toBe(404);
    expect(JSON.parse(await expectNoStack(response))).toMatchObject({
      error: { data: { code: 'NOT_FOUND' } },
    });
  });

  it('refuse malformed JSON and input of the wrong shape with a typed 400', async () => {
    const malformed = await post('/trpc/orders.cart.addLine', '{"half":');
    expect(malformed.status).toBe(400);
    expect(JSON.parse(await expectNoStack(malformed))).toMatchObject({
      error: { data: { code: 'BAD_REQUEST', requestId: malformed.headers.get('x-request-id') } },
    });

    const misshapen = await post('/trpc/orders.cart.addLine', '{"variantId":"no id"}');
    expect(misshapen.status).toBe(400);
    expect(JSON.parse(await expectNoStack(misshapen))).toMatchObject({
      error: { message: 'INPUT_INVALID', data: { reason: 'INPUT_INVALID' } },
    });
  });

  it('refuse a body beyond the limit, whether or not it says its length', async () => {
    const large = JSON.stringify({ filler: 'x'.repeat(200_000) });
    expect((await post('/trpc/orders.cart.addLine', large)).status).toBe(413);
    const streamed = await fetch(`${api.url}/trpc/orders.cart.addLine`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    });
    expect(streamed.status).toBe(413);
    // Edits of a thousand variants or levels may be larger: these get as far as the question who asks.
    for (const path of ['variants.bulkUpdate', 'variants.setOptions', 'stock.adjustMany']) {
      expect((await post(`/trpc/products.staff.${path}`, large)).status).toBe(401);
    }
  });

  it('refuse a batch beyond the limit', async () => {
    const batch = (size: number) =>
      `${api.url}/trpc/${Array<string>(size).fill('customers.me').join(',')}?batch=1&input={}`;
    expect((await fetch(batch(20))).status).toBe(200);
    expect((await fetch(batch(21))).status).toBe(400);
  });

  it('refuse to change anything by GET', async () => {
    expect((await fetch(`${api.url}/trpc/orders.cart.addLine?input={}`)).status).toBe(405);
  });

  it('are served for the chosen domains only', async () => {
    await withApi({ domains: ['customers'] }, async ({ url }) => {
      expect((await fetch(`${url}/trpc/customers.me`)).status).toBe(200);
      expect((await fetch(`${url}/trpc/products.list`)).status).toBe(404);
    });
  });
});

describe('a page of another site', () => {
  it('cannot write with the cookies of ours', async () => {
    const forged = { cookie: 'shop.session_token=x', origin: evil };
    const procedure = await post('/trpc/orders.cart.addLine', '{}', forged);
    expect(procedure.status).toBe(403);
    expect(await procedure.json()).toMatchObject({
      error: {
        message: 'ORIGIN_FORBIDDEN',
        data: {
          reason: 'ORIGIN_FORBIDDEN',
          httpStatus: 403,
          requestId: procedure.headers.get('x-request-id'),
        },
      },
    });
    const signOut = await post('/auth/customer/sign-out', '{}', forged);
    expect(signOut.status).toBe(403);
    expect(await signOut.json()).toMatchObject({ error: { code: 'ORIGIN_FORBIDDEN' } });
  });

  it('cannot sign anyone in', async () => {
    const credentials = JSON.stringify({ email: 'a@example.com', password: 'correct-horse-battery' });
    expect((await post('/auth/customer/sign-in/email', credentials, { origin: evil })).status).toBe(403);
    const form = await fetch(`${api.url}/auth/customer/sign-in/email`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'a@example.com', password: 'correct-horse-battery' }),
    });
    expect(form.status).toBe(415);
  });

  it.each([storefrontUrl, adminUrl])('is told from %s', async (origin) => {
    const response = await post('/trpc/orders.cart.addLine', '{}', { cookie: 'a=b', origin });
    expect(response.status).toBe(400);
  });
});

describe('plain HTTP', () => {
  it.each(['/', '/nothing', '/trpc', '/auth/nobody/sign-in', '/webhooks/other', '/.env'])(
    'answers 404 at %s',
    async (path) => {
      const response = await fetch(`${api.url}${path}`);
      expect(response.status).toBe(404);
      expect(JSON.parse(await expectNoStack(response))).toMatchObject({
        error: { code: 'NOT_FOUND', requestId: response.headers.get('x-request-id') },
      });
    },
  );

  it('refuses malformed and oversized bodies at the sign-in', async () => {
    const malformed = await post('/auth/customer/sign-in/email', '{"half":');
    expect(malformed.status).toBe(400);
    expect(JSON.parse(await expectNoStack(malformed))).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    const oversized = await post(
      '/auth/customer/sign-in/email',
      JSON.stringify({ email: 'x'.repeat(20_000) }),
    );
    expect(oversized.status).toBe(413);
    expect(await oversized.json()).toMatchObject({ error: { code: 'BODY_TOO_LARGE' } });
  });

  it.each([{}, { 'stripe-signature': 't=1,v1=00' }])('refuses a webhook signed %j', async (headers) => {
    const response = await post('/webhooks/stripe', '{"id":"evt_1"}', headers as Record<string, string>);
    expect(response.status).toBe(400);
    expect(JSON.parse(await expectNoStack(response))).toMatchObject({
      error: { code: 'WEBHOOK_SIGNATURE_INVALID' },
    });
  });

  it('survives a request that is not HTTP', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(api.port, '127.0.0.1', () =>
        socket.end('GET http://[ HTTP/1.1\r\nHost: a b\r\n\r\n'),
      );
      socket.resume().once('close', () => resolve());
    });
    expect((await fetch(`${api.url}/livez`)).status).toBe(200);
  });

  it('says which release is running', async () => {
    expect(await (await fetch(`${api.url}/version`)).json()).toEqual({ service: 'api', release: 'test' });
  });
});

describe('rate limits', () => {
  it('slow down who guesses passwords, and say for how long', async () => {
    await withApi({ rateLimit: { store: { kind: 'memory' }, scale: 0.3, processes: 1 } }, async ({ url }) => {
      const browser = openBrowserSession(url, storefrontUrl);
      const guess = () =>
        browser.post('/auth/customer/sign-in/email', { email: 'a@example.com', password: 'guess-guess' });
      // The minute may turn between two guesses: then the window forgives one, never more.
      let refused = await guess();
      let allowed = 0;
      while (refused.status === 401 && allowed < 5) {
        allowed += 1;
        refused = await guess();
      }
      expect(allowed).toBeGreaterThanOrEqual(3);
      expect(refused).toMatchObject({
        status: 429,
        json: { code: 'RATE_LIMITED', error: { code: 'RATE_LIMITED' } },
      });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await browser.get('/auth/customer/get-session')).status).toBe(200);
    });
  });

  it('stop a caller of procedures with 429 and Retry-After', async () => {
    await withApi(
      { rateLimit: { store: { kind: 'memory' }, scale: 0.001, processes: 1 } },
      async ({ url }) => {
        expect((await fetch(`${url}/trpc/customers.me`)).status).toBe(200);
        const response = await fetch(`${url}/trpc/customers.me`);
        expect(response.status).toBe(429);
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(await response.json()).toMatchObject({ error: { data: { reason: 'RATE_LIMITED' } } });
      },
    );
  });

  it('count visitors behind a trusted proxy one by one, and nobody by what they claim themselves', async () => {
    await withApi(
      { rateLimit: { store: { kind: 'memory' }, scale: 0.001, processes: 1 }, trustedProxies: 1 },
      async ({ url }) => {
        const visit = (chain: string) =>
          fetch(`${url}/trpc/customers.me`, { headers: { 'x-forwarded-for': chain } });
        expect((await visit('203.0.113.1')).status).toBe(200);
        expect((await visit('203.0.113.2')).status).toBe(200);
        expect((await visit('198.51.100.9, 203.0.113.1')).status).toBe(429);
      },
    );
  });
});

describe('operations', () => {
  it('is ready while the database answers', async () => {
    expect((await fetch(`${api.url}/livez`)).status).toBe(200);
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  });

  it('is alive but not ready while the database is gone, says so by its code, and recovers', async () => {
    const { email } = await createCustomer('correct-horse-battery');
    const proxy = await openDatabaseProxy(database.url);
    const server = await startApi(proxy.url);
    const browser = openBrowserSession(server.url, storefrontUrl);
    await browser.post('/auth/customer/sign-in/email', { email, password: 'correct-horse-battery' });
    const readSession = () => {
      browser.cookies.delete('shop.session_data');
      return browser.get('/trpc/customers.me');
    };
    await proxy.cut();

    expect(await browser.get('/readyz')).toMatchObject({
      status: 503,
      json: { status: 'unready', reason: 'database unreachable' },
    });
    expect((await browser.get('/livez')).status).toBe(200);
    expect(await readSession()).toMatchObject({
      status: 503,
      json: { error: { message: 'DATABASE_UNAVAILABLE', data: { reason: 'DATABASE_UNAVAILABLE' } } },
    });
    expect(browser.cookies.has('shop.session_token')).toBe(true);

    await proxy.restore();
    expect((await browser.get('/readyz')).status).toBe(200);
    expect(await readSession()).toMatchObject({ status: 200, json: { result: { data: { email } } } });
    await server.stop();
    await proxy.cut();
  });

  it('fails to start with one sentence', async () => {
    await expect(startApi('postgresql://postgres@127.0.0.1:9/gone')).rejects.toThrow(
      /^The database 127\.0\.0\.1:9\/gone does not answer: .*ECONNREFUSED/u,
    );
    await expect(startApi(database.url, { port: api.port })).rejects.toThrow(
      /^Port \d+ cannot be opened: .*EADDRINUSE/u,
    );
  });

  it('finishes what is under way before it stops, and takes nothing new', async () => {
    const server = await startApi(database.url, { drainDelayMs: 300 });
    const stopping = server.stop();
    const draining = await fetch(`${server.url}/readyz`);
    expect(draining.status).toBe(503);
    expect(draining.headers.get('connection')).toBe('close');
    expect((await fetch(`${server.url}/trpc/customers.me`)).status).toBe(200);
    await stopping;
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow('fetch failed');
  });
});
