import type { Database } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import type { ClickReport, QueryReport, ReportInput } from './schemas.ts';

/** The queries of the range, each once. */
function asked({ from, to }: ReportInput): RawBuilder<unknown> {
  return sql`
    select query, sum(searches)::int as searches, sum(clicks)::int as clicks, max(last_at) as "lastAt",
      (array_agg(result_count order by day desc))[1] as "resultCount"
    from search_query where day between ${from}::date and ${to}::date group by query`;
}

const totalsOf = sql`json_build_object('searches', coalesce(sum(searches), 0), 'clicks', coalesce(sum(clicks), 0), 'queries', count(*))`;

type QueryRow = QueryReport['rows'][number];

async function reportQueries(
  { reader }: Database,
  input: ReportInput,
  condition: RawBuilder<unknown>,
): Promise<QueryReport> {
  const totals = await sql<{ totals: QueryReport['totals'] }>`
    with asked as (${asked(input)}) select ${totalsOf} as totals from asked where ${condition}`.execute(
    reader,
  );
  const { rows } = await sql<QueryRow>`
    with asked as (${asked(input)}) select * from asked where ${condition}
    order by searches desc, query limit ${input.limit}`.execute(reader);
  return { totals: totals.rows[0]?.totals ?? { searches: 0, clicks: 0, queries: 0 }, rows };
}

/** What was searched most. */
export function reportPopular(db: Database, input: ReportInput): Promise<QueryReport> {
  return reportQueries(db, input, sql`searches > 0`);
}

/** What was searched most of all that found nothing when last searched. */
export function reportZeroResults(db: Database, input: ReportInput): Promise<QueryReport> {
  return reportQueries(db, input, sql`searches > 0 and "resultCount" = 0`);
}

/** Of the most searched, how often something was opened, from which place and what. */
export async function reportClickThrough({ reader }: Database, input: ReportInput): Promise<ClickReport> {
  const { from, to, limit } = input;
  const totals = await sql<{ totals: ClickReport['totals'] }>`
    with asked as (${asked(input)})
    select json_build_object('searches', coalesce(sum(searches), 0), 'clicks', coalesce(sum(clicks), 0)) as totals from asked`.execute(
    reader,
  );
  const { rows } = await sql<ClickReport['rows'][number]>`
    with asked as (${asked(input)}),
    top as (select * from asked where searches > 0 and "resultCount" > 0 order by searches desc, query limit ${limit}),
    opened as (
      select c.query, c.product_id, sum(c.clicks)::int as clicks, sum(c.position_sum)::float8 as positions
      from search_click c join top using (query) where c.day between ${from}::date and ${to}::date group by 1, 2
    )
    select top.query, top.searches, top.clicks,
      (select round((sum(o.positions) / nullif(sum(o.clicks), 0))::numeric, 1)::float8 from opened o where o.query = top.query) as "meanPosition",
      coalesce((
        select json_agg(json_build_object('id', best.id, 'name', best.name, 'clicks', best.clicks) order by best.clicks desc, best.name)
        from (
          select p.id, p.name, o.clicks from opened o join product p on p.id = o.product_id
          where o.query = top.query order by o.clicks desc, p.name limit 3
        ) best), '[]') as products
    from top order by top.searches desc, top.query`.execute(reader);
  return { totals: totals.rows[0]?.totals ?? { searches: 0, clicks: 0 }, rows };
}

/** Forgets what was searched and opened before the day; gives how many rows that were. */
export async function forgetSearches({ pool }: Pick<Database, 'pool'>, before: Date): Promise<number> {
  const { rows } = await pool.query<{ forgotten: number }>(
    `with clicks as (delete from search_click where day < $1::date returning 1),
       queries as (delete from search_query where day < $1::date returning 1)
     select ((select count(*) from clicks) + (select count(*) from queries))::int as forgotten`,
    [before.toISOString().slice(0, 10)],
  );
  return rows[0]?.forgotten ?? 0;
}
