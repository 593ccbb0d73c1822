import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { adminUrl, startApi, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession, type BrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';

let database: TestDatabase;
let pool: Pool;
let api: ApiServer;
let factories: Factories;
let console_: BrowserSession;
let makerId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  factories = createFactories(pool);
  api = await startApi(database.url);
});
afterAll(async () => {
  await api.stop();
  await pool.end();
  await database.drop();
});

beforeEach(async () => {
  const maker = await factories.createStaff({ role: 'owner', password });
  makerId = maker.id;
  console_ = openBrowserSession(api.url, adminUrl);
  await console_.post('/auth/staff/sign-in/email', { email: maker.email, password });
});

interface Made {
  readonly secret: string;
  readonly token: { readonly id: string; readonly version: number };
}

let calls = 0;
const newKey = () => `a-key-of-this-test-${(calls += 1)}`;

async function write(procedure: string, input: object): Promise<unknown> {
  const answer = await console_.post(`/trpc/${procedure}`, { ...input, idempotencyKey: newKey() });
  expect(answer).toMatchObject({ status: 200 });
  return (answer.json as { result: { data: unknown } }).result.data;
}

async function newToken(permissions: readonly string[]): Promise<Made> {
  return (await write('customers.staff.tokens.create', { name: 'ERP', permissions, days: 30 })) as Made;
}

interface Call {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

function call(secret: string, procedure: string, init: Call = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  return fetch(`${api.url}/trpc/${procedure}`, { ...init, headers: { ...headers, ...init.headers } });
}

const body = (input: object) => ({
  method: 'POST',
  body: JSON.stringify({ ...input, idempotencyKey: newKey() }),
});

it('does what its permissions say on the same procedures, and nothing else', async () => {
  const { secret, token } = await newToken(['customers:read', 'prices:write']);
  expect((await call(secret, 'customers.staff.groups.list')).status).toBe(200);
  const made = await call(
    secret,
    'customers.staff.groups.create',
    body({ code: 'by-token', name: 'Machine' }),
  );
  expect(made.status).toBe(200);
  expect((await call(secret, 'customers.staff.members.list')).status).toBe(403);
  expect((await call(secret, 'customers.staff.own.sessions')).status).toBe(401);
  expect((await call(`${secret}x`, 'customers.staff.groups.list')).status).toBe(401);
  expect((await call('', 'customers.staff.groups.list')).status).toBe(401);
  const { rows } = await pool.query(
    `select staff_id, token_id from audit_entry where action = 'groups.create'`,
  );
  expect(rows).toEqual([{ staff_id: makerId, token_id: token.id }]);
});

it('needs no origin, while cookies beside it are still held to theirs', async () => {
  const { secret } = await newToken(['customers:read', 'prices:write']);
  const elsewhere = { origin: 'https://evil.example' };
  const create = (code: string, headers: Record<string, string>) =>
    call(secret, 'customers.staff.groups.create', { ...body({ code, name: 'Group' }), headers });
  expect((await create('from-script', elsewhere)).status).toBe(200);
  expect((await create('with-cookie', { ...elsewhere, cookie: 'staff.session_token=x' })).status).toBe(403);
  // A token that is not good does not fall back to the cookies of whoever sends it along.
  const cookie = Array.from(console_.cookies, ([name, value]) => `${name}=${value}`).join('; ');
  const refused = await call('wrong', 'customers.staff.groups.list', {
    headers: { cookie, origin: adminUrl },
  });
  expect(refused.status).toBe(401);
});

it('is over within seconds of being revoked, of its end, and of its maker leaving', async () => {
  const revoked = await newToken(['customers:read']);
  const ended = await newToken(['customers:read']);
  const status = async ({ secret }: Made) => (await call(secret, 'customers.staff.groups.list')).status;
  expect([await status(revoked), await status(ended)]).toEqual([200, 200]);
  await write('customers.staff.tokens.revoke', revoked.token);
  await pool.query('update api_token set expires_at = now() where id = $1', [ended.token.id]);
  const within = { timeout: 8000, interval: 250 };
  await vi.waitFor(
    async () => expect([await status(revoked), await status(ended)]).toEqual([401, 401]),
    within,
  );

  const orphan = await newToken(['customers:read']);
  expect(await status(orphan)).toBe(200);
  await pool.query('update staff set active = false where id = $1', [makerId]);
  await vi.waitFor(async () => expect(await status(orphan)).toBe(401), within);
});

it('loses what its maker loses', async () => {
  const made = await newToken(['customers:read', 'prices:write']);
  const status = async () =>
    (await call(made.secret, 'customers.staff.groups.create', body({ code: newKey(), name: 'G' }))).status;
  expect(await status()).toBe(200);
  await pool.query(`update staff set role = 'analyst' where id = $1`, [makerId]);
  await vi.waitFor(async () => expect(await status()).toBe(403), { timeout: 8000, interval: 250 });
});

it('notes its use, at most once a minute', async () => {
  const { secret, token } = await newToken(['customers:read']);
  const lastUsed = async () => {
    const { rows } = await pool.query<{ at: string | null; xmin: string }>(
      'select last_used_at::text as at, xmin::text from api_token where id = $1',
      [token.id],
    );
    return rows[0];
  };
  await call(secret, 'customers.staff.groups.list');
  await vi.waitFor(async () => expect((await lastUsed())?.at).not.toBeNull());
  const first = await lastUsed();
  await Promise.all(Array.from({ length: 10 }, () => call(secret, 'customers.staff.groups.list')));
  expect(await lastUsed()).toEqual(first);
});

it('takes the audit out as CSV, and that is an entry, too', async () => {
  const { secret } = await newToken(['audit:read', 'customers:read']);
  await write('customers.staff.groups.create', { code: newKey(), name: '=cmd()' });
  const get = (query: string, token = secret) =>
    fetch(`${api.url}/audit/export?${query}`, { headers: { authorization: `Bearer ${token}` } });
  const file = await get('action=groups.create');
  expect(file.headers.get('content-disposition')).toContain('audit-');
  const text = await file.text();
  expect(text.split('\r\n').at(0)).toContain('time,person,email,token,action');
  expect(text).toContain('groups.create');
  expect(text).not.toContain('tokens.create');
  expect((await get('staffId=nobody')).status).toBe(400);
  expect((await get('', (await newToken(['orders:read'])).secret)).status).toBe(403);
  const { rows } = await pool.query(`select after from audit_entry where action = 'audit.export'`);
  expect(rows).toEqual([{ after: { action: 'groups.create' } }]);
});
