import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { letterTo, tokenOf } from '../support/account-letters.ts';
import { startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession, type BrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';
const another = 'seven-quiet-otters';

// Each try costs a hash.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let pool: Pool;
let apis: [ApiServer, ApiServer];
let factories: Factories;
let addresses = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  factories = createFactories(pool);
  // Two processes as far as the throttle can tell: they have nothing in common but the database.
  apis = [
    await startApi(database.url, { trustedProxies: 1 }),
    await startApi(database.url, { trustedProxies: 1 }),
  ];
});

afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop()));
  await pool.end();
  await database.drop();
});

const browserAt = (api: ApiServer) => openBrowserSession(api.url, storefrontUrl);

/** An address nobody has called from yet. */
function newAddress(): string {
  addresses += 1;
  return `10.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

function signIn(browser: BrowserSession, email: string, secret = password, address = newAddress()) {
  const headers = { 'x-forwarded-for': address };
  return browser.post('/auth/customer/sign-in/email', { email, password: secret }, headers);
}

/** As if so many seconds had passed. */
function pass(seconds: number) {
  return pool.query(
    `update sign_in_throttle set retry_at = retry_at - make_interval(secs => $1), last_at = last_at - make_interval(secs => $1)`,
    [seconds],
  );
}

const retryAfterOf = (answer: { headers: Headers }) => Number(answer.headers.get('retry-after'));

async function failures(count: number, email: string) {
  const answers = [];
  for (let round = 0; round < count; round += 1) {
    answers.push(await signIn(browserAt(apis[round % 2 === 0 ? 0 : 1]), email, 'not-the-password'));
  }
  return answers;
}

describe('failed sign-ins', () => {
  it('begin to wait after five, wherever they come from and whichever process they meet', async () => {
    const { email } = await factories.createCustomer({ password });
    const answers = await failures(7, email);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const [refused] = answers.slice(-1);
    expect(refused?.json).toMatchObject({ code: 'SIGN_IN_DELAYED' });
    expect(retryAfterOf(refused ?? { headers: new Headers() })).toBeGreaterThan(20);
  });

  it('get no more tries by coming all at once', async () => {
    const { email } = await factories.createCustomer({ password });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        signIn(browserAt(apis[index % 2 === 0 ? 0 : 1]), email, `guess-number-${index}`),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35);
  });

  it('wait longer each time, up to a quarter of an hour', async () => {
    const { email } = await factories.createCustomer({ password });
    await failures(5, email);
    const waits = [];
    for (let round = 0; round < 8; round += 1) {
      const [refused] = await failures(1, email);
      const wait = retryAfterOf(refused ?? { headers: new Headers() });
      waits.push(wait);
      await pass(wait + 1);
      await failures(1, email);
    }
    const planned = [30, 60, 120, 240, 480, 900, 900, 900];
    for (const [index, most] of planned.entries()) {
      expect(waits[index]).toBeLessThanOrEqual(most);
      // A slow machine has spent some of it already.
      expect(waits[index]).toBeGreaterThan(most - 20);
    }
  });

  it('answer the same for an address that has no account', async () => {
    const answers = await failures(6, 'nobody-here@example.com');
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('from one address wait after thirty, whatever accounts they try, and nobody else does', async () => {
    const address = newAddress();
    const statuses = [];
    for (let round = 0; round < 31; round += 1) {
      const email = `guessed-${round}@example.com`;
      const { status } = await signIn(browserAt(apis[0]), email, 'not-the-password', address);
      statuses.push(status);
    }
    expect(statuses.slice(0, 30)).not.toContain(429);
    expect(statuses[30]).toBe(429);
    const { email } = await factories.createCustomer({ password });
    expect(await signIn(browserAt(apis[1]), email)).toMatchObject({ status: 200 });
    expect(await signIn(browserAt(apis[1]), email, password, address)).toMatchObject({ status: 429 });
  });

  it('are forgotten after a success', async () => {
    const { email } = await factories.createCustomer({ password });
    await failures(4, email);
    expect(await signIn(browserAt(apis[0]), email)).toMatchObject({ status: 200 });
    expect((await failures(5, email)).map(({ status }) => status)).not.toContain(429);
  });

  it('name nobody in the database', async () => {
    const { email } = await factories.createCustomer({ password });
    await failures(1, email);
    const { rows } = await pool.query('select * from sign_in_throttle');
    expect(JSON.stringify(rows)).not.toContain(email);
    expect(JSON.stringify(rows)).not.toContain('10.0.');
  });
});

describe('an attacker who fails a thousand times', () => {
  it('keeps nobody out for good', async () => {
    const { email } = await factories.createCustomer({ password });
    const laptop = browserAt(apis[0]);
    expect(await signIn(laptop, email)).toMatchObject({ status: 200 });

    const statuses = new Map<number, number>();
    for (let batch = 0; batch < 50; batch += 1) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          signIn(browserAt(apis[index % 2 === 0 ? 0 : 1]), email, 'a-wrong-guess'),
        ),
      );
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      await pass(20);
    }
    expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(1000);
    expect(statuses.get(401)).toBeLessThan(20);

    // The owner's own browser is counted by itself.
    laptop.cookies.delete('shop.session_token');
    laptop.cookies.delete('shop.session_data');
    expect(await signIn(laptop, email)).toMatchObject({ status: 200 });

    // Another browser of the owner's waits, at most a quarter of an hour.
    const phone = browserAt(apis[1]);
    const refused = await signIn(phone, email);
    expect(refused.status).toBe(429);
    expect(retryAfterOf(refused)).toBeLessThanOrEqual(900);

    // Or it proves by letter whose account it is.
    await phone.post('/auth/customer/request-password-reset', { email });
    const token = tokenOf(await letterTo(pool, email, 'reset-password'));
    expect(await phone.post('/auth/customer/reset-password', { token, newPassword: another })).toMatchObject({
      status: 200,
    });
    expect(await signIn(phone, email, another)).toMatchObject({ status: 200 });
    await failures(20, email);
    phone.cookies.delete('shop.session_token');
    phone.cookies.delete('shop.session_data');
    expect(await signIn(phone, email, another)).toMatchObject({ status: 200 });

    // And a browser without any of it gets in when the wait is over.
    await pass(901);
    expect(await signIn(browserAt(apis[0]), email, another)).toMatchObject({ status: 200 });
  });

  it('cannot use the mark of a browser for another account', async () => {
    const { email } = await factories.createCustomer({ password });
    const { email: own } = await factories.createCustomer({ password });
    const owner = browserAt(apis[0]);
    await signIn(owner, email);
    const markOfOwner =
      Array.from(owner.cookies.keys()).find((name) => name.startsWith('shop.browser_')) ?? '';
    const thief = browserAt(apis[0]);
    await signIn(thief, own);
    const ownMark = Array.from(thief.cookies.entries()).find(([name]) => name.startsWith('shop.browser_'));
    thief.cookies.set(markOfOwner, ownMark?.[1] ?? '');
    await failures(6, email);
    expect(await signIn(thief, email, 'not-the-password')).toMatchObject({ status: 429 });
  });

  it('meets a wait in the known browser, too, once it fails there', async () => {
    const { email } = await factories.createCustomer({ password });
    const stolen = browserAt(apis[0]);
    await signIn(stolen, email);
    const statuses = [];
    for (let round = 0; round < 16; round += 1) {
      statuses.push((await signIn(stolen, email, 'not-the-password')).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 401)).toHaveLength(15);
  });
});

describe('the password asked of a signed-in person', () => {
  it('cannot be guessed in a stolen session', async () => {
    const { email } = await factories.createCustomer({ password });
    const browser = browserAt(apis[0]);
    await signIn(browser, email);
    const guess = () =>
      browser.post('/auth/customer/change-password', {
        currentPassword: 'a-wrong-guess',
        newPassword: another,
      });
    const statuses = [];
    for (let round = 0; round < 11; round += 1) statuses.push((await guess()).status);
    expect(statuses.slice(0, 10)).not.toContain(429);
    expect(statuses[10]).toBe(429);
  });
});
