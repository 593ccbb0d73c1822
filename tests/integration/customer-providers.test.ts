import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { type Answer, openBrowserSession, type BrowserSession } from '../support/browser-session.ts';
import {
  oidcClient,
  type OidcAccount,
  type OidcServer,
  startOidcProvider,
} from '../support/oidc-provider.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';

let database: TestDatabase;
let pool: Pool;
let provider: OidcServer;
let api: ApiServer;
let factories: Factories;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  factories = createFactories(pool);
  provider = await startOidcProvider(`${storefrontUrl}/api/auth/customer/callback/oidc`);
  api = await startApi(database.url, {
    providers: { google: null, oidc: { issuer: provider.issuer, ...oidcClient, name: 'Example ID' } },
  });
});

afterAll(async () => {
  await api.stop();
  await provider.close();
  await pool.end();
  await database.drop();
});

const shopper = () => openBrowserSession(api.url, storefrontUrl);

function account(email: string, isVerified: boolean, sub = `sub-of-${email}`): OidcAccount {
  return { sub, email, email_verified: isVerified, name: 'Olive Idris' };
}

async function start(browser: BrowserSession, body: object = {}): Promise<Answer> {
  return browser.post('/auth/customer/sign-in/social', {
    provider: 'oidc',
    callbackURL: '/account',
    errorCallbackURL: '/sign-in',
    disableRedirect: true,
    ...body,
  });
}

/** Follows the provider's redirects as a browser would, up to the address at which it comes back to the shop. */
async function visitProvider(address: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let hop = 0; hop < 10 && at.origin !== storefrontUrl; hop += 1) {
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    at = new URL(answer.headers.get('location') ?? '', at);
  }
  return at;
}

function comeBack(browser: BrowserSession, address: URL): Promise<Answer> {
  return browser.get(`${address.pathname.replace('/api', '')}${address.search}`);
}

async function signInWith(who: OidcAccount, browser = shopper()) {
  provider.account = who;
  const { json } = await start(browser);
  const back = await visitProvider((json as { url: string }).url);
  const answer = await comeBack(browser, back);
  return { browser, back, location: answer.headers.get('location') };
}

async function me(browser: BrowserSession): Promise<unknown> {
  const { json } = await browser.get('/trpc/customers.me');
  return (json as { result: { data: unknown } }).result.data;
}

async function waysOf(email: string): Promise<string[]> {
  const { rows } = await pool.query<{ way: string }>(
    `select a.provider_id as way from customer_account a join customer c on c.id = a.customer_id
    where c.email = $1 order by 1`,
    [email],
  );
  return rows.map(({ way }) => way);
}

describe('signing in with a provider', () => {
  it('is offered when it is set up', async () => {
    const { json } = await shopper().get('/trpc/customers.signInProviders');
    expect(json).toMatchObject({ result: { data: [{ id: 'oidc', name: 'Example ID' }] } });
  });

  it('makes a confirmed account, and finds it again', async () => {
    const who = account('olive@example.com', true);
    const first = await signInWith(who);
    expect(first.location).toBe('/account');
    expect(await me(first.browser)).toMatchObject({
      email: who.email,
      name: 'Olive Idris',
      emailVerified: true,
    });
    const again = await signInWith(who);
    expect(await me(again.browser)).toEqual(await me(first.browser));
    expect(await waysOf(who.email)).toEqual(['oidc']);
  });

  it('goes there with a proof key, a state and a nonce', async () => {
    await signInWith(account('proof@example.com', true));
    const asked = provider.asked?.searchParams;
    expect(asked?.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked?.get(name)?.length).toBeGreaterThan(20);
    expect(asked?.get('redirect_uri')).toBe(`${storefrontUrl}/api/auth/customer/callback/oidc`);
  });

  it('joins the account of the same address when both sides have checked it', async () => {
    const { id, email } = await factories.createCustomer({ email: 'both@example.com', password });
    const { browser } = await signInWith(account(email, true));
    expect(await me(browser)).toMatchObject({ id });
    expect(await waysOf(email)).toEqual(['credential', 'oidc']);
  });

  it('never takes over an account on the word of a provider that has not checked the address', async () => {
    const { email } = await factories.createCustomer({ email: 'owner@example.com', password });
    const { browser, location } = await signInWith(account(email, false));
    expect(location).toMatch(/^\/sign-in\?error=/u);
    expect(await me(browser)).toBeNull();
    expect(await waysOf(email)).toEqual(['credential']);
  });

  it('never makes an account that its owner would share later on', async () => {
    const { browser, location } = await signInWith(account('later@example.com', false));
    expect(location).toMatch(/^\/sign-in\?error=email_not_checked/u);
    expect(await me(browser)).toBeNull();
    const { rowCount } = await pool.query(`select 1 from customer where email = 'later@example.com'`);
    expect(rowCount).toBe(0);
  });

  it('does not join an account that somebody made without confirming the address', async () => {
    const { email } = await factories.createCustomer({
      email: 'squatted@example.com',
      password,
      emailVerified: false,
    });
    const { browser, location } = await signInWith(account(email, true));
    expect(location).toMatch(/^\/sign-in\?error=account_not_linked/u);
    expect(await me(browser)).toBeNull();
    expect(await waysOf(email)).toEqual(['credential']);
  });

  it('knows people by what the provider calls them, not by an address that moved on', async () => {
    await signInWith(account('first@example.com', true, 'sub-of-a-person'));
    const renamed = await signInWith(account('second@example.com', true, 'sub-of-a-person'));
    expect(await me(renamed.browser)).toMatchObject({ email: 'first@example.com' });
  });

  it('is refused in another browser than the one that began', async () => {
    provider.account = account('elsewhere@example.com', true);
    const { json } = await start(shopper());
    const back = await visitProvider((json as { url: string }).url);
    const attacker = shopper();
    const answer = await comeBack(attacker, back);
    expect(answer.headers.get('location')).toContain('error=state_mismatch');
    expect(await me(attacker)).toBeNull();
  });

  it('is refused with a state that was used already', async () => {
    const { browser, back } = await signInWith(account('replay@example.com', true));
    const answer = await comeBack(browser, back);
    expect(answer.headers.get('location')).toMatch(/error=/u);
  });

  it.each([
    ['another site', { callbackURL: 'https://evil.example/' }],
    ['another site without a scheme', { callbackURL: '//evil.example' }],
    ['another site behind a backslash', { callbackURL: '/\\evil.example' }],
    ['another site after an error', { errorCallbackURL: 'https://evil.example/' }],
    ['a script', { callbackURL: 'javascript:alert(1)' }],
    ['a token that was got elsewhere', { idToken: { token: 'x.y.z' } }],
  ])('does not lead to %s', async (_case, body) => {
    const answer = await start(shopper(), body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it('keeps the tokens of the provider encrypted', async () => {
    await signInWith(account('tokens@example.com', true));
    const { rows } = await pool.query<{ access_token: string | null }>(
      `select access_token from customer_account where account_id = 'sub-of-tokens@example.com'`,
    );
    expect(rows[0]?.access_token).toMatch(/^(?:\$ba\$|[\da-f]+$)/u);
  });
});
