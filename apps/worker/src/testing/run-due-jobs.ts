import { runOnce } from 'graphile-worker';
import { createTaskList } from '../jobs/index.ts';
import { keptJobs, quietLogger } from '../runner-options.ts';
import type { WorkerServices } from '../services.ts';

/** Runs every job that is due, and those they queue, one after another until none is left. */
export async function runDueJobs(services: WorkerServices): Promise<void> {
  await runOnce({
    connectionString: services.db.pool.options.connectionString,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: quietLogger(services.logger),
    preset: { worker: keptJobs },
    taskList: createTaskList(services),
  });
}
