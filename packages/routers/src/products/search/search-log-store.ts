import type { Database } from '@turing/db';

export interface LoggedQuery {
  /** ISO date. */
  readonly day: string;
  readonly query: string;
  readonly searches: number;
  readonly clicks: number;
  readonly resultCount: number | null;
}

export interface LoggedClick {
  readonly day: string;
  readonly query: string;
  readonly productId: string;
  readonly clicks: number;
  /** The sum of the places in the list. */
  readonly positions: number;
}

export interface SearchLogBatch {
  readonly queries: readonly LoggedQuery[];
  readonly clicks: readonly LoggedClick[];
  readonly at: Date;
}

// In one order, so that processes that count the same words queue and never deadlock. A day without its own result count
// was only answered from stored answers yet: the count of the day before stands.
const addToLog = `
  with asked as (
    select * from unnest($1::date[], $2::text[], $3::int[], $4::int[], $5::int[]) as q (day, query, searches, clicks, result_count)
    order by day, query
  ), opened as (
    insert into search_click as c (day, query, product_id, clicks, position_sum)
    select * from unnest($6::date[], $7::text[], $8::uuid[], $9::int[], $10::bigint[]) as o (day, query, product_id, clicks, positions)
    order by day, query, product_id
    on conflict (day, query, product_id) do update
      set clicks = c.clicks + excluded.clicks, position_sum = c.position_sum + excluded.position_sum
  ), recent as (
    insert into search.recent_query as r (query, searches, result_count, last_at)
    select query, sum(searches), coalesce(max(result_count), 0), $11::timestamptz from asked
    where searches > 0 group by query order by query collate "C"
    on conflict (query) do update set searches = r.searches + excluded.searches, last_at = excluded.last_at,
      result_count = case when excluded.result_count = 0 and not exists (
        select from asked where asked.query = excluded.query and asked.result_count is not null
      ) then r.result_count else excluded.result_count end
  )
  insert into search_query as s (day, query, searches, clicks, result_count, last_at)
  select day, query, searches, clicks, coalesce(result_count, (
    select before.result_count from search_query before where before.query = asked.query order by before.day desc limit 1), 0), $11 from asked
  on conflict (day, query) do update set searches = s.searches + excluded.searches, clicks = s.clicks + excluded.clicks,
    last_at = excluded.last_at, result_count = excluded.result_count`;

/** Adds counts to the log, in one statement. */
export async function writeSearchLog(
  { pool }: Database,
  { queries, clicks, at }: SearchLogBatch,
): Promise<void> {
  await pool.query({
    name: 'search_log',
    text: addToLog,
    values: [
      queries.map(({ day }) => day),
      queries.map(({ query }) => query),
      queries.map(({ searches }) => searches),
      queries.map((entry) => entry.clicks),
      queries.map(({ resultCount }) => resultCount),
      clicks.map(({ day }) => day),
      clicks.map(({ query }) => query),
      clicks.map(({ productId }) => productId),
      clicks.map((entry) => entry.clicks),
      clicks.map(({ positions }) => positions),
      at,
    ],
  });
}
