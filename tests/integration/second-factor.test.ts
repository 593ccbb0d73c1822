import { createFactories, type Factories } from '@turing/db/testing';
import { TOTP } from 'otpauth';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lettersTo } from '../support/account-letters.ts';
import { startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession, type BrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';

vi.setConfig({ testTimeout: 120_000 });

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

const call = (browser: BrowserSession, path: string, body: object) =>
  browser.post(`/auth/customer${path}`, body);
const signIn = (browser: BrowserSession, email: string) =>
  call(browser, '/sign-in/email', { email, password });
const shopper = () => openBrowserSession(api.url, storefrontUrl);

async function me(browser: BrowserSession): Promise<unknown> {
  browser.cookies.delete('shop.session_data');
  const { json } = await browser.get('/trpc/customers.me');
  return (json as { result: { data: unknown } }).result.data;
}

async function enrol() {
  const customer = await factories.createCustomer({ password });
  const browser = shopper();
  await signIn(browser, customer.email);
  const { json } = await call(browser, '/two-factor/enable', { password });
  const { totpURI, backupCodes } = json as { totpURI: string; backupCodes: string[] };
  const app = new TOTP({ secret: new URL(totpURI).searchParams.get('secret') ?? '' });
  const confirmed = await call(browser, '/two-factor/verify-totp', { code: app.generate() });
  expect(confirmed.status).toBe(200);
  return { ...customer, app, backupCodes };
}

describe('a second factor', () => {
  it('is set up with the password, and on only after a code of the app', async () => {
    const { email } = await factories.createCustomer({ password });
    const browser = shopper();
    await signIn(browser, email);
    const wrong = await call(browser, '/two-factor/enable', { password: 'not-the-password' });
    expect(wrong).toMatchObject({ status: 400, json: { code: 'INVALID_PASSWORD' } });
    await call(browser, '/two-factor/enable', { password });
    expect(await call(browser, '/two-factor/verify-totp', { code: '000000' })).toMatchObject({ status: 401 });
    expect(await signIn(shopper(), email)).toMatchObject({ status: 200, json: { user: { email } } });
  });

  it('is asked after the password, and nobody is signed in before it is given', async () => {
    const { id, email, app } = await enrol();
    const browser = shopper();
    expect(await signIn(browser, email)).toMatchObject({ status: 200, json: { twoFactorRedirect: true } });
    expect(await me(browser)).toBeNull();
    expect(await call(browser, '/two-factor/verify-totp', { code: app.generate() })).toMatchObject({
      status: 200,
    });
    expect(await me(browser)).toMatchObject({ id });
    expect((await lettersTo(pool, email)).map(({ template }) => template)).toEqual(['two-factor-on']);
  });

  it('is given by a recovery code once', async () => {
    const { id, email, backupCodes } = await enrol();
    const [code] = backupCodes;
    const first = shopper();
    await signIn(first, email);
    expect(await call(first, '/two-factor/verify-backup-code', { code })).toMatchObject({ status: 200 });
    expect(await me(first)).toMatchObject({ id });
    const second = shopper();
    await signIn(second, email);
    expect(await call(second, '/two-factor/verify-backup-code', { code })).toMatchObject({ status: 401 });
    expect(await me(second)).toBeNull();
  });

  it('cannot be guessed by signing in again and again', async () => {
    const { email, app } = await enrol();
    const statuses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const browser = shopper();
      await signIn(browser, email);
      for (let guess = 0; guess < 5; guess += 1) {
        const answer = await call(browser, '/two-factor/verify-totp', { code: '000000' });
        statuses.push(answer.status);
      }
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    const browser = shopper();
    await signIn(browser, email);
    const right = await call(browser, '/two-factor/verify-totp', { code: app.generate() });
    expect(right).toMatchObject({ status: 429, json: { code: 'ACCOUNT_TEMPORARILY_LOCKED' } });
  });

  it('is turned off with the password, and its owner is told', async () => {
    const { email, app } = await enrol();
    const browser = shopper();
    await signIn(browser, email);
    await call(browser, '/two-factor/verify-totp', { code: app.generate() });
    expect(await call(browser, '/two-factor/disable', { password: 'a-wrong-guess' })).toMatchObject({
      status: 400,
    });
    expect(await call(browser, '/two-factor/disable', { password })).toMatchObject({ status: 200 });
    expect(await signIn(shopper(), email)).toMatchObject({ status: 200, json: { user: { email } } });
    expect((await lettersTo(pool, email)).at(-1)).toMatchObject({ template: 'two-factor-off' });
  });

  it('keeps its secret encrypted', async () => {
    const { app, backupCodes } = await enrol();
    const { rows } = await pool.query('select secret, backup_codes from customer_two_factor');
    const stored = JSON.stringify(rows);
    for (const secret of [app.secret.base32, app.secret.utf8, ...backupCodes])
      expect(stored).not.toContain(secret);
  });
});
