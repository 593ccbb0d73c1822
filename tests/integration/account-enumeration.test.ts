import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compareTimes, timeInTurn, type TimeComparison } from '../support/answer-times.ts';
import { startApi, storefrontUrl, type ApiServer } from '../support/api-server.ts';
import { type Answer, openBrowserSession } from '../support/browser-session.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/**
 * Calls about accounts that exist and accounts that do not are told apart when chance explains their times in fewer than
 * one run of a thousand, and their medians are further apart than the work of a few statements on a busy machine. A
 * password's hash, without which a missing account would be seen at once, takes many times as long.
 */
const threshold = { p: 0.001, milliseconds: 8 };

vi.setConfig({ testTimeout: 300_000 });

const password = 'correct-horse-battery';
const known = 12;

let database: TestDatabase;
let pool: Pool;
let api: ApiServer;
let factories: Factories;
let existing: string[];
let calls = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  factories = createFactories(pool);
  api = await startApi(database.url, { trustedProxies: 1 });
  const people = Array.from({ length: known }, () => factories.createCustomer({ password }));
  existing = (await Promise.all(people)).map(({ email }) => email);
});

afterAll(async () => {
  await api.stop();
  await pool.end();
  await database.drop();
});

function ask(path: string, body: object): Promise<Answer> {
  calls += 1;
  const headers = {
    'x-forwarded-for': `10.${Math.floor(calls / 60_000)}.${Math.floor(calls / 250) % 250}.${calls % 250}`,
  };
  return openBrowserSession(api.url, storefrontUrl).post(`/auth/customer${path}`, body, headers);
}

const ofSomebody = (round: number) => existing[round % known] ?? '';
const ofNobody = (round: number) => `nobody-${round}@example.com`;

function canBeToldApart({ medianA, medianB, p }: TimeComparison): boolean {
  return p < threshold.p && Math.abs(medianA - medianB) > threshold.milliseconds;
}

async function expectAlike(path: string, pairs: number, bodyOf: (email: string, round: number) => object) {
  await ask(path, bodyOf('warm-up@example.com', 0));
  const compared = await timeInTurn(
    pairs,
    (round) => ask(path, bodyOf(ofSomebody(round), round)),
    (round) => ask(path, bodyOf(ofNobody(round), round)),
  );
  expect({ ...compared, toldApart: canBeToldApart(compared) }).toMatchObject({ toldApart: false });
}

describe('whether an address has an account', () => {
  it('is not told by how long a failed sign-in takes', async () => {
    // Three failures each: after the fifth one waits.
    await expectAlike('/sign-in/email', known * 3, (email, round) => ({
      email,
      password: `wrong-guess-${round}`,
    }));
  });

  it('is not told by how long a forgotten password takes', async () => {
    await expectAlike('/request-password-reset', 12, (email) => ({ email }));
  });

  it('is not told by how long registering takes', async () => {
    await expectAlike('/sign-up/email', 12, (email) => ({ email, password, name: 'Somebody' }));
  });

  it('is not told by how long another letter to confirm it takes', async () => {
    await pool.query('update customer set email_verified = false where email = any($1)', [existing]);
    await expectAlike('/send-verification-email', 12, (email) => ({ email }));
  });

  it.each([
    ['/sign-in/email', { password: 'wrong-guess-of-words' }],
    ['/request-password-reset', {}],
    ['/send-verification-email', {}],
  ])('is not told by what %s answers', async (path, rest) => {
    const { email } = await factories.createCustomer({ password });
    const [of, without] = [
      await ask(path, { email, ...rest }),
      await ask(path, { email: 'no@example.com', ...rest }),
    ];
    expect([without.status, without.json]).toEqual([of.status, of.json]);
    expect(Array.from(without.headers.keys()).toSorted()).toEqual(Array.from(of.headers.keys()).toSorted());
  });
});

describe('the measure itself', () => {
  const noise = () => 60 + Math.random() * 40;

  it('sees a hash that is missing', () => {
    const withHash = Array.from({ length: 48 }, () => noise());
    const without = Array.from({ length: 48 }, () => noise() - 50);
    expect(canBeToldApart(compareTimes(withHash, without))).toBe(true);
  });

  it('sees nothing where there is only noise', () => {
    const times = () => Array.from({ length: 48 }, noise);
    expect(canBeToldApart(compareTimes(times(), times()))).toBe(false);
  });
});
