import { Writable } from 'node:stream';
import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterTo, tokenOf } from '../support/account-letters.ts';
import { startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';
const another = 'seven-quiet-otters';

let database: TestDatabase;
let pool: Pool;
let plain: ApiServer;
let secure: ApiServer;
let factories: Factories;
let log = '';

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  factories = createFactories(pool);
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, written) => {
      log += chunk.toString('utf8');
      written();
    },
  });
  plain = await startApi(database.url, { log: { level: 'info', format: 'json', destination } });
  secure = await startApi(database.url, { storefrontUrl: 'https://shop.example' });
});

afterAll(async () => {
  await Promise.all([plain.stop(), secure.stop()]);
  await pool.end();
  await database.drop();
});

beforeEach(() => {
  log = '';
});

describe('what the log says', () => {
  it('is never a password, a token, a cookie or an address, whatever went wrong', async () => {
    const { email } = await factories.createCustomer({ password });
    const browser = openBrowserSession(plain.url, storefrontUrl);
    const call = (path: string, body: object) => browser.post(`/auth/customer${path}`, body);
    await call('/sign-in/email', { email, password: another });
    await call('/sign-in/email', { email, password });
    await call('/sign-up/email', { email, password, name: 'Somebody' });
    await call('/sign-up/email', { email: 'nobody', password });
    await call('/request-password-reset', { email });
    const token = tokenOf(await letterTo(pool, email, 'reset-password'));
    await call('/reset-password', { token, newPassword: 'qwertyuiop' });
    await call('/reset-password', { token, newPassword: another });
    await browser.get(`/auth/customer/verify-email?token=${token}`);
    await call('/sign-in/email', { email, password: another });
    await call('/two-factor/enable', { password: another });
    const { rows } = await pool.query<{ token: string }>('select token from customer_session');

    expect(log).toContain('/auth/customer/reset-password');
    const cookies = Array.from(browser.cookies.values()).filter((value) => value.length > 20);
    for (const secret of [password, another, token, email, ...cookies, ...rows.map((row) => row.token)]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('the cookies of a shop that is served over HTTPS', () => {
  it('are secure, unreadable for scripts and not sent along by other sites', async () => {
    const { email } = await factories.createCustomer({ password });
    const browser = openBrowserSession(secure.url, 'https://shop.example');
    const { headers } = await browser.post('/auth/customer/sign-in/email', { email, password });
    const cookies = headers.getSetCookie();
    expect(cookies).toHaveLength(3);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Secure-shop\.(?:session_token|session_data|browser_[\w-]{16})=/u);
      for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
      expect(cookie).not.toContain('Domain=');
    }
  });
});

describe('links of letters', () => {
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'lead nowhere else by a callback address: %s',
    async (callbackURL) => {
      const browser = openBrowserSession(plain.url, storefrontUrl);
      const query = new URLSearchParams({ token: 'x.y.z', callbackURL });
      const opened = await browser.get(`/auth/customer/verify-email?${query.toString()}`);
      expect(opened).toMatchObject({ status: 403, json: { code: 'INVALID_CALLBACK_URL' } });
      const email = 'redirected@example.com';
      const asked = await browser.post('/auth/customer/request-password-reset', {
        email,
        redirectTo: callbackURL,
      });
      expect(asked.status).toBe(403);
      const registered = await browser.post('/auth/customer/sign-up/email', {
        email,
        password,
        name: 'Somebody',
        callbackURL,
      });
      expect(registered.status).toBe(403);
    },
  );

  it('come from the shop, whatever host the request names', async () => {
    const { email } = await factories.createCustomer({ password });
    const browser = openBrowserSession(plain.url, storefrontUrl);
    await browser.post(
      '/auth/customer/request-password-reset',
      { email },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    );
    expect((await letterTo(pool, email, 'reset-password')).url).toMatch(
      /^http:\/\/localhost:3000\/reset-password\?/u,
    );
  });
});
