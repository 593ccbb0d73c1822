import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerConfig } from '@turing/worker/env';
import { createProgram, type Program } from '@turing/worker/program';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { openShop, order, type Shop } from '../support/shop.ts';

const recoveryGraceMs = 1500;
const workerFolder = path.join(import.meta.dirname, '../../apps/worker');
let shop: Shop;
let mailbox: Mailbox;
let url: string;
const children: ChildProcess[] = [];
const programs: Program[] = [];

beforeAll(async () => {
  mailbox = await openMailbox();
  shop = await openShop();
  url = shop.db.pool.options.connectionString!;
  await shop.factories.createShippingMethod();
});
beforeEach(() => {
  mailbox.reset();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(programs.splice(0).map((program) => program.stop()));
  await shop.db.pool.query('delete from graphile_worker._private_jobs');
});
afterAll(async () => {
  await shop.close();
  await mailbox.close();
});

function configOf(): WorkerConfig {
  return {
    port: 0,
    databaseUrl: url,
    concurrency: 3,
    recoveryGraceMs,
    giftCardSecret: 'a-secret-of-gift-cards-for-tests-of-32-characters',
    mail: { smtpUrl: mailbox.url, from: { name: 'Turing Goods', address: 'hello@turing.example' } },
    storage: { kind: 'folder', dir: shop.mediaDir },
    storefrontUrl: 'http://localhost:3000',
    stripe: { secretKey: 'sk_test_shop', webhookSecret: 'whsec_shop', apiBase: 'http://127.0.0.1:9' },
    log: { level: 'silent', format: 'text' },
    release: 'test',
  };
}

/** A worker as `npm run dev` starts it. */
function spawnWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: workerFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      WORKER_PORT: '0',
      WORKER_RECOVERY_GRACE_MS: String(recoveryGraceMs),
      MEDIA_DIR: shop.mediaDir,
      SMTP_URL: mailbox.url,
      STRIPE_SECRET_KEY: 'sk_test_shop',
      AUTH_SECRET: 'a-secret-of-the-tests-of-32-characters',
      STRIPE_WEBHOOK_SECRET: 'whsec_shop',
      LOG_LEVEL: 'error',
    },
  });
  children.push(child);
  return child;
}

async function startProgram(options: { finishMs?: number } = {}) {
  const program = createProgram(configOf(), options);
  programs.push(program);
  return { program, ...(await program.start()) };
}

/** An order whose confirmation waits to be sent. */
async function awaitingLetter(delay = '0 seconds'): Promise<number> {
  const { variants } = await shop.factories.createProduct({ variants: [{ stock: 5 }] });
  const { orderToken } = await order(shop, { variantId: variants[0]!.id });
  const { rows } = await shop.db.pool.query<{ id: string; number: number }>(
    'select id, number from "order" where token = $1',
    [orderToken],
  );
  await shop.db.pool.query(
    `with event as (insert into outbox_event (type, entity_id, payload) values ('order.confirmed', $1, '{}') returning id)
     select graphile_worker.add_job('deliver-event', json_build_object('eventId', id), run_at := now() + $2::interval)
     from event`,
    [rows[0]!.id, delay],
  );
  return rows[0]!.number;
}

