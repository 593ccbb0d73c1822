import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminUrl, startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { openBrowserSession, type BrowserSession } from '../support/browser-session.ts';
import { openStatementCounter, type StatementCounter } from '../support/statement-counter.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const password = 'correct-horse-battery';

let database: TestDatabase;
let pool: Pool;
let factories: Factories;
let counter: StatementCounter;
let api: ApiServer;
let elsewhere: ApiServer;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  factories = createFactories(pool);
  counter = await openStatementCounter(database.url);
  [api, elsewhere] = await Promise.all([startApi(counter.url), startApi(database.url)]);
});

afterAll(async () => {
  await Promise.all([api.stop(), elsewhere.stop()]);
  await counter.close();
  await pool.end();
  await database.drop();
});

type Population = 'customer' | 'staff';
const meOf = { customer: '/trpc/customers.me', staff: '/trpc/customers.staff.me' } as const;

async function signIn(population: Population): Promise<{ browser: BrowserSession; id: string }> {
  const isStaff = population === 'staff';
  const person = await (isStaff ? factories.createStaff : factories.createCustomer)({ password });
  const browser = openBrowserSession(api.url, isStaff ? adminUrl : storefrontUrl);
  const answer = await browser.post(`/auth/${population}/sign-in/email`, { email: person.email, password });
  expect(answer.status).toBe(200);
  return { browser, id: person.id };
}

/** Somebody with the same cookies who asks another process, and keeps them whatever it says. */
async function idSeenBy(
  server: ApiServer,
  browser: BrowserSession,
  population: Population,
): Promise<unknown> {
  const cookie = Array.from(browser.cookies, ([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${server.url}${meOf[population]}`, { headers: { cookie } });
  const body = (await response.json()) as { result: { data: { id: string } | null } };
  return body.result.data?.id ?? null;
}

const everyday = [
  ['customer', '/trpc/customers.me', 0],
  ['customer', '/trpc/orders.mine?input={}', 1],
  ['staff', '/trpc/customers.staff.me', 0],
  ['staff', '/trpc/orders.staff.list?input={}', 1],
] as const;

describe.each(everyday)('%s asking %s', (population, path, ownStatements) => {
  it('costs no statement for who is asking, and one when the process has not met them', async () => {
    const { browser } = await signIn(population);
    await browser.get(path);
    const warm = await counter.during(async () => {
      for (let visit = 0; visit < 10; visit += 1) expect((await browser.get(path)).status).toBe(200);
    });
    expect(warm).toBe(10 * ownStatements);

    browser.cookies.delete(population === 'staff' ? 'staff.session_data' : 'shop.session_data');
    const cold = await counter.during(() => browser.get(path));
    expect(cold).toBeGreaterThan(ownStatements);
    expect(cold).toBeLessThanOrEqual(ownStatements + 2);
  });
});

describe.each<Population>(['customer', 'staff'])('a session of a %s', (population) => {
  async function knownEverywhere() {
    const signedIn = await signIn(population);
    for (const server of [api, elsewhere])
      expect(await idSeenBy(server, signedIn.browser, population)).toBe(signedIn.id);
    return signedIn;
  }

  async function expectRefusedEverywhere(browser: BrowserSession): Promise<void> {
    for (const server of [api, elsewhere])
      await expect.poll(() => idSeenBy(server, browser, population), { timeout: 2000 }).toBeNull();
  }

  it('that signs out is refused by every process, with all its cookies', async () => {
    const { browser } = await knownEverywhere();
    const stolen = { ...browser, cookies: new Map(browser.cookies) };
    expect((await browser.post(`/auth/${population}/sign-out`, {})).status).toBe(200);
    await expectRefusedEverywhere(stolen);
  });

  it('that is ended in the database is refused by every process, with all its cookies', async () => {
    const { browser, id } = await knownEverywhere();
    await pool.query(`DELETE FROM ${population}_session WHERE ${population}_id = $1`, [id]);
    await expectRefusedEverywhere(browser);
  });
});

it('a member of staff who is deactivated is nobody to every process, without a minute of grace', async () => {
  const { browser, id } = await signIn('staff');
  expect(await idSeenBy(elsewhere, browser, 'staff')).toBe(id);
  await pool.query('UPDATE staff SET active = false WHERE id = $1', [id]);
  for (const server of [api, elsewhere])
    await expect.poll(() => idSeenBy(server, browser, 'staff'), { timeout: 2000 }).toBeNull();
});

it('a process that stops hearing listens again, and forgets what it knew', async () => {
  const { browser, id } = await signIn('customer');
  expect(await idSeenBy(elsewhere, browser, 'customer')).toBe(id);
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'turing-session-watch'`;
  await pool.query(`${cut}; DELETE FROM customer_session WHERE customer_id = '${id}'`);
  await expect.poll(() => idSeenBy(elsewhere, browser, 'customer'), { timeout: 8000 }).toBeNull();
});
