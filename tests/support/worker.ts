import { createMailer, runDueJobs, type WorkerServices } from '@turing/worker/testing';
import type { Mailbox } from './mailbox.ts';
import { giftCardSecret, type Shop } from './shop.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Record<string, unknown>;
}

export interface TestWorker {
  /** What the jobs wrote to the log. */
  readonly lines: LogLine[];
  readonly queue: (task: string, payload: unknown) => Promise<void>;
  /** Runs every job that is due, and those they queue, until none is left. */
  readonly run: () => Promise<void>;
  /** Makes every waiting job due. */
  readonly skipWaiting: () => Promise<void>;
  readonly jobs: () => Promise<{ task: string; attempts: number; lastError: string | null }[]>;
  readonly close: () => void;
}

/** The jobs of the worker on a shop's database, run when a test says so. */
export function openWorker(shop: Shop, mailbox: Mailbox): TestWorker {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']) =>
    (message: string, fields: Record<string, unknown> = {}) => {
      lines.push({ level, message, fields });
    };
  const logger = { info: write('info'), warn: write('warn'), error: write('error') };
  const mailer = createMailer({
    smtpUrl: mailbox.url,
    from: { name: 'Turing Goods', address: 'hello@turing.example' },
  });
  const { db, gateway, now, storage } = shop;
  const services: WorkerServices = {
    db,
    gateway,
    now,
    logger,
    mailer,
    storage,
    storefrontUrl: 'http://localhost:3000',
    giftCardSecret,
  };
  return {
    lines,
    queue: async (task, payload) => {
      await db.pool.query('select graphile_worker.add_job($1, $2::json)', [task, JSON.stringify(payload)]);
    },
    run: () => runDueJobs(services),
    skipWaiting: async () => {
      await db.pool.query('update graphile_worker._private_jobs set run_at = now()');
    },
    jobs: async () => {
      const { rows } = await db.pool.query<{ task: string; attempts: number; lastError: string | null }>(
        'select task_identifier as task, attempts, last_error as "lastError" from graphile_worker.jobs order by id',
      );
      return rows;
    },
    close: () => mailer.close(),
  };
}
