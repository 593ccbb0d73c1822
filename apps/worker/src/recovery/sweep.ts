import type { Database } from '@turing/db';
import type { Logger } from '@turing/routers';
import type { JobsInHand } from './jobs-in-hand.ts';
import { listUnlockedPools, releaseForgotten, releaseJobs } from './pool-store.ts';

export interface SweepOptions {
  readonly db: Database;
  readonly logger: Logger;
  /** Milliseconds between two looks. */
  readonly everyMs: number;
  /** Milliseconds a pool must have been without its lock: the time a live one has to take a lost lock again. */
  readonly graceMs: number;
  /** The jobs of this process; null while it runs none. */
  readonly findOwn: () => JobsInHand | null;
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
 * A job can also be lost to a pool that lives, when the answer that hands it over, or the statement that ends it, goes
 * down with a connection. So each process gives back what the database holds for it and it does not have.
 *
 * @returns what ends the sweep
 */
export function startSweep({ db, logger, everyMs, graceMs, findOwn }: SweepOptions): () => void {
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

  async function lookAtOwn(): Promise<void> {
    const own = findOwn();
    const poolId = own?.poolId() ?? null;
    if (own === null || poolId === null) return;
    const jobs = await releaseForgotten(db.pool, { poolId, jobIds: own.ids(), olderThanMs: graceMs });
    if (jobs > 0) logger.warn('jobs lost on the way given back to the queue', { jobs });
  }

  let timer: NodeJS.Timeout | null = null;
  const round = async () => {
    await Promise.all([look(), lookAtOwn()]).catch((cause: unknown) =>
      logger.warn('dead workers not looked for', { cause }),
    );
    if (timer !== null) timer = setTimeout(round, everyMs);
  };
  timer = setTimeout(round, 0);
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}
