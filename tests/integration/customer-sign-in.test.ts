import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { letterTo, lettersTo, tokenOf } from '../support/account-letters.ts';
import { startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession, type BrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

vi.setConfig({ testTimeout: 120_000 });

const password = 'correct-horse-battery';
const another = 'seven-quiet-otters';

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

const shopper = () => openBrowserSession(api.url, storefrontUrl);

function call(browser: BrowserSession, path: string, body: object = {}) {
  return browser.post(`/auth/customer${path}`, body);
}

const signIn = (browser: BrowserSession, email: string, secret = password) =>
  call(browser, '/sign-in/email', { email, password: secret });

const verify = (browser: BrowserSession, token: string) =>
  browser.get(`/auth/customer/verify-email?token=${encodeURIComponent(token)}`);

async function me(browser: BrowserSession): Promise<unknown> {
  browser.cookies.delete('shop.session_data');
  const { json } = await browser.get('/trpc/customers.me');
  return (json as { result: { data: unknown } }).result.data;
}

async function signedIn(email?: string) {
  const customer = await factories.createCustomer({ password, ...(email === undefined ? {} : { email }) });
  const browser = shopper();
  expect(await signIn(browser, customer.email)).toMatchObject({ status: 200 });
  return { customer, browser };
}

describe('an account', () => {
  it('is made, confirmed by letter, and then opened with the password', async () => {
    const browser = shopper();
    const email = 'new.shopper@example.com';
    const made = await call(browser, '/sign-up/email', {
      email: 'New.Shopper@Example.com',
      password,
      name: 'New Shopper',
    });
    expect(made).toMatchObject({ status: 200, json: { token: null } });
    expect(await me(browser)).toBeNull();
    expect(await signIn(browser, email)).toMatchObject({ status: 403, json: { code: 'EMAIL_NOT_VERIFIED' } });

    const letter = await letterTo(pool, email, 'verify-email');
    expect(letter.url).toMatch(/^http:\/\/localhost:3000\/confirm-email\?token=/u);
    expect(await verify(browser, tokenOf(letter))).toMatchObject({ status: 200, json: { status: true } });
    expect(await me(browser)).toBeNull();
    expect(await signIn(browser, email)).toMatchObject({ status: 200 });
    expect(await me(browser)).toMatchObject({ email, name: 'New Shopper', emailVerified: true });
  });

  it('answers the same to somebody whose address has one already, and tells its owner', async () => {
    const { email } = await factories.createCustomer({ password });
    const taken = await call(shopper(), '/sign-up/email', { email, password: another, name: 'Somebody' });
    const free = await call(shopper(), '/sign-up/email', {
      email: 'free@example.com',
      password: another,
      name: 'Somebody',
    });
    expect(taken.status).toBe(free.status);
    expect(Object.keys((taken.json as { user: object }).user).toSorted()).toEqual(
      Object.keys((free.json as { user: object }).user).toSorted(),
    );
    expect(await letterTo(pool, email, 'account-exists')).toMatchObject({
      url: `${storefrontUrl}/sign-in`,
    });
    expect(await signIn(shopper(), email)).toMatchObject({ status: 200 });
  });

  it('gets another letter to confirm its address, but not for ever', async () => {
    const email = 'slow@example.com';
    await call(shopper(), '/sign-up/email', { email, password, name: 'Slow' });
    for (let round = 0; round < 5; round += 1) {
      expect(await call(shopper(), '/send-verification-email', { email })).toMatchObject({ status: 200 });
    }
    expect(await lettersTo(pool, email)).toHaveLength(3);
    const nobody = await call(shopper(), '/send-verification-email', { email: 'nobody@example.com' });
    expect(nobody).toMatchObject({ status: 200, json: { status: true } });
    expect(await lettersTo(pool, 'nobody@example.com')).toEqual([]);
  });

  it.each([
    ['a short password', { password: 'too-short' }, 'PASSWORD_TOO_SHORT'],
    ['an endless password', { password: 'long enough '.repeat(20) }, 'PASSWORD_TOO_LONG'],
    ['a password of everybody', { password: 'Password123!' }, 'PASSWORD_COMMON'],
    ['its address as the password', { password: 'Refused@Example.com' }, 'PASSWORD_IS_EMAIL'],
    ['no mail address', { email: 'nobody' }, 'VALIDATION_ERROR'],
    ['a name of two lines', { name: 'Ada\r\nBcc: victim@example.com' }, 'NAME_INVALID'],
    ['no name', { name: '  ' }, 'NAME_INVALID'],
  ])('is refused with %s', async (_case, overrides, code) => {
    const answer = await call(shopper(), '/sign-up/email', {
      email: 'refused@example.com',
      password,
      name: 'Refused',
      ...overrides,
    });
    expect(answer).toMatchObject({ status: 400, json: { code } });
  });
});

describe('a forgotten password', () => {
  it('is replaced by letter: the link works once, other sessions end, the owner is told', async () => {
    const { customer, browser } = await signedIn();
    const asked = await call(shopper(), '/request-password-reset', { email: customer.email });
    const letter = await letterTo(pool, customer.email, 'reset-password');
    expect(letter.url).toContain('/reset-password?token=');

    const elsewhere = shopper();
    const choose = () => call(elsewhere, '/reset-password', { token: tokenOf(letter), newPassword: another });
    expect(await choose()).toMatchObject({ status: 200 });
    expect(await choose()).toMatchObject({ status: 400, json: { code: 'INVALID_TOKEN' } });
    expect(await me(browser)).toBeNull();
    expect(await signIn(shopper(), customer.email)).toMatchObject({ status: 401 });
    expect(await signIn(elsewhere, customer.email, another)).toMatchObject({ status: 200 });
    expect(await lettersTo(pool, customer.email)).toMatchObject([
      { template: 'reset-password' },
      { template: 'password-changed' },
    ]);

    const unknown = await call(shopper(), '/request-password-reset', { email: 'nobody@example.com' });
    expect([unknown.status, unknown.json]).toEqual([asked.status, asked.json]);
  });

  it('confirms an address that never was: whoever typed the first password is out', async () => {
    const email = 'victim@example.com';
    await call(shopper(), '/sign-up/email', { email, password, name: 'Not Victim' });
    await call(shopper(), '/request-password-reset', { email });
    const token = tokenOf(await letterTo(pool, email, 'reset-password'));
    await call(shopper(), '/reset-password', { token, newPassword: another });
    expect(await signIn(shopper(), email)).toMatchObject({ status: 401 });
    expect(await signIn(shopper(), email, another)).toMatchObject({ status: 200 });
  });

  it('is held to the same rules', async () => {
    const { email } = await factories.createCustomer({ email: 'same-rules@example.com', password });
    await call(shopper(), '/request-password-reset', { email });
    const token = tokenOf(await letterTo(pool, email, 'reset-password'));
    const choose = (newPassword: string) => call(shopper(), '/reset-password', { token, newPassword });
    expect(await choose('qwertyuiop')).toMatchObject({ status: 400, json: { code: 'PASSWORD_COMMON' } });
    expect(await choose(email)).toMatchObject({ status: 400, json: { code: 'PASSWORD_IS_EMAIL' } });
    expect(await choose(another)).toMatchObject({ status: 200 });
  });

  it('leaves no token in the database that could be used', async () => {
    const { email } = await factories.createCustomer({ password });
    await call(shopper(), '/request-password-reset', { email });
    const token = tokenOf(await letterTo(pool, email, 'reset-password'));
    const { rows } = await pool.query('select identifier from customer_verification');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a signed-in customer', () => {
  it('changes the password, which ends every other session and is told by letter', async () => {
    const { customer, browser } = await signedIn();
    const other = shopper();
    await signIn(other, customer.email);
    const change = (currentPassword: string, newPassword: string) =>
      call(browser, '/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
    expect(await change('not-the-password', another)).toMatchObject({
      status: 400,
      json: { code: 'INVALID_PASSWORD' },
    });
    expect(await change(password, 'qwertyuiop')).toMatchObject({
      status: 400,
      json: { code: 'PASSWORD_COMMON' },
    });
    expect(await change(password, another)).toMatchObject({ status: 200 });
    expect(await me(browser)).toMatchObject({ id: customer.id });
    expect(await me(other)).toBeNull();
    expect(await lettersTo(pool, customer.email)).toMatchObject([{ template: 'password-changed' }]);
  });

  it('sees where it is signed in, without the secrets of the sessions, and ends one of them or all', async () => {
    const { customer, browser } = await signedIn();
    const phone = shopper();
    await browser.post(
      '/auth/customer/sign-in/email',
      { email: customer.email, password },
      { 'user-agent': 'Laptop' },
    );
    await phone.post(
      '/auth/customer/sign-in/email',
      { email: customer.email, password },
      { 'user-agent': 'Phone' },
    );
    const list = async () =>
      (await browser.get('/auth/customer/sessions')).json as {
        id: string;
        userAgent: string;
        isCurrent: boolean;
      }[];
    const before = await list();
    expect(before).toHaveLength(3);
    expect(before.filter(({ isCurrent }) => isCurrent)).toMatchObject([
      { userAgent: 'Laptop', address: '127.0.0.1' },
    ]);
    expect(JSON.stringify(before)).not.toContain('token');

    const ofPhone = before.find(({ userAgent }) => userAgent === 'Phone');
    const stranger = await signedIn();
    await call(stranger.browser, '/sessions/revoke', { id: ofPhone?.id });
    expect(await me(phone)).toMatchObject({ id: customer.id });
    await call(browser, '/sessions/revoke', { id: ofPhone?.id });
    expect(await me(phone)).toBeNull();

    expect(await call(browser, '/revoke-sessions')).toMatchObject({ status: 200 });
    expect(await me(browser)).toBeNull();
  });

  it('gets a new session at each sign-in, whatever token the browser came with', async () => {
    const { customer, browser } = await signedIn();
    const planted = browser.cookies.get('shop.session_token') ?? '';
    const victim = shopper();
    victim.cookies.set('shop.session_token', planted);
    await signIn(victim, customer.email);
    expect(victim.cookies.get('shop.session_token')).not.toBe(planted);
    const unsigned = shopper();
    unsigned.cookies.set('shop.session_token', 'fixed-by-an-attacker');
    await signIn(unsigned, customer.email);
    expect(unsigned.cookies.get('shop.session_token')).not.toContain('fixed');
  });
});

describe('a passkey', () => {
  it('is added only by whoever signed in within the hour', async () => {
    const { customer, browser } = await signedIn();
    const options = () => browser.get('/auth/customer/passkey/generate-register-options');
    expect(await options()).toMatchObject({
      status: 200,
      json: { rp: { id: 'localhost' }, authenticatorSelection: { userVerification: 'required' } },
    });
    await pool.query(
      `update customer_session set created_at = created_at - interval '61 minutes' where customer_id = $1`,
      [customer.id],
    );
    browser.cookies.delete('shop.session_data');
    expect(await options()).toMatchObject({ status: 403, json: { code: 'SESSION_NOT_FRESH' } });
    expect(await shopper().get('/auth/customer/passkey/generate-register-options')).toMatchObject({
      status: 401,
    });
  });

  it('is renamed and removed by nobody but its owner', async () => {
    const owner = await signedIn();
    const stranger = await signedIn();
    const { rows } = await pool.query<{ id: string }>(
      `insert into customer_passkey (customer_id, name, public_key, credential_id, counter, device_type, backed_up)
      values ($1, 'Laptop', 'key', 'credential-of-the-owner', 0, 'singleDevice', false) returning id`,
      [owner.customer.id],
    );
    const id = rows[0]?.id;
    const list = async (browser: BrowserSession) =>
      (await browser.get('/auth/customer/passkey/list-user-passkeys')).json as { name: string }[];
    for (const path of ['/passkey/delete-passkey', '/passkey/update-passkey']) {
      const answer = await call(stranger.browser, path, { id, name: 'Mine now' });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect(await list(stranger.browser)).toEqual([]);
    expect(await list(owner.browser)).toMatchObject([{ name: 'Laptop' }]);
    await call(owner.browser, '/passkey/delete-passkey', { id });
    expect(await list(owner.browser)).toEqual([]);
    expect(await letterTo(pool, owner.customer.email, 'passkey-removed')).toBeDefined();
  });
});

describe('another e-mail address', () => {
  it('is confirmed from the old one and then from the new one', async () => {
    const { customer, browser } = await signedIn();
    const newEmail = 'moved@example.com';
    expect(await call(browser, '/change-email', { newEmail })).toMatchObject({ status: 200 });
    expect(await lettersTo(pool, newEmail)).toEqual([]);
    const asked = await letterTo(pool, customer.email, 'confirm-email-change');
    expect(asked.newEmail).toBe(newEmail);

    expect(await verify(browser, tokenOf(asked))).toMatchObject({ status: 200 });
    expect(await me(browser)).toMatchObject({ email: customer.email });
    const confirmed = tokenOf(await letterTo(pool, newEmail, 'verify-new-email'));
    expect(await verify(shopper(), confirmed)).toMatchObject({ status: 200 });
    expect(await me(browser)).toMatchObject({ id: customer.id, email: newEmail, emailVerified: true });
    expect(await letterTo(pool, customer.email, 'email-changed')).toMatchObject({ newEmail });
    expect(await verify(shopper(), confirmed)).toMatchObject({
      status: 401,
      json: { code: 'INVALID_TOKEN' },
    });
    expect(await signIn(shopper(), newEmail)).toMatchObject({ status: 200 });
  });

  it('says nothing about whether it has an account', async () => {
    const { email: taken } = await factories.createCustomer({ password });
    const { customer, browser } = await signedIn();
    const free = await call(browser, '/change-email', { newEmail: 'still-free@example.com' });
    const used = await call(browser, '/change-email', { newEmail: taken });
    expect([used.status, used.json]).toEqual([free.status, free.json]);
    const letters = await lettersTo(pool, customer.email);
    expect(letters.map(({ template }) => template)).toEqual(['confirm-email-change', 'confirm-email-change']);

    const steps = await Promise.all(letters.map((letter) => verify(browser, tokenOf(letter))));
    expect(steps[0]?.json).toEqual(steps[1]?.json);
    expect(await lettersTo(pool, taken)).toMatchObject([{ template: 'account-exists' }]);
  });

  it('is refused at the last step when somebody else has taken it meanwhile', async () => {
    const { customer, browser } = await signedIn();
    const newEmail = 'contested@example.com';
    await call(browser, '/change-email', { newEmail });
    await verify(browser, tokenOf(await letterTo(pool, customer.email, 'confirm-email-change')));
    const token = tokenOf(await letterTo(pool, newEmail, 'verify-new-email'));
    await factories.createCustomer({ email: newEmail });
    const late = await verify(browser, token);
    expect(late.status).toBe(401);
    expect(await me(browser)).toMatchObject({ email: customer.email });
  });
});
