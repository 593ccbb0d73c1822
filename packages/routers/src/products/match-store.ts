import { type RawBuilder, sql } from 'kysely';
import { isPublic } from './public-store.ts';
import { readSearchTerms, type SearchTerms } from './search-terms.ts';

export type MatchParams = SearchTerms;

type MatchParam = <Name extends keyof MatchParams>(name: Name) => MatchParams[Name];

export function matchParams(query: string): MatchParams {
  return readSearchTerms(query);
}

/** How alike a misspelt word and a word of the name have to be, by trigrams. */
const fewestAlike = sql.raw('0.5');

/** A page or two of near misses is plenty, and the planner then expects few. */
const mostAlike = sql.raw('200');

/** One row: the query in each of its forms. A query that only excludes words matches nothing. */
function needle(param: MatchParam): RawBuilder<unknown> {
  return sql`
    select lower(unaccent(${param('text')}::text)) as title, lower(${param('text')}::text) as code,
      case when querytree(asked.whole) not in ('', 'T') then asked.whole || asked.begun else asked.begun end as query,
      array(select lower(unaccent(word)) from unnest(${param('words')}::text[]) as word
            where numnode(plainto_tsquery('english', unaccent(word))) > 0) as words
    from (
      select websearch_to_tsquery('english', unaccent(${param('text')}::text)) as whole,
        case when numnode(tail) > 0 then plainto_tsquery('english', unaccent(${param('head')}::text)) && tail else ''::tsquery end as begun
      from to_tsquery('english', ''' ' || translate(unaccent(${param('tail')}::text), '''\\', '  ') || ' '':*') as tail
    ) asked`;
}

const score = sql`
  case when d.codes @> array[(select code from needle)] then 10 else 0 end
  + ts_rank_cd('{0.05, 0.2, 0.6, 1}', d.document, (select query from needle), 32)
  + case when d.title = (select title from needle) then 2 else 0 end
  + word_similarity((select title from needle), d.title)
  + 0.03 * ln(1 + p.sold_count)`;

/**
 * The common table expressions of a search, the last of them `match (product_id, score)`. Words and codes come first;
 * only when they find nothing do names that are spelt nearly so, and the similarity is a number of this statement's own
 * because the % operators read a session's setting.
 */
export function matchTables(param: MatchParam): RawBuilder<unknown> {
  return sql`
    needle as materialized (${needle(param)}),
    exact as materialized (
      select d.product_id, round(1000000 * (${score})::numeric)::bigint as score
      from search.product_document d join product p on p.id = d.product_id
      where ${isPublic}
        and (d.document @@ (select query from needle) or d.codes @> array[(select code from needle)])
    ),
    match as materialized (
      select product_id, score from exact
      union all
      (select d.product_id, round(1000000 * (alike.average + 0.03 * ln(1 + p.sold_count))::numeric)::bigint as score
       from search.product_document d join product p on p.id = d.product_id
       cross join lateral (
         select avg(word_similarity(word, d.title)) as average from unnest((select words from needle)) as word
       ) alike
       where not exists (select 1 from exact) and ${isPublic}
         and alike.average >= ${fewestAlike}
       order by 2 desc, 1 limit ${mostAlike})
    )`;
}
