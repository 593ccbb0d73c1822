import type { Currency } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import type { FacetsInput } from '../schemas.ts';
import type { SearchPlan } from './plan.ts';

/** What search pages and facet counts are asked: a plan, if there is a query, and filters. */
export interface AskedParams {
  readonly queries: readonly string[];
  readonly tieredQuery: string;
  readonly codeIds: readonly string[];
  readonly currency: Currency;
  readonly category: string;
  readonly collection: string;
}

export type AskedParam = <Name extends keyof AskedParams>(name: Name) => AskedParams[Name];

export function askedParams(input: FacetsInput, plan: SearchPlan | null): AskedParams {
  return {
    queries: plan?.queries ?? [],
    tieredQuery: plan?.tieredQuery ?? '',
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

/** A page that is not almost empty: with fewer, near misses follow what has every word. */
const enough = 8;

/**
 * One row: the query that counts, which is the first that finds enough of what the shop shows; filters do not choose it, so
 * that near misses never fill in for what they hide. The best documents alone serve when enough of them have it.
 */
export function askedTable(param: AskedParam, { isTiered }: { isTiered: boolean }): RawBuilder<unknown> {
  const queries = sql`${param('queries')}::text[]`;
  const at = (index: number) => sql`(${queries})[${sql.lit(index)}]::tsquery`;
  const finds = (query: RawBuilder<unknown>, least: number) => sql`(
    select count(*) = ${sql.lit(least)} from (
      select from search.product_document d where d.document @@ ${query} and ${isVisible} limit ${sql.lit(least)}) few)`;
  const whole = sql`case
    when cardinality(${queries}) < 2 or ${param('codeIds')}::uuid[] <> '{}' or ${finds(at(1), enough)} then coalesce(${at(1)}, ''::tsquery)
    when ${finds(at(2), 1)} then ${at(2)} else ${at(3)} end`;
  if (!isTiered) return sql`asked as materialized (select ${whole} as query, false as is_tiered)`;
  const tiered = sql`${param('tieredQuery')}::tsquery`;
  return sql`
    tier as materialized (
      select count(*) = 100 as is_enough from (
        select from search.product_document d where d.document @@ ${tiered} and ${isVisible} limit 100) best
    ),
    asked as materialized (
      select case when is_enough then ${tiered} else ${whole} end as query, is_enough as is_tiered from tier)`;
}

/** Whether document `d` is what was asked for. */
export function isAsked(param: AskedParam): RawBuilder<unknown> {
  return sql`(d.document @@ (select query from asked) or d.product_id = any (${param('codeIds')}::uuid[]))`;
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
