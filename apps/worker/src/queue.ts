import { Logger as QueueLogger, run, type Runner } from 'graphile-worker';
import type { Logger } from '@turing/routers';
import { createSchedule, createTaskList } from './jobs/index.ts';
import { createPresence } from './recovery/presence.ts';
import { startSweep } from './recovery/sweep.ts';
import type { WorkerServices } from './services.ts';

export interface QueueOptions {
  readonly databaseUrl: string;
  readonly concurrency: number;
  readonly services: WorkerServices;
  /** The runner ended without being asked to. */
  readonly onEnd: (cause: unknown) => void;
}

export interface Queue {
  readonly start: () => Promise<void>;
  /** Takes no more jobs and lets those under way finish; what takes longer than `finishMs` goes back to the queue. */
  readonly stop: (finishMs: number) => Promise<void>;
}

const sweep = { everyMs: 5000, graceMs: 15_000 };
const pollMs = 1000;

/** The jobs of the shop on graphile-worker. */
export function createQueue({ databaseUrl, concurrency, services, onEnd }: QueueOptions): Queue {
  const { db, logger } = services;
  const presence = createPresence({ db, logger });
  let runner: Runner | null = null;
  let endSweep: () => void = () => undefined;
  let isStopping = false;

  async function start(): Promise<void> {
    runner = await run({
      connectionString: nameConnections(databaseUrl),
      maxPoolSize: concurrency + 2,
      concurrency,
      pollInterval: pollMs,
      noHandleSignals: true,
      logger: quietLogger(logger),
      taskList: createTaskList(services),
      parsedCronItems: createSchedule(),
      preset: {
        plugins: [
          {
            name: 'presence',
            // Awaited before a worker asks for its first job.
            worker: { hooks: { startWorker: (_, { worker }) => presence.announce(worker.workerPool.id) } },
          },
        ],
      },
    });
    runner.promise.then(
      () => isStopping || onEnd(new Error('the runner of the jobs ended')),
      (cause: unknown) => isStopping || onEnd(cause),
    );
    endSweep = startSweep({ db, logger, ...sweep });
  }

  async function stop(finishMs: number): Promise<void> {
    isStopping = true;
    endSweep();
    if (runner !== null) await stopRunner(runner, finishMs);
    presence.withdraw();
  }

  return { start, stop };
}

async function stopRunner(runner: Runner, finishMs: number): Promise<void> {
  const kill = setTimeout(() => void runner.kill('jobs took too long to finish'), finishMs);
  // A runner that has ended by itself refuses to be stopped.
  await runner.stop().catch(() => undefined);
  clearTimeout(kill);
}

function nameConnections(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', 'turing-worker-queue');
  return url.href;
}

/** The library's warnings in our log. Every job writes its own line, so what the library says of jobs is left out. */
function quietLogger(logger: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (meta?.['failure'] === true) return;
    if (level === 'error') logger.error(message);
    if (level === 'warning') logger.warn(message);
  });
}
