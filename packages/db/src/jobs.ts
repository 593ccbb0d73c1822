import { sql } from 'kysely';
import type { Transaction } from './connection.ts';

export interface JobOptions {
  /** Jobs with the same key are one job. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

/** Queues a job in the transaction: it exists exactly if the transaction commits. */
export async function addJob(
  tx: Transaction,
  job: { readonly task: string; readonly payload: object },
  options: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier := ${job.task}, payload := ${JSON.stringify(job.payload)}::json,
    run_at := ${options.runAt ?? null}::timestamptz, max_attempts := ${options.maxAttempts ?? 25}::int,
    job_key := ${options.key ?? null}::text)`.execute(tx);
}
