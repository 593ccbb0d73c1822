import { setTimeout as sleep } from 'node:timers/promises';
import { createTaskList } from './jobs/index.ts';
import { startSweep } from './recovery/sweep.ts';
import { type LiveRunner, startRunner } from './runner.ts';
import type { WorkerServices } from './services.ts';

export interface QueueOptions {
  readonly databaseUrl: string;
  readonly concurrency: number;
  /** Milliseconds after which the jobs of a worker that is gone come back. */
  readonly recoveryGraceMs: number;
  readonly services: WorkerServices;
}

export interface Queue {
  readonly start: () => Promise<void>;
  readonly isRunning: () => boolean;
  /** Takes no more jobs and lets those under way finish; what takes longer than `finishMs` is left for others. */
  readonly stop: (finishMs: number) => Promise<void>;
}

const restartMs = { first: 500, longest: 5000 };

/** The jobs of the shop, kept running: a runner that ends, as when the database restarts, is replaced by another. */
export function createQueue({ services, recoveryGraceMs, ...options }: QueueOptions): Queue {
  const { db, logger } = services;
  const tasks = createTaskList(services);
  const stopping = new AbortController();
  let runner: LiveRunner | null = null;
  let endSweep: () => void = () => undefined;

  async function open(): Promise<void> {
    const opened = await startRunner({ ...options, tasks, services });
    runner = opened;
    void opened.ended.then((cause) => {
      runner = null;
      if (stopping.signal.aborted) return undefined;
      logger.error('the jobs stopped running and are started again', { cause });
      return reopen(restartMs.first);
    });
  }

  async function reopen(waitMs: number): Promise<void> {
    await sleep(waitMs);
    if (stopping.signal.aborted) return;
    await open().catch((cause: unknown) => {
      logger.error('the jobs could not be started again', { cause });
      return reopen(Math.min(2 * waitMs, restartMs.longest));
    });
    if (stopping.signal.aborted) await runner?.stop(0);
  }

  return {
    start: async () => {
      await open();
      endSweep = startSweep({
        db,
        logger,
        everyMs: recoveryGraceMs / 3,
        graceMs: recoveryGraceMs,
        findOwn: () => runner?.inHand ?? null,
      });
    },
    isRunning: () => runner !== null,
    stop: async (finishMs) => {
      stopping.abort();
      endSweep();
      await runner?.stop(finishMs);
    },
  };
}
