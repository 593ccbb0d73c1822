import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminUrl, startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession, type BrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';

let database: TestDatabase;
let pool: Pool;
let api: ApiServer;
let factories: Factories;

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

function shopper(): BrowserSession {
  return openBrowserSession(api.url, storefrontUrl);
}

function clerk(): BrowserSession {
  return openBrowserSession(api.url, adminUrl);
}

function signIn(browser: BrowserSession, population: 'customer' | 'staff', email: string, secret = password) {
  return browser.post(`/auth/${population}/sign-in/email`, { email, password: secret });
}

async function me(
  browser: BrowserSession,
  procedure: 'customers.me' | 'customers.staff.me',
): Promise<unknown> {
  const { json } = await browser.get(`/trpc/${procedure}`);
  return (json as { result: { data: unknown } }).result.data;
}

function withoutCache(browser: BrowserSession, prefix: 'shop' | 'staff'): void {
  browser.cookies.delete(`${prefix}.session_data`);
}

async function sessionsOf(table: 'customer_session' | 'staff_session', id: string): Promise<number> {
  const column = table === 'customer_session' ? 'customer_id' : 'staff_id';
  const { rowCount } = await pool.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id]);
  return rowCount ?? 0;
}

describe('a customer', () => {
  it('gets an id from the database and its address in lower case, and cannot verify itself', async () => {
    const browser = shopper();
    await browser.post('/auth/customer/sign-up/email', {
      email: 'Sly.Shopper@Example.com',
      password,
      name: 'Sly',
      emailVerified: true,
      twoFactorEnabled: true,
    });
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id, email_verified, two_factor_enabled FROM customer WHERE email = 'sly.shopper@example.com'`,
    );
    expect(rows).toMatchObject([{ email_verified: false, two_factor_enabled: false }]);
    expect(rows[0]?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/u);
  });

  it('signs in whatever the case of the address, reads who it is, and signs out for good', async () => {
    const customer = await factories.createCustomer({ email: 'ada@example.com', password });
    const browser = shopper();
    expect((await signIn(browser, 'customer', 'ADA@example.com')).status).toBe(200);
    expect(await me(browser, 'customers.me')).toMatchObject({ id: customer.id, email: 'ada@example.com' });

    const stolen = new Map(browser.cookies);
    expect((await browser.post('/auth/customer/sign-out', {})).status).toBe(200);
    expect(Array.from(browser.cookies.keys())).toEqual([expect.stringContaining('shop.browser_')]);
    expect(await me(browser, 'customers.me')).toBeNull();
    expect(await sessionsOf('customer_session', customer.id)).toBe(0);

    const thief = shopper();
    thief.cookies.set('shop.session_token', stolen.get('shop.session_token') ?? '');
    expect(await me(thief, 'customers.me')).toBeNull();
  });

  it('learns nothing about which part of a wrong sign-in was wrong', async () => {
    const { email } = await factories.createCustomer({ password });
    const wrongPassword = await signIn(shopper(), 'customer', email, 'not-the-password');
    const wrongEmail = await signIn(shopper(), 'customer', 'nobody@example.com');
    expect(wrongPassword).toMatchObject({ status: 401, json: { code: 'INVALID_EMAIL_OR_PASSWORD' } });
    expect(wrongEmail.json).toEqual(wrongPassword.json);
  });

  it('gets cookies no script can read and no other site can send along', async () => {
    const { email } = await factories.createCustomer({ password });
    const { headers } = await signIn(shopper(), 'customer', email);
    const cookies = headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'shop.session_token',
      'shop.session_data',
      expect.stringMatching(/^shop\.browser_[\w-]{16}$/u),
    ]);
    for (const cookie of cookies) {
      expect(cookie).toContain('HttpOnly');
      expect(cookie).toContain('SameSite=Lax');
    }
  });

  it('has the renewed cookie handed over by whatever it calls', async () => {
    const { email, id } = await factories.createCustomer({ password });
    const browser = shopper();
    await signIn(browser, 'customer', email);
    withoutCache(browser, 'shop');
    expect(await me(browser, 'customers.me')).toMatchObject({ id });
    expect(browser.cookies.has('shop.session_data')).toBe(true);
  });

  it('cannot forge the signed cookie', async () => {
    const { email } = await factories.createCustomer({ password });
    const browser = shopper();
    await signIn(browser, 'customer', email);
    const token = browser.cookies.get('shop.session_token') ?? '';
    browser.cookies.set('shop.session_token', token.replace(/^./u, token.startsWith('a') ? 'b' : 'a'));
    expect(await me(browser, 'customers.me')).toBeNull();
  });
});

describe('a member of staff', () => {
  it('signs in and reads the role and what it allows', async () => {
    const staff = await factories.createStaff({ role: 'fulfilment', password });
    const browser = clerk();
    expect((await signIn(browser, 'staff', staff.email)).status).toBe(200);
    expect(await me(browser, 'customers.staff.me')).toEqual({
      id: staff.id,
      email: staff.email,
      name: staff.name,
      role: 'fulfilment',
      roleName: 'Fulfilment',
      mustEnrol: false,
      hasSecondFactor: false,
      permissions: ['orders:read', 'orders:ship', 'products:read', 'stock:write'],
    });
    await browser.post('/auth/staff/sign-out', {});
    expect(await me(browser, 'customers.staff.me')).toBeNull();
  });

  it('cannot sign up', async () => {
    const answer = await clerk().post('/auth/staff/sign-up/email', {
      email: 'intruder@turing.example',
      password,
      name: 'Intruder',
    });
    expect(answer.status).toBe(404);
    const { rowCount } = await pool.query(`SELECT 1 FROM staff WHERE email = 'intruder@turing.example'`);
    expect(rowCount).toBe(0);
  });

  it('cannot give itself another role', async () => {
    const staff = await factories.createStaff({ role: 'support', password });
    const browser = clerk();
    await signIn(browser, 'staff', staff.email);
    await browser.post('/auth/staff/update-user', { name: 'Still support', role: 'owner', active: true });
    const { rows } = await pool.query('SELECT role FROM staff WHERE id = $1', [staff.id]);
    expect(rows).toEqual([{ role: 'support' }]);
  });

  it('cannot sign in once deactivated, and leaves no session behind', async () => {
    const staff = await factories.createStaff({ active: false, password });
    expect(await signIn(clerk(), 'staff', staff.email)).toMatchObject({
      status: 403,
      json: { code: 'STAFF_INACTIVE' },
    });
    expect(await sessionsOf('staff_session', staff.id)).toBe(0);
    expect(await signIn(clerk(), 'staff', staff.email, 'not-the-password')).toMatchObject({ status: 401 });
  });

  it('is nobody within a minute of being deactivated', async () => {
    const staff = await factories.createStaff({ password });
    const browser = clerk();
    const { headers } = await signIn(browser, 'staff', staff.email);
    expect(headers.getSetCookie().find((cookie) => cookie.startsWith('staff.session_data'))).toContain(
      'Max-Age=60',
    );

    await pool.query('UPDATE staff SET active = false WHERE id = $1', [staff.id]);
    withoutCache(browser, 'staff');
    expect(await me(browser, 'customers.staff.me')).toBeNull();
  });
});

describe('the two populations', () => {
  it('do not share accounts', async () => {
    const { email } = await factories.createStaff({ password });
    expect(await signIn(shopper(), 'customer', email)).toMatchObject({ status: 401 });
    const customer = await factories.createCustomer({ password });
    expect(await signIn(clerk(), 'staff', customer.email)).toMatchObject({ status: 401 });
  });

  it.each([
    ['customer', 'shop', 'staff', 'customers.staff.me'],
    ['staff', 'staff', 'shop', 'customers.me'],
  ] as const)(
    'do not take the cookies of a %s for those of the other',
    async (population, own, other, procedure) => {
      const person = await (population === 'staff' ? factories.createStaff : factories.createCustomer)({
        password,
      });
      const browser = population === 'staff' ? clerk() : shopper();
      await signIn(browser, population, person.email);
      expect(await me(browser, procedure)).toBeNull();

      for (const [name, value] of Array.from(browser.cookies))
        browser.cookies.set(name.replace(own, other), value);
      expect(await me(browser, procedure)).toBeNull();
    },
  );
});

describe('the library behind the sign-in', () => {
  it.each([
    '/delete-user',
    '/update-user',
    '/list-sessions',
    '/revoke-session',
    '/link-social',
    '/set-password',
    '/ok',
  ])('answers nothing at %s', async (endpoint) => {
    const { email } = await factories.createCustomer({ password });
    const browser = shopper();
    await signIn(browser, 'customer', email);
    const answer = await browser.post(`/auth/customer${endpoint}`, {
      newEmail: 'x@example.com',
      provider: 'google',
    });
    expect(answer.status).toBe(404);
  });
});