/** Ends every connection of the workers, as a restart of the server would. */
async function cutOff(): Promise<void> {
  await shop.db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'turing-worker%'`,
  );
}

async function count(sql: string): Promise<number> {
  return (await shop.db.pool.query<{ n: number }>(sql)).rows[0]!.n;
}

const countWaitingEnds = () =>
  count(`select count(*)::int as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like 'delete from %_private_jobs%'`);

const countFirstQuestions = () =>
  count(`select count(*)::int as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like '%_private_tasks%'`);

const countLocked = () =>
  count('select count(*)::int as n from graphile_worker._private_jobs where locked_by is not null');

const sent = () => mailbox.letters.map((letter) => letter.header('Subject'));

describe('a worker process', { timeout: 60_000 }, () => {
  test('killed in the middle of a job: the job is done after a restart', async () => {
    const number = await awaitingLetter();
    mailbox.next = 'hang';
    const first = spawnWorker();
    await expect.poll(() => mailbox.hanging.length, { timeout: 30_000 }).toBe(1);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const { rows } = await shop.db.pool.query(
      'select task_identifier as task from graphile_worker.jobs where locked_by is not null',
    );
    expect(rows).toEqual([{ task: 'send-email' }]);
    spawnWorker();
    await expect.poll(sent, { timeout: 45_000 }).toEqual([`Order ${number} is confirmed`]);
    const messageId = /^Message-ID:\s+(\S+)/imu.exec(mailbox.hanging[0]!)?.[1];
    expect(mailbox.letters[0]!.header('Message-ID')).toBe(messageId);
  });

  test('leaves the jobs of one that lives alone, however long they take', async () => {
    await awaitingLetter();
    mailbox.next = 'hang';
    await startProgram();
    await expect.poll(() => mailbox.hanging.length, { timeout: 20_000 }).toBe(1);
    await startProgram();
    await sleep(3 * recoveryGraceMs);
    expect(mailbox.hanging).toHaveLength(1);
    expect(sent()).toEqual([]);
    mailbox.reset();
  });

  test('stopped, finishes what it is at and says meanwhile that it is going', async () => {
    const number = await awaitingLetter();
    mailbox.next = 'hang';
    const { program, url: health } = await startProgram();
    expect(await (await fetch(`${health}/readyz`)).json()).toEqual({ status: 'ready' });
    await expect.poll(() => mailbox.hanging.length, { timeout: 20_000 }).toBe(1);
    const stopped = program.stop();
    const answer = await fetch(`${health}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'unready', reason: 'draining' }]);
    mailbox.accept();
    await stopped;
    expect(sent()).toEqual([`Order ${number} is confirmed`]);
    expect(
      (
        await shop.db.pool.query('select 1 from graphile_worker.jobs where task_identifier <> $1', [
          'expire-order',
        ])
      ).rows,
    ).toEqual([]);
    await expect(fetch(`${health}/livez`)).rejects.toThrow('fetch failed');
  });

  test('survives the loss of all its connections, and does what it was at', async () => {
    const number = await awaitingLetter();
    mailbox.next = 'hang';
    const { url: health } = await startProgram();
    await expect.poll(() => mailbox.hanging.length, { timeout: 20_000 }).toBe(1);
    await cutOff();
    mailbox.accept();
    await expect.poll(sent, { timeout: 30_000 }).toContain(`Order ${number} is confirmed`);
    const next = await awaitingLetter();
    await expect.poll(sent, { timeout: 30_000 }).toContain(`Order ${next} is confirmed`);
    await expect.poll(async () => (await fetch(`${health}/readyz`)).status, { timeout: 10_000 }).toBe(200);
  });

  test('goes on after several jobs could not be ended at once', async () => {
    const numbers: number[] = [];
    const { url: health } = await startProgram();
    for (const n of [1, 2, 3]) {
      mailbox.next = 'hang';
      numbers.push(await awaitingLetter());
      await expect.poll(() => mailbox.hanging.length, { timeout: 20_000 }).toBe(n);
    }
    const blocker = await shop.db.pool.connect();
    await blocker.query('begin');
    await blocker.query('lock table graphile_worker._private_jobs in exclusive mode');
    for (const n of [1, 2, 3]) {
      mailbox.accept();
      await expect.poll(countWaitingEnds, { timeout: 5000 }).toBe(n);
    }
    await cutOff();
    await blocker.query('rollback');
    blocker.release();
    numbers.push(await awaitingLetter());
    const expected = new Set(numbers.map((number) => `Order ${number} is confirmed`));
    await expect.poll(() => new Set(sent()), { timeout: 20_000 }).toEqual(expected);
    await expect.poll(async () => (await fetch(`${health}/readyz`)).status, { timeout: 10_000 }).toBe(200);
    await expect.poll(countLocked, { timeout: 20_000 }).toBe(0);
  });

  test('recovers when it was cut off at its very first question', async () => {
    const blocker = await shop.db.pool.connect();
    await blocker.query('begin');
    await blocker.query('lock table graphile_worker._private_tasks in access exclusive mode');
    await startProgram();
    await expect.poll(countFirstQuestions, { timeout: 5000 }).toBeGreaterThan(0);
    await cutOff();
    await blocker.query('rollback');
    blocker.release();
    const number = await awaitingLetter();
    await expect.poll(sent, { timeout: 40_000 }).toEqual([`Order ${number} is confirmed`]);
  });

  test('takes up a job whose handing over was lost on the way', async () => {
    mailbox.next = 'hang';
    await startProgram();
    await awaitingLetter();
    await expect.poll(() => mailbox.hanging.length, { timeout: 20_000 }).toBe(1);
    const number = await awaitingLetter('1 hour');
    // As if the server had handed the job over and its answer had not arrived.
    await shop.db.pool.query(
      `update graphile_worker._private_jobs lost
       set run_at = now(), attempts = 1, locked_at = now(), locked_by = held.locked_by
       from graphile_worker._private_jobs held
       where held.locked_by is not null and lost.payload::text like '%eventId%' and lost.locked_by is null`,
    );
    await expect.poll(sent, { timeout: 15_000 }).toEqual([`Order ${number} is confirmed`]);
    expect(mailbox.hanging).toHaveLength(1);
    mailbox.accept();
  });

  test('does not wait longer than it may for a job that will not end', async () => {
    await awaitingLetter();
    mailbox.next = 'hang';
    const { program } = await startProgram({ finishMs: 500 });
    await expect.poll(() => mailbox.hanging.length, { timeout: 20_000 }).toBe(1);
    const startedAt = performance.now();
    await program.stop();
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  test('says in one sentence what keeps it from starting', async () => {
    const { port } = await startProgram();
    const busy = createProgram({ ...configOf(), port });
    await expect(busy.start()).rejects.toThrow(`Port ${port} cannot be opened`);
    await busy.stop();
    const lost = createProgram({ ...configOf(), databaseUrl: 'postgresql://nobody@127.0.0.1:9/none' });
    await expect(lost.start()).rejects.toThrow('The database 127.0.0.1:9/none does not answer');
    await lost.stop();
  });
});
