import type { Database } from '@turing/db';

type Pool = Database['pool'];

export interface Connection {
  readonly query: (text: string, values?: unknown[]) => Promise<unknown>;
}

// The first half of the advisory lock's key; the second is the hash of the pool's id.
const lockSpace = 1_953_853_025;

/**
 * Takes the lock of a pool of workers for as long as the connection lives. The server notices the loss of a machine by
 * keep-alive within half a minute, not after the two hours that systems wait by default.
 */
export async function lockPool(connection: Connection, poolId: string): Promise<void> {
  await connection.query(
    `select set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
            set_config('tcp_keepalives_count', '3', false)`,
  );
  await connection.query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, poolId]);
}

/** The pools that have jobs or queues in hand while nobody holds their lock. One-time pools take none. */
export async function listUnlockedPools(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ poolId: string }>(
    `select holder.pool_id as "poolId" from (
       select locked_by as pool_id from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null
     ) holder
     where holder.pool_id like 'pool-%' and not exists (
       select 1 from pg_locks l
       where l.locktype = 'advisory' and l.granted and l.objsubid = 2
         and l.database = (select oid from pg_database where datname = current_database())
         and l.classid = $1::oid and l.objid = (hashtext(holder.pool_id)::int8 & 4294967295)::oid)`,
    [lockSpace],
  );
  return rows.map(({ poolId }) => poolId);
}

/** Gives the jobs of dead pools back to the queue. */
export async function releaseJobs(pool: Pool, poolIds: readonly string[]): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1)', [poolIds]);
}

/**
 * Gives back what the database holds for a pool that does not have it: jobs whose handing over, or whose end, was lost
 * with a connection. Returns how many.
 */
export async function releaseForgotten(
  pool: Pool,
  own: { readonly poolId: string; readonly jobIds: readonly string[]; readonly olderThanMs: number },
): Promise<number> {
  const { rowCount } = await pool.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where locked_by = $1 and id <> all($2::bigint[]) and locked_at < now() - $3 * interval '1 millisecond'`,
    [own.poolId, own.jobIds, own.olderThanMs],
  );
  return rowCount ?? 0;
}
