import { setTimeout as sleep } from 'node:timers/promises';
import { createFactories, type Factories } from '@turing/db/testing';
import { appRouter } from '@turing/routers';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type ApiServer } from '../support/api-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let pool: Pool;
let factories: Factories;
let here: ApiServer;
let there: ApiServer;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 4 });
  factories = createFactories(pool);
  here = await startApi(database.url);
  there = await startApi(database.url);
});

afterAll(async () => {
  await here.stop();
  await there.stop();
  await pool.end();
  await database.drop();
});

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, never>;
}

async function ask(
  server: ApiServer,
  path: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const url = `${server.url}/trpc/products.${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } });
  const text = await response.text();
  const body = text === '' ? {} : JSON.parse(text);
  return { status: response.status, headers: response.headers, text, data: body.result?.data };
}

/** Asks until the answer satisfies, and says after how many milliseconds it did. */
async function until(
  get: () => Promise<Answered>,
  satisfies: (answer: Answered) => boolean,
): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const answer = await get();
    const elapsed = performance.now() - startedAt;
    if (satisfies(answer)) return elapsed;
    if (elapsed > 5000) throw new Error(`still ${answer.text.slice(0, 300)}`);
    await sleep(5);
  }
}

/** Long enough that an answer is no longer given for its youth alone. */
const settled = () => sleep(450);

describe('an answer', () => {
  it('has an ETag, answers 304 to who holds it, and may be kept by a shared cache for a second', async () => {
    const { slug } = await factories.createProduct();
    const first = await ask(here, 'get', { slug });
    const again = await ask(here, 'get', { slug, currency: 'USD' });
    expect(again.text).toBe(first.text);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/u);
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=1, stale-while-revalidate=1',
    );
    expect(again.headers.get('vary')).toBe('accept-encoding, trpc-accept');
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const unchanged = await ask(here, 'get', { slug }, { 'if-none-match': held });
      expect(unchanged).toMatchObject({ status: 304, text: '' });
      expect(unchanged.headers.get('etag')).toBe(etag);
    }
    expect((await ask(here, 'get', { slug }, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('from memory carries the security headers and a request id of its own', async () => {
    const { slug } = await factories.createProduct();
    const [first, second] = [await ask(here, 'get', { slug }), await ask(here, 'get', { slug })];
    for (const name of first.headers.keys()) {
      if (name !== 'date') expect(second.headers.has(name), name).toBe(true);
    }
    expect(second.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  it('is compressed for those who ask once many have', async () => {
    const variants = Array.from({ length: 12 }, (_, index) => ({ options: { Size: `Size ${index}` } }));
    const { slug } = await factories.createProduct({ variants });
    const get = (accepted: string) => ask(here, 'get', { slug }, { 'accept-encoding': accepted });
    const plain = await get('identity');
    for (const encoding of ['gzip', 'br']) {
      await until(
        () => get(encoding),
        ({ headers }) => headers.get('content-encoding') === encoding,
      );
      const packed = await get(`deflate, ${encoding};q=0.8`);
      expect(packed.text).toBe(plain.text);
      expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
      const etag = packed.headers.get('etag') ?? '';
      expect(await ask(here, 'get', { slug }, { 'if-none-match': etag })).toMatchObject({ status: 304 });
    }
    expect((await get('gzip;q=0, identity')).headers.get('content-encoding')).toBeNull();
  });

  it('of an error is not stored', async () => {
    const slug = 'comes-later';
    const missing = await ask(here, 'get', { slug });
    expect(missing.status).toBe(404);
    expect(JSON.parse(missing.text)).toMatchObject({
      error: {
        message: 'PRODUCT_NOT_FOUND',
        data: { reason: 'PRODUCT_NOT_FOUND', path: 'products.get', httpStatus: 404 },
      },
    });
    expect(missing.headers.get('cache-control')).toBe('no-store');
    await factories.createProduct({ slug });
    expect((await ask(here, 'get', { slug })).status).toBe(200);
  });

  it('is the same by tRPC itself, in a batch', async () => {
    const { slug } = await factories.createProduct();
    const input = encodeURIComponent(JSON.stringify({ 0: { slug } }));
    const batch = await fetch(`${here.url}/trpc/products.get?batch=1&input=${input}`);
    expect(batch.headers.get('cache-control')).toBe('no-store');
    expect(await batch.json()).toEqual([JSON.parse((await ask(here, 'get', { slug })).text)]);
  });

  it('to misshapen input is that of tRPC', async () => {
    for (const query of ['?input={', '?input={}', '', '?input=%22text%22']) {
      expect((await fetch(`${here.url}/trpc/products.get${query}`)).status, query).toBe(400);
    }
  });
});

it('is for public queries alone', () => {
  const procedures: Record<string, unknown> = appRouter._def.procedures;
  const stored = Object.entries(procedures).flatMap(([path, procedure]) => {
    const { type, meta } = (procedure as { _def: { type: string; meta: { access: string; cache?: string } } })
      ._def;
    return meta.cache === undefined ? [] : [{ path, type, access: meta.access }];
  });
  expect(stored.length).toBeGreaterThanOrEqual(7);
  for (const { path, type, access } of stored) {
    expect({ path, type, access }).toEqual({ path, type: 'query', access: 'public' });
    // The typed client sends these alone, which only then can be stored.
    expect(path).toMatch(/^products\.(?!staff\.)/u);
  }
});
