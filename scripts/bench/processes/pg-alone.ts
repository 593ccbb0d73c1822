import pg from 'pg';
import type { PgOrder, RunResult } from './messages.ts';
import { recordTime, resultOf, serve } from './tally.ts';

let pool: pg.Pool | undefined;

/** The same statements through the same driver, and nothing else: the ceiling of any server that asks this database. */
async function ask({ databaseUrl, poolSize, requests, connections, seconds }: PgOrder): Promise<RunResult> {
  pool ??= new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  const { query } = { query: pool.query.bind(pool) };
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let count = 0;

  async function loop(place: number): Promise<void> {
    for (let turn = place; performance.now() < endsAt; turn += 1) {
      const beganAt = performance.now();
      for (const { values, ...statement } of requests[turn % requests.length] ?? []) {
        await query({ ...statement, values: [...values] });
      }
      recordTime(performance.now() - beganAt);
      count += 1;
    }
  }

  await Promise.all(Array.from({ length: connections }, (_, place) => loop(place)));
  return resultOf({ count, seconds: (performance.now() - startedAt) / 1000, errors: 0 });
}

serve(ask);
