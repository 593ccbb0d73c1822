import { createFactories, type Factories } from '@turing/db/testing';
import { appRouter } from '@turing/routers';
import { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type ApiServer } from '../support/api-server.ts';
import { ask, until } from '../support/product-reads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let pool: Pool;
let factories: Factories;
let here: ApiServer;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 4 });
  factories = createFactories(pool);
  here = await startApi(database.url);
});

afterAll(async () => {
  await here.stop();
  await pool.end();
  await database.drop();
});

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
    expect([...second.headers.keys()].toSorted()).toEqual([...first.headers.keys()].toSorted());
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
    for (const [name, asked] of [
      ['get', { slug }],
      ['list', { sort: 'newest', limit: 3 }],
    ] as const) {
      const input = encodeURIComponent(JSON.stringify({ 0: asked }));
      const batch = await fetch(`${here.url}/trpc/products.${name}?batch=1&input=${input}`);
      expect(batch.headers.get('cache-control')).toBe('no-store');
      const answers: unknown = await batch.json();
      expect(answers).toEqual([JSON.parse((await ask(here, name, asked)).text)]);
    }
  });

  it('to misshapen input is that of tRPC', async () => {
    for (const query of ['?input={', '?input={}', '', '?input=%22text%22']) {
      const { status } = await fetch(`${here.url}/trpc/products.get${query}`);
      expect({ query, status }).toEqual({ query, status: 400 });
    }
  });
});

it('a search that is answered from memory is counted like any other', async () => {
  const query = `counted ${(await factories.createProduct()).slug.slice(-8)}`;
  for (let turn = 0; turn < 5; turn += 1) await ask(here, 'search', { query });
  await expect
    .poll(
      async () => {
        const { rows } = await pool.query<{ searches: number }>(
          'SELECT searches FROM search_query WHERE query = $1',
          [query],
        );
        return rows;
      },
      { timeout: 15_000 },
    )
    .toEqual([{ searches: 5 }]);
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

it('two hundred callers of one page are one query', async () => {
  const { slug } = await factories.createProduct();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE product IN ACCESS EXCLUSIVE MODE');
    const answers = Array.from({ length: 200 }, () => ask(here, 'get', { slug }));
    await sleep(250);
    const { rows } = await pool.query(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE application_name = 'turing-api' AND wait_event_type = 'Lock' AND datname = current_database()`,
    );
    expect(rows).toEqual([{ waiting: 1 }]);
    await client.query('COMMIT');
    const texts = await Promise.all(answers);
    expect(new Set(texts.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(texts.map(({ text }) => text)).size).toBe(1);
  } finally {
    client.release(true);
  }
});
