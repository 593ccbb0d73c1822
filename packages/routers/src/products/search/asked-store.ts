import type { Currency } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import type { FacetsInput } from '../schemas.ts';
import type { SearchPlan } from './plan.ts';

/** What search pages and facet counts are asked: a plan, if there is a query, and filters. */
export interface AskedParams {
  readonly queries: readonly string[];
  readonly coreQuery: string;
  readonly tieredQuery: string;
  /** So many of the best must be found, or everything is looked at. */
  readonly fewestBest: number;
  readonly codeIds: readonly string[];
  readonly currency: Currency;
  readonly category: string;
  readonly collection: string;
}

export type AskedParam = <Name extends keyof AskedParams>(name: Name) => AskedParams[Name];

export function askedParams(input: FacetsInput, plan: SearchPlan | null): AskedParams {
  return {
    queries: plan?.queries ?? [],
    coreQuery: plan?.coreQuery ?? '',
    tieredQuery: plan?.tieredQuery ?? '',
    fewestBest: plan?.fewestBest ?? 0,
    codeIds: plan?.codes.ids ?? [],
    currency: input.currency,
    category: (input.category ?? '').replaceAll('\0', '\uFFFD'),
    collection: (input.collection ?? '').replaceAll('\0', '\uFFFD'),
  };
}

/** Whether the shop shows document `d`. */
export const isVisible = sql`d.visible_from <= now() and (d.visible_until is null or d.visible_until > now())`;

/** The lowest price of document `d`; null where it is not sold. */
export function priceOf(param: AskedParam): RawBuilder<unknown> {
  return sql`d.prices[array_position(d.currencies, ${param('currency')}::text)]`;
}

/** How much of a catalogue a search looks at: everything; descriptions only where little else is found; the best first. */
export type Depth = 'whole' | 'core' | 'best';

export function depthOf({ coreQuery, tieredQuery }: SearchPlan): Depth {
  if (coreQuery === '') return 'whole';
  return tieredQuery === '' ? 'core' : 'best';
}

/** A page that is not almost empty: with fewer, near misses follow what has every word. */
const enough = 8;
/** With so many found elsewhere, what has the words in its description alone is left out. */
const enoughInCore = 48;

/** The same expression as the index has. */
const core = sql`ts_filter(d.document, '{a,b,c}')`;

function isInCore(param: AskedParam): RawBuilder<unknown> {
  return sql`${core} @@ ${param('coreQuery')}::tsquery`;
}

/** Whether the shop shows at least so many documents `d` that match. */
function finds(matches: RawBuilder<unknown>, least: number): RawBuilder<unknown> {
  return sql`(
    select count(*) = ${sql.lit(least)} from (
      select from search.product_document d where ${matches} and ${isVisible} limit ${sql.lit(least)}) few)`;
}

/** The query that counts of whole documents: the first that finds enough. */
function firstQuery(param: AskedParam): RawBuilder<unknown> {
  const queries = sql`${param('queries')}::text[]`;
  const at = (index: number) => sql`(${queries})[${sql.lit(index)}]::tsquery`;
  const has = (query: RawBuilder<unknown>) => sql`d.document @@ ${query}`;
  return sql`case
    when cardinality(${queries}) < 2 or ${param('codeIds')}::uuid[] <> '{}' or ${finds(has(at(1)), enough)} then ${at(1)}
    when ${finds(has(at(2)), 1)} then ${at(2)} else ${at(3)} end`;
}

/**
 * One row: the query that counts, for whole documents as `query` or for all but descriptions as `core`; the other is null.
 * Filters do not choose it, so that near misses never fill in for what they hide.
 */
export function askedTable(param: AskedParam, isWhole: boolean): RawBuilder<unknown> {
  if (isWhole)
    return sql`asked as materialized (select null::tsquery as core, ${firstQuery(param)} as query)`;
  return sql`
    narrow as materialized (select where ${finds(isInCore(param), enoughInCore)}),
    asked (core, query) as materialized (
      select ${param('coreQuery')}::tsquery, null::tsquery from narrow
      union all select null, ${firstQuery(param)} where not exists (select from narrow)
    )`;
}

/** Whether document `d` is what was asked for. */
export function isAsked(param: AskedParam, isWhole: boolean): RawBuilder<unknown> {
  const inCore = isWhole ? sql`` : sql`${core} @@ (select core from asked) or`;
  return sql`(${inCore} d.document @@ (select query from asked) or d.product_id = any (${param('codeIds')}::uuid[]))`;
}

interface Found {
  readonly depth: Depth;
  /** Of document `d`. */
  readonly columns: RawBuilder<unknown>;
  /** On document `d`. */
  readonly filters: RawBuilder<unknown>;
  readonly isFiltered: boolean;
}

/**
 * What is asked for as the table `found`, and whether it is only the best of it as `tally.is_tiered`. Each text index is
 * read once where the first look is enough: what a look found tells whether another is needed.
 */
export function foundTables(param: AskedParam, found: Found): RawBuilder<unknown> {
  const { depth, columns, filters, isFiltered } = found;
  const rows = (matches: RawBuilder<unknown>, condition = sql`true`) => sql`
    select ${columns} from search.product_document d
    where ${condition} and (${matches} or d.product_id = any (${param('codeIds')}::uuid[])) and ${isVisible} and ${filters}`;
  const whole = rows(sql`d.document @@ (select query from asked)`, sql`exists (select from asked)`);
  if (depth === 'whole') {
    return sql`
      tally as (select false as is_tiered),
      asked as materialized (select ${firstQuery(param)} as query),
      found as materialized (${whole})`;
  }
  const best = rows(sql`${core} @@ ${param('tieredQuery')}::tsquery`, sql`${sql.lit(depth === 'best')}`);
  const isEnough = isFiltered
    ? finds(isInCore(param), enoughInCore)
    : sql`(select count(*) >= ${sql.lit(enoughInCore)} from near)`;
  return sql`
    best as materialized (${best}),
    tally as materialized (select count(*) >= ${param('fewestBest')}::int and ${sql.lit(depth === 'best')} as is_tiered from best),
    near as materialized (${rows(isInCore(param), sql`not (select is_tiered from tally)`)}),
    asked as materialized (
      select ${firstQuery(param)} as query from tally where not is_tiered and not ${isEnough}
    ),
    found as materialized (
      select * from best where (select is_tiered from tally)
      union all select * from near where not exists (select from asked)
      union all ${whole}
    )`;
}

/** Whether document `d` is in the category or below it. */
export function isInCategory(param: AskedParam): RawBuilder<unknown> {
  return sql`d.categories @> array[(select id from category where slug = ${param('category')}::text)]`;
}

/** Whether document `d` is in the published collection. */
export function isInCollection(param: AskedParam): RawBuilder<unknown> {
  return sql`d.product_id in (
    select member.product_id from collection_product member join collection gathered on gathered.id = member.collection_id
    where gathered.slug = ${param('collection')}::text and gathered.published)`;
}
