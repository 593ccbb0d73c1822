import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '@turing/db';
import { run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { WorkerServices } from './services.ts';
import { createSchedule } from './jobs/index.ts';
import { followJobs, type JobsInHand } from './recovery/jobs-in-hand.ts';
import { createPresence } from './recovery/presence.ts';
import { waitForEnd } from './runner-end.ts';
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
  readonly inHand: JobsInHand;
  /** Takes no more jobs and lets those under way finish; what takes longer than `finishMs` is left for others. */
  readonly stop: (finishMs: number) => Promise<void>;
}

const pollMs = 1000;

/** Starts one pool of workers, which announces itself before its first job and withdraws after its last. */
export async function startRunner(options: RunnerOptions): Promise<LiveRunner> {
  const { db, logger } = options.services;
  const presence = createPresence({ db, logger });
  const pgPool = createQueuePool(options);
  const events: WorkerEvents = new EventEmitter();
  const inHand = followJobs(events);
  const runner = await run({
    events,
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
  const ended = waitForEnd({ runner, inHand, concurrency: options.concurrency }).finally(presence.withdraw);
  const closed = ended.then(() => pgPool.end());
  return {
    ended,
    inHand,
    stop: async (finishMs) => {
      presence.giveUp();
      runner.stop().catch(() => undefined);
      await Promise.race([closed, sleep(finishMs, undefined, { ref: false })]);
      presence.withdraw();
    },
  };
}

/** A pool that graphile-worker makes itself loses its error listeners before its connections. */
function createQueuePool({ databaseUrl, concurrency, services }: RunnerOptions) {
  return createPool({
    url: databaseUrl,
    // Each worker ends one job while it asks for the next; one connection listens, one is for the clock.
    maxConnections: 2 * concurrency + 2,
    applicationName: 'turing-worker-queue',
    statementTimeoutMs: 15_000,
    onError: (cause) => services.logger.warn('idle connection of the queue lost', { cause: cause.message }),
  });
}
