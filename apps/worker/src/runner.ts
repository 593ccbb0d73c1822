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
  const runner = await run({
    connectionString: nameConnections(options.databaseUrl),
    maxPoolSize: options.concurrency + 2,
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
  });
  const ended = runner.promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  return {
    ended: ended.finally(presence.withdraw),
    stop: (finishMs) => {
      presence.giveUp();
      return stop(runner, finishMs);
    },
  };
}

async function stop(runner: Runner, finishMs: number): Promise<void> {
  const kill = setTimeout(() => void runner.kill('jobs took too long to finish'), finishMs);
  // A runner that has ended by itself refuses to be stopped.
  await runner.stop().catch(() => undefined);
  await runner.promise.catch(() => undefined);
  clearTimeout(kill);
}

function nameConnections(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', 'turing-worker-queue');
  return url.href;
}
