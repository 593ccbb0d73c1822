import { createFactories } from '@turing/db/testing';
import { appRouter } from '@turing/routers';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminUrl, startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';
const populations = [
  { population: 'customer', prefix: 'shop', origin: storefrontUrl },
  { population: 'staff', prefix: 'staff', origin: adminUrl },
] as const;
type Population = (typeof populations)[number]['population'];

let database: TestDatabase;
let pool: Pool;
let api: ApiServer;
const cookies: Record<Population, string> = { customer: '', staff: '' };

async function createPerson(population: Population): Promise<string> {
  const factories = createFactories(pool);
  const make = population === 'staff' ? factories.createStaff : factories.createCustomer;
  return (await make({ password })).email;
}

async function signIn(population: Population, server = api.url) {
  const browser = openBrowserSession(server, population === 'staff' ? adminUrl : storefrontUrl);
  const email = await createPerson(population);
  const answer = await browser.post(`/auth/${population}/sign-in/email`, { email, password });
  expect(answer.status).toBe(200);
  return { browser, answer, email };
}

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  api = await startApi(database.url);
  for (const { population } of populations) {
    const { browser } = await signIn(population);
    cookies[population] = Array.from(browser.cookies, ([name, value]) => `${name}=${value}`).join('; ');
  }
});

afterAll(async () => {
  await api.stop();
  await pool.end();
  await database.drop();
});

const { hostname } = new URL(storefrontUrl);
const foreign: readonly (readonly [name: string, origin: string | null])[] = [
  ['no origin at all', null],
  ['another site', 'https://evil.example'],
  ['a sandboxed frame', 'null'],
  ['a subdomain', `http://evil.${hostname}:3000`],
  ['a name that begins like ours', `${storefrontUrl}.evil.example`],
  ['another port', `http://${hostname}:3999`],
  ['another scheme', storefrontUrl.replace('http:', 'https:')],
  ['ours with an empty list after it', `${storefrontUrl}, https://evil.example`],
];

const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
];

const flat: Record<string, unknown> = appRouter._def.procedures;
const mutations = Object.entries(flat)
  .filter(([, procedure]) => (procedure as { _def: { type: string } })._def.type === 'mutation')
  .map(([path]) => `/trpc/${path}`);
const writes = [
  ...mutations,
  '/trpc/orders.cart.addLine,orders.cart.setLine?batch=1',
  '/auth/customer/sign-in/email',
  '/auth/customer/sign-out',
  '/auth/customer/change-password',
  '/auth/customer/update-user',
  '/auth/staff/sign-in/email',
  '/auth/staff/sign-out',
  '/auth/staff/change-password',
  '/uploads/a',
  '/transfers/export',
];

interface Sent {
  readonly origin: string | null;
  readonly cookie: string;
  readonly type?: string;
  readonly method?: string;
}

async function send(path: string, { origin, cookie, type = 'application/json', method = 'POST' }: Sent) {
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { cookie, 'content-type': type, ...(origin === null ? {} : { origin }) },
    body: type === 'application/json' ? '{}' : 'a=b',
  });
  const text = await response.text();
  return { status: response.status, isForbidden: text.includes('ORIGIN_FORBIDDEN') };
}

it('there are writes of all kinds to try', () => {
  expect(mutations.length).toBeGreaterThan(60);
});

describe.each(populations)('with the cookies of a $population', ({ population, origin: own }) => {
  it.each(foreign)('nothing can be written from %s', async (_name, origin) => {
    const passed: unknown[] = [];
    for (const path of writes) {
      for (const type of path === writes[0] || path.startsWith('/auth') ? types : ['application/json']) {
        const answer = await send(path, { origin, cookie: cookies[population], type });
        if (answer.status !== 403 || !answer.isForbidden) passed.push({ path, type, ...answer });
      }
    }
    expect(passed).toEqual([]);
  });

  it('every write is heard from its own pages', async () => {
    const refused: string[] = [];
    for (const path of mutations) {
      const { isForbidden } = await send(path, { origin: own, cookie: cookies[population] });
      if (isForbidden) refused.push(path);
    }
    expect(refused).toEqual([]);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('%s is a write, too', async (method) => {
    const sent = { origin: 'https://evil.example', cookie: cookies[population], method };
    expect(await send('/trpc/orders.claim', sent)).toMatchObject({ status: 403 });
  });

  it('a mutation is not one by GET, wherever it comes from', async () => {
    for (const path of mutations) {
      const response = await fetch(`${api.url}${path}?input={}`, {
        headers: { cookie: cookies[population] },
      });
      expect({ path, status: response.status }).toEqual({ path, status: 405 });
    }
  });
});

describe.each(populations)('the cookies of a $population', ({ population, prefix, origin }) => {
  it('cannot be read by scripts, sent along by other sites or seen by other hosts', async () => {
    const { answer } = await signIn(population);
    const set = answer.headers.getSetCookie();
    expect(set.map((cookie) => cookie.split('=')[0])).toContain(`${prefix}.session_token`);
    for (const cookie of set) {
      expect(cookie).toMatch(/; HttpOnly/u);
      expect(cookie).toMatch(/; SameSite=(?:Lax|Strict)/u);
      expect(cookie).toMatch(/; Path=\//u);
      expect(cookie).not.toMatch(/; Domain=/u);
    }
  });

  it('are secure by name and attribute where pages are', async () => {
    const urls = { storefrontUrl: 'https://shop.example', adminUrl: 'https://console.shop.example' };
    const server = await startApi(database.url, urls);
    const secure = openBrowserSession(
      server.url,
      population === 'staff' ? urls.adminUrl : urls.storefrontUrl,
    );
    const email = await createPerson(population);
    const answer = await secure.post(`/auth/${population}/sign-in/email`, { email, password });
    const set = answer.headers.getSetCookie();
    expect(set.length).toBeGreaterThan(0);
    for (const cookie of set) expect(cookie).toMatch(/^__Secure-.*; Secure/u);
    const me = population === 'staff' ? 'customers.staff.me' : 'customers.me';
    expect((await secure.get(`/trpc/${me}`)).text).toContain(email);
    await server.stop();
  });

  it('are new after each sign-in: whoever planted some has nothing', async () => {
    const planted = await signIn(population);
    const stolen = new Map(planted.browser.cookies);
    const victim = openBrowserSession(api.url, origin);
    for (const [name, value] of stolen) victim.cookies.set(name, value);
    const email = await createPerson(population);
    await victim.post(`/auth/${population}/sign-in/email`, { email, password });
    expect(victim.cookies.get(`${prefix}.session_token`)).not.toBe(stolen.get(`${prefix}.session_token`));

    const thief = openBrowserSession(api.url, origin);
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    const me = population === 'staff' ? 'customers.staff.me' : 'customers.me';
    expect((await thief.get(`/trpc/${me}`)).text).not.toContain(email);
  });

  it('that nobody signed open nothing', async () => {
    const made = openBrowserSession(api.url, origin);
    made.cookies.set(`${prefix}.session_token`, 'chosen-by-the-attacker');
    const email = await createPerson(population);
    await made.post(`/auth/${population}/sign-in/email`, { email, password });
    expect(made.cookies.get(`${prefix}.session_token`)).not.toBe('chosen-by-the-attacker');
  });
});
