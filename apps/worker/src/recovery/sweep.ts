import type { Database } from '@turing/db';
import type { Logger } from '@turing/routers';
import { listUnlockedPools, releaseJobs } from './pool-store.ts';

export interface SweepOptions {
  readonly db: Database;
  readonly logger: Logger;
  /** Milliseconds between two looks. */
  readonly everyMs: number;
  /** Milliseconds a pool must have been without its lock: the time a live one has to take a lost lock again. */
  readonly graceMs: number;
}

/**
 * Gives the jobs of crashed workers back to the queue; graphile-worker itself waits four hours.
 *
 * A pool of workers takes an advisory lock named after its id before its first job, on a connection of its own, and
 * PostgreSQL drops that lock with the connection: when the process is killed, at once; when its machine is gone, after
 * half a minute of unanswered keep-alives. A pool that still has jobs in hand but has been without its lock for
 * `graceMs`, look after look, is dead. A live pool that was wrongly taken for dead costs no more than a job that runs
 * twice, which every job allows. Pools that were not started by this program hold no lock, so none may share its queue.
 *
 * @returns what ends the sweep
 */
export function startSweep({ db, logger, everyMs, graceMs }: SweepOptions): () => void {
  let suspects = new Map<string, number>();

  async function look(): Promise<void> {
    const now = performance.now();
    const unlocked = await listUnlockedPools(db.pool);
    suspects = new Map(unlocked.map((poolId) => [poolId, suspects.get(poolId) ?? now]));
    const dead = unlocked.filter((poolId) => now - (suspects.get(poolId) ?? now) >= graceMs);
    if (dead.length === 0) return;
    await releaseJobs(db.pool, dead);
    logger.warn('jobs of dead workers given back to the queue', { pools: dead });
  }

  let timer: NodeJS.Timeout | null = null;
  const round = async () => {
    await look().catch((cause: unknown) => logger.warn('dead workers not looked for', { cause }));
    if (timer !== null) timer = setTimeout(round, everyMs);
  };
  timer = setTimeout(round, 0);
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}
