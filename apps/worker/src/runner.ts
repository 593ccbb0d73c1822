import { createPool } from '@turing/db';
import { type Runner, run, type TaskList } from 'graphile-worker';
import type { WorkerServices } from './services.ts';
import { createSchedule } from './jobs/index.ts';
import { createPresence } from './recovery/presence.ts';
import { keptJobs, quietLogger } from './runner-options.ts';

export interface RunnerOptions {
  readonly databaseUrl: string;
  readonly concurrency: number;
  readonly tasks: TaskList;
  readonly services: Pick<WorkerServices, 'db' | 'logger'>;
}

export interface LiveRunner {
  /** Settles when jobs are no longer taken and none is under way, with the reason if nobody asked for it. */
  readonly ended: Promise<unknown>;
  /** Takes no more jobs and lets those under way finish; what takes longer than `finishMs` goes back to the queue. */
  readonly stop: (finishMs: number) => Promise<void>;
}

const pollMs = 1000;

/** Starts one pool of workers, which announces itself before its first job and withdraws after its last. */
export async function startRunner(options: RunnerOptions): Promise<LiveRunner> {
  const { db, logger } = options.services;
  const presence = createPresence({ db, logger });
  const pgPool = createQueuePool(options);
  const runner = await run({
    pgPool,
    concurrency: options.concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    logger: quietLogger(logger),
    taskList: options.tasks,
    parsedCronItems: createSchedule(),
    preset: {
      worker: keptJobs,
      plugins: [
        {
          name: 'presence',
          // Awaited before a worker asks for its first job.
          worker: { hooks: { startWorker: (_, { worker }) => presence.announce(worker.workerPool.id) } },
        },
      ],
    },
  }).catch(async (cause: unknown) => {
    await pgPool.end();
    throw cause;
  });
  const ended = runner.promise
    .then(
      () => null,
      (cause: unknown) => cause,
    )
    .finally(() => pgPool.end())
    .finally(presence.withdraw);
  return {
    ended,
    stop: async (finishMs) => {
      presence.giveUp();
      await stop(runner, finishMs);
      await ended;
    },
  };
}

/** A pool that graphile-worker makes itself loses its error listeners before its connections. */
function createQueuePool({ databaseUrl, concurrency, services }: RunnerOptions) {
  return createPool({
    url: databaseUrl,
    maxConnections: concurrency + 2,
    applicationName: 'turing-worker-queue',
    statementTimeoutMs: 15_000,
    onError: (cause) => services.logger.warn('idle connection of the queue lost', { cause: cause.message }),
  });
}

async function stop(runner: Runner, finishMs: number): Promise<void> {
  const kill = setTimeout(() => void runner.kill('jobs took too long to finish'), finishMs);
  // A runner that has ended by itself refuses to be stopped.
  await runner.stop().catch(() => undefined);
  await runner.promise.catch(() => undefined);
  clearTimeout(kill);
}
