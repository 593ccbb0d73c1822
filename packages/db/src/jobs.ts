import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from './connection.ts';
import { defineStatement, runOn } from './statement.ts';

export interface Job {
  readonly task: string;
  readonly payload: object;
}

export interface JobOptions {
  /** Jobs with the same key are one job. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

/** Jobs as rows of `graphile_worker.job_spec`, in JSON. */
export function specsOf(jobs: readonly (Job & JobOptions)[]): string {
  return JSON.stringify(
    jobs.map(({ task, payload, key, runAt, maxAttempts = 25 }) => ({
      identifier: task,
      payload,
      run_at: runAt,
      max_attempts: maxAttempts,
      job_key: key,
    })),
  );
}

/** The array that `graphile_worker.add_jobs` takes, of what `specsOf` wrote. */
export function readSpecs(specs: unknown): RawBuilder<unknown> {
  return sql`array(select spec from json_populate_recordset(null::graphile_worker.job_spec, ${specs}::json) spec)`;
}

const add = defineStatement<{ readonly specs: string }, never>('jobs_add', (db, param) => ({
  compile: () => sql<never>`select from graphile_worker.add_jobs(${readSpecs(param('specs'))})`.compile(db),
}));

/** Queues a job in the transaction: it exists exactly if the transaction commits. */
export async function addJob(tx: Transaction, job: Job, options: JobOptions = {}): Promise<void> {
  await runOn(tx, add, { specs: specsOf([{ ...job, ...options }]) });
}
