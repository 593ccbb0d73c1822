import { createFactories, type Factories } from '@turing/db/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { adminUrl, startApi, type ApiServer } from '../support/api-server.ts';
import { codeFor } from '../support/authenticator.ts';
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
  api = await startApi(database.url, {
    staffPolicy: { twoFactor: 'required', idleSeconds: 7200, absoluteSeconds: 43_200 },
  });
});

afterAll(async () => {
  await api.stop();
  await pool.end();
  await database.drop();
});

const clerk = () => openBrowserSession(api.url, adminUrl);

function signIn(browser: BrowserSession, email: string, secret = password) {
  return browser.post('/auth/staff/sign-in/email', { email, password: secret });
}

interface Answer {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly data: { readonly reason: string | null } };
}

async function ask(browser: BrowserSession, procedure: string, input?: unknown): Promise<unknown> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = (await browser.get(`/trpc/${procedure}${query}`)).json as Answer;
  return answer.error === undefined ? answer.result?.data : answer.error.data.reason;
}

const me = (browser: BrowserSession) => ask(browser, 'customers.staff.me');

/** A signed-in member of staff with a second factor; what the authenticator scanned and the recovery codes. */
async function enrol(browser: BrowserSession) {
  const enabled = await browser.post('/auth/staff/two-factor/enable', { password });
  const { totpURI, backupCodes } = enabled.json as { totpURI: string; backupCodes: string[] };
  const verified = await browser.post('/auth/staff/two-factor/verify-totp', { code: codeFor(totpURI) });
  expect(verified.status).toBe(200);
  return { totpURI, backupCodes };
}

async function eventsOf(staffId: string): Promise<string[]> {
  const { rows } = await pool.query<{ event: string }>(
    'select event from staff_security_event where staff_id = $1 order by created_at, id',
    [staffId],
  );
  return rows.map(({ event }) => event);
}

describe('a role that moves money', () => {
  it('may only set up a second factor before it has one', async () => {
    const { email, id } = await factories.createStaff({ role: 'support', password });
    const browser = clerk();
    await signIn(browser, email);
    expect(await me(browser)).toMatchObject({ mustEnrol: true, hasSecondFactor: false });
    expect(await ask(browser, 'customers.staff.groups.list')).toBe('SECOND_FACTOR_REQUIRED');
    expect(await browser.get('/transfers/template?kind=products')).toMatchObject({ status: 403 });
    expect(await ask(browser, 'customers.staff.own.sessions')).toHaveLength(1);

    const { backupCodes } = await enrol(browser);
    expect(backupCodes).toHaveLength(10);
    expect(await me(browser)).toMatchObject({ mustEnrol: false, hasSecondFactor: true });
    expect(await ask(browser, 'customers.staff.groups.list')).toEqual([]);
    await vi.waitFor(async () => expect(await eventsOf(id)).toEqual(['signed-in', 'second-factor-enabled']));
    const kept = await pool.query('select secret, backup_codes from staff_two_factor where staff_id = $1', [
      id,
    ]);
    expect(JSON.stringify(kept.rows)).not.toContain(backupCodes[0]);
  });

  it('is not asked of those who move none', async () => {
    const { email } = await factories.createStaff({ role: 'fulfilment', password });
    const browser = clerk();
    await signIn(browser, email);
    expect(await me(browser)).toMatchObject({ mustEnrol: false });
  });
});

describe('signing in with a second factor', () => {
  it('takes password and code; a wrong code is no session and stands in the history', async () => {
    const { email, id } = await factories.createStaff({ role: 'manager', password });
    const first = clerk();
    await signIn(first, email);
    const { totpURI } = await enrol(first);

    const browser = clerk();
    expect(await signIn(browser, email)).toMatchObject({ status: 200, json: { twoFactorRedirect: true } });
    expect(await me(browser)).toBeNull();
    expect(await browser.post('/auth/staff/two-factor/verify-totp', { code: '000000' })).toMatchObject({
      status: 401,
    });
    expect(await me(browser)).toBeNull();
    const code = codeFor(totpURI);
    expect(await browser.post('/auth/staff/two-factor/verify-totp', { code })).toMatchObject({ status: 200 });
    expect(await me(browser)).toMatchObject({ email });
    await vi.waitFor(async () =>
      expect(await eventsOf(id)).toEqual([
        'signed-in',
        'second-factor-enabled',
        'code-asked',
        'code-failed',
        'signed-in-with-code',
      ]),
    );
    expect(await ask(browser, 'customers.staff.own.history', { limit: 1 })).toMatchObject({
      items: [{ event: 'signed-in-with-code', address: '127.0.0.1' }],
    });
  });

  it('takes each recovery code once, counts them, and makes new ones', async () => {
    const { email, id } = await factories.createStaff({ role: 'owner', password });
    const first = clerk();
    await signIn(first, email);
    const { backupCodes } = await enrol(first);
    const use = async (code: string) => {
      const browser = clerk();
      await signIn(browser, email);
      return browser.post('/auth/staff/two-factor/verify-backup-code', { code });
    };
    const left = async () => (await first.get('/auth/staff/two-factor/recovery-codes')).json;
    expect(await left()).toEqual({ left: 10 });
    expect(await use(backupCodes[0]!)).toMatchObject({ status: 200 });
    expect(await use(backupCodes[0]!)).toMatchObject({ status: 401 });
    expect(await left()).toEqual({ left: 9 });
    const renewed = await first.post('/auth/staff/two-factor/generate-backup-codes', { password });
    expect((renewed.json as { backupCodes: string[] }).backupCodes).toHaveLength(10);
    expect(await use(backupCodes[1]!)).toMatchObject({ status: 401 });
    expect(await left()).toEqual({ left: 10 });
    await vi.waitFor(async () =>
      expect(await eventsOf(id)).toEqual(
        expect.arrayContaining(['signed-in-with-recovery-code', 'recovery-codes-renewed', 'code-failed']),
      ),
    );
  });

  it('is not asked on a trusted device, until a colleague resets the factor', async () => {
    const { email, id } = await factories.createStaff({ role: 'support', password });
    const browser = clerk();
    await signIn(browser, email);
    const { totpURI } = await enrol(browser);
    await browser.post('/auth/staff/sign-out', {});
    await signIn(browser, email);
    const code = codeFor(totpURI);
    await browser.post('/auth/staff/two-factor/verify-totp', { code, trustDevice: true });
    await browser.post('/auth/staff/sign-out', {});
    await signIn(browser, email);
    expect(await me(browser)).toMatchObject({ email });

    const boss = await factories.createStaff({ role: 'owner', password });
    const office = clerk();
    await signIn(office, boss.email);
    await enrol(office);
    const { version } = (await ask(office, 'customers.staff.members.get', { id })) as { version: number };
    const reset = { id, version, idempotencyKey: 'reset-the-second-factor' };
    await office.post('/trpc/customers.staff.members.resetSecondFactor', reset);
    browser.cookies.delete('staff.session_data');
    expect(await me(browser)).toBeNull();
    await signIn(browser, email);
    expect(await me(browser)).toMatchObject({ mustEnrol: true });
  });
});

