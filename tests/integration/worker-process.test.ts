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
    mail: { smtpUrl: mailbox.url, from: { name: 'Turing Goods', address: 'hello@turing.example' } },
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
      SMTP_URL: mailbox.url,
      STRIPE_SECRET_KEY: 'sk_test_shop',
      STRIPE_WEBHOOK_SECRET: 'whsec_shop',
      LOG_LEVEL: 'error',
    },
  });
  children.push(child);
  return child;
}

async function startProgram() {
  const program = createProgram(configOf());
  programs.push(program);
  return { program, ...(await program.start()) };
}

/** An order whose confirmation waits to be sent. */
async function awaitingLetter(): Promise<number> {
  const { variants } = await shop.factories.createProduct({ variants: [{ stock: 5 }] });
  const { orderToken } = await order(shop, { variantId: variants[0]!.id });
  const { rows } = await shop.db.pool.query<{ id: string; number: number }>(
    'select id, number from "order" where token = $1',
    [orderToken],
  );
  await shop.db.pool.query(
    `with event as (insert into outbox_event (type, entity_id, payload) values ('order.confirmed', $1, '{}') returning id)
     select graphile_worker.add_job('deliver-event', json_build_object('eventId', id)) from event`,
    [rows[0]!.id],
  );
  return rows[0]!.number;
}

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
    await shop.db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'turing-worker%'`,
    );
    mailbox.accept();
    await expect.poll(sent, { timeout: 30_000 }).toContain(`Order ${number} is confirmed`);
    const next = await awaitingLetter();
    await expect.poll(sent, { timeout: 30_000 }).toContain(`Order ${next} is confirmed`);
    await expect.poll(async () => (await fetch(`${health}/readyz`)).status, { timeout: 10_000 }).toBe(200);
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
