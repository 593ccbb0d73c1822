import { sql } from 'kysely';
import type { Transaction } from './connection.ts';
import { defineStatement, runOn } from './statement.ts';

export interface JobOptions {
  /** Jobs with the same key are one job. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

interface Params {
  readonly task: string;
  readonly payload: string;
  readonly runAt: Date | null;
  readonly maxAttempts: number;
  readonly key: string | null;
}

const add = defineStatement<Params, unknown>('job_add', (db, param) => ({
  compile: () =>
    sql`select graphile_worker.add_job(
    identifier := ${param('task')}::text, payload := ${param('payload')}::json,
    run_at := ${param('runAt')}::timestamptz, max_attempts := ${param('maxAttempts')}::int,
    job_key := ${param('key')}::text)`.compile(db),
}));

/** Queues a job in the transaction: it exists exactly if the transaction commits. */
export async function addJob(
  tx: Transaction,
  job: { readonly task: string; readonly payload: object },
  options: JobOptions = {},
): Promise<void> {
  await runOn(tx, add, {
    task: job.task,
    payload: JSON.stringify(job.payload),
    runAt: options.runAt ?? null,
    maxAttempts: options.maxAttempts ?? 25,
    key: options.key ?? null,
  });
}