describe('a session', () => {
  it('is over when it was not used, and after its longest life however much it is used', async () => {
    const { email, id } = await factories.createStaff({ role: 'analyst', password });
    const browser = clerk();
    await signIn(browser, email);
    const { rows } = await pool.query<{ idle: number; whole: number }>(
      `select round(extract(epoch from expires_at - created_at))::int as idle,
              round(extract(epoch from ends_at - created_at))::int as whole from staff_session where staff_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ idle: 7200, whole: 43_200 }]);

    // Used an hour ago, near its end: it is prolonged to the end and no further.
    await pool.query(
      `update staff_session set ends_at = now() + interval '20 minutes', expires_at = now() + interval '10 minutes' where staff_id = $1`,
      [id],
    );
    browser.cookies.delete('staff.session_data');
    expect(await me(browser)).toMatchObject({ email });
    const prolonged = await pool.query<{ same: boolean }>(
      'select expires_at = ends_at as same from staff_session where staff_id = $1',
      [id],
    );
    expect(prolonged.rows).toEqual([{ same: true }]);
    await pool.query(`update staff_session set ends_at = now() + interval '9 hours' where staff_id = $1`, [
      id,
    ]);
    const { rows: kept } = await pool.query<{ late: boolean }>(
      `select ends_at > now() + interval '1 hour' as late from staff_session where staff_id = $1`,
      [id],
    );
    expect(kept).toEqual([{ late: false }]);

    await pool.query(
      `update staff_session set expires_at = now() - interval '1 second' where staff_id = $1`,
      [id],
    );
    // A process that has not seen the session: one that has goes by the end it was told of.
    const other = await startApi(database.url);
    const elsewhere = openBrowserSession(other.url, adminUrl);
    elsewhere.cookies.set('staff.session_token', browser.cookies.get('staff.session_token') ?? '');
    expect(await me(elsewhere)).toBeNull();
    await other.stop();
  });

  it('is listed and ended by its owner, never by its secret', async () => {
    const { email } = await factories.createStaff({ role: 'analyst', password });
    const [here, there] = [clerk(), clerk()];
    await signIn(here, email);
    await signIn(there, email);
    const sessions = (await ask(here, 'customers.staff.own.sessions')) as {
      id: string;
      isCurrent: boolean;
    }[];
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ isCurrent }) => !isCurrent);
    const end = { sessionId: other?.id, idempotencyKey: 'end-the-other-session' };
    await here.post('/trpc/customers.staff.own.endSession', end);
    there.cookies.delete('staff.session_data');
    expect(await me(there)).toBeNull();
    expect(await me(here)).toMatchObject({ email });
    expect((await here.get('/auth/staff/list-sessions')).status).toBe(404);
  });
});

describe('failed sign-ins', () => {
  it('say nothing about who works here, and make everyone wait alike', async () => {
    const { email, id } = await factories.createStaff({ role: 'analyst', password });
    const statuses = async (address: string) => {
      const found: unknown[] = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const { status, json } = await signIn(clerk(), address, 'not-the-password');
        found.push([status, (json as { code: string }).code]);
      }
      return found;
    };
    const known = await statuses(email);
    expect(await statuses('nobody@turing.example')).toEqual(known);
    expect(known.at(0)).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD']);
    expect(known.at(-1)).toEqual([429, 'SIGN_IN_DELAYED']);
    await vi.waitFor(async () => expect((await eventsOf(id)).length).toBe(5));
    expect(new Set(await eventsOf(id))).toEqual(new Set(['password-failed']));
  });
});
