import type { Logger } from '@turing/routers';
import { Logger as QueueLogger } from 'graphile-worker';

/**
 * Without a delay, if only of nothing, graphile-worker 0.18 does not wait for the statement that ends a job: one that
 * failed would leave the job locked by a pool that lives on, and nobody would run it for four hours. With it, such a
 * failure ends the pool, whose jobs then come back.
 */
export const keptJobs = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/** The library's warnings in our log. Every job writes its own line, so what the library says of jobs is left out. */
export function quietLogger(logger: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (meta?.['failure'] === true) return;
    if (level === 'error') logger.error(message);
    if (level === 'warning') logger.warn(message);
  });
}
