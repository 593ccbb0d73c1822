import type { Database } from '@turing/db';

export interface ThrottlePolicy {
  /** Failures in a row after which waiting begins. */
  readonly free: number;
  /** Seconds of the first wait; each further failure doubles it, up to `longest`. */
  readonly first: number;
  readonly longest: number;
  /** Seconds of quiet after which everything is forgotten. */
  readonly forget: number;
}

export interface Attempt {
  readonly granted: boolean;
  /** Whole seconds until the next try; 0 when granted. */
  readonly retryAfter: number;
}

type Pool = Database['pool'];

// The epoch stands for no wait at all. The clock is the database's: processes may disagree about the time.
const take = `
  insert into sign_in_throttle as t (subject, failures, granted, retry_at, last_at)
  values ($1, 1, true, case when $2::int > 1 then to_timestamp(0) else now() + make_interval(secs => $3::float8) end, now())
  on conflict (subject) do update set (granted, failures, retry_at, last_at) = (
    select
      not waits,
      case when waits then t.failures else failed end,
      case
        when waits then t.retry_at
        when failed < $2::int then to_timestamp(0)
        else now() + make_interval(secs => least($4::float8, $3::float8 * 2 ^ least(failed - $2::int, 30)))
      end,
      case when waits then t.last_at else now() end
    from (select
      t.retry_at > now() as waits,
      case when t.last_at < now() - make_interval(secs => $5::float8) then 1 else least(t.failures, 1000) + 1 end as failed
    ) as seen)
  returning granted, greatest(1, ceil(extract(epoch from retry_at - now())))::int as wait`;

/**
 * Counts a try as failed before it is made, so that parallel tries in any number of processes get no more than the
 * policy allows. One that is refused counts for nothing: asking again and again does not lengthen the wait.
 */
export async function takeAttempt(pool: Pool, subject: string, policy: ThrottlePolicy): Promise<Attempt> {
  const { free, first, longest, forget } = policy;
  const { rows } = await pool.query<{ granted: boolean; wait: number }>(take, [
    subject,
    free,
    first,
    longest,
    forget,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error('a try was not counted');
  return { granted: row.granted, retryAfter: row.granted ? 0 : row.wait };
}

/** It was the right person: the subject starts afresh. */
export async function clearAttempts(pool: Pool, subject: string): Promise<void> {
  await pool.query('delete from sign_in_throttle where subject = $1', [subject]);
}

/** One try was no failure after all; what others failed stays counted. */
export async function giveAttemptBack(pool: Pool, subject: string): Promise<void> {
  await pool.query(
    `update sign_in_throttle set failures = greatest(failures - 1, 0), retry_at = to_timestamp(0)
    where subject = $1`,
    [subject],
  );
}

const stale = [
  ['sign_in_throttle', 'last_at', '2 days'],
  ['customer_session', 'expires_at', '1 day'],
  ['customer_verification', 'expires_at', '1 day'],
  ['staff_session', 'expires_at', '1 day'],
  ['staff_verification', 'expires_at', '1 day'],
] as const;

/** Removes what the throttle has forgotten, and sessions and tokens whose time is over. Counts by table. */
export async function removeStaleSignIns(pool: Pool): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const [table, column, grace] of stale) {
    const { rowCount } = await pool.query(
      `delete from ${table} where ${column} < now() - interval '${grace}'`,
    );
    removed[table] = rowCount ?? 0;
  }
  return removed;
}
