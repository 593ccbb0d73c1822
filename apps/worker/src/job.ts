import type { Task } from 'graphile-worker';
import { z } from 'zod';
import type { WorkerServices } from './services.ts';

/** What a job did, for its line in the log: ids and counts, never a person's data. */
export type JobReport = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Job = (services: WorkerServices, payload: unknown) => Promise<JobReport>;

/** The payload of a job that the clock queues. */
export const scheduledPayload = z.strictObject({ _cron: z.looseObject({ ts: z.string() }).optional() });

/**
 * A job whose payload is checked before it runs. A payload of another shape fails the job, again at every retry, until
 * somebody looks.
 */
export function defineJob<Schema extends z.ZodType>(
  payload: Schema,
  work: (services: WorkerServices, payload: z.output<Schema>) => Promise<JobReport>,
): Job {
  return async (services, raw) => {
    const parsed = payload.safeParse(raw);
    if (!parsed.success) throw new Error(`the payload is not right: ${z.prettifyError(parsed.error)}`);
    return work(services, parsed.data);
  };
}

/** The job as graphile-worker runs it, with one line in the log for each run. */
export function toTask(name: string, job: Job, services: WorkerServices): Task {
  return async (payload, { job: { id, attempts, max_attempts: maxAttempts } }) => {
    const startedAt = performance.now();
    const about = () => ({
      job: name,
      jobId: id,
      attempt: attempts,
      ms: Math.round(performance.now() - startedAt),
    });
    try {
      const report = await job(services, payload);
      services.logger.info('job done', { ...about(), ...report });
    } catch (cause) {
      const isLast = attempts >= maxAttempts;
      const outcome = isLast ? 'job failed for good' : 'job failed, will be tried again';
      services.logger[isLast ? 'error' : 'warn'](outcome, { ...about(), maxAttempts, cause });
      throw cause;
    }
  };
}
