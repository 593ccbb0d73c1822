import type { WorkerEvents } from 'graphile-worker';

export interface JobsInHand {
  /** Null until the pool exists. */
  readonly poolId: () => string | null;
  readonly ids: () => readonly string[];
}

/** Follows which jobs the workers of this process really have, to compare with what the database says of them. */
export function followJobs(events: WorkerEvents): JobsInHand {
  const ids = new Set<string>();
  let poolId: string | null = null;
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
  });
  events.on('job:start', ({ job }) => ids.add(job.id));
  events.on('job:complete', ({ job }) => ids.delete(job.id));
  return { poolId: () => poolId, ids: () => [...ids] };
}
