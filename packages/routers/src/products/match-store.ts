import { type RawBuilder, sql } from 'kysely';
import { isPublic } from './public-store.ts';
import { readSearchTerms, type SearchTerms } from './search-terms.ts';

export type MatchParams = SearchTerms;

type MatchParam = <Name extends keyof MatchParams>(name: Name) => MatchParams[Name];

export function matchParams(query: string): MatchParams {
  return readSearchTerms(query);
}

/** How alike, by trigrams, a misspelt word is to one of a name or brand, and how well a near miss fits on average. */
const leastAlike = sql.raw('0.45');

/** A few pages of near misses are plenty, and the planner then expects few. */
const mostNear = sql.raw('200');

/** From selling a thousand, as much as a fifth of a perfect name. */
const popularity = sql`0.03 * ln(1 + p.sold_count)`;

/** One row: what was typed in each of its forms. Words alone that exclude (-so) ask for nothing. */
function needle(param: MatchParam): RawBuilder<unknown> {
  return sql`
    select lower(unaccent(${param('text')}::text)) as title,
      array[lower(${param('text')}::text), replace(lower(${param('text')}::text), ' ', '')] as codes,
      case when querytree(asked.whole) = 'T' then ''::tsquery else asked.whole end as whole,
      case when numnode(asked.tail) > 0 then asked.head && asked.tail else ''::tsquery end as begun,
      array(select typed.word from typed) as words, array(select typed.query from typed) as queries
    from (
      select websearch_to_tsquery('english', unaccent(${param('text')}::text)) as whole,
        plainto_tsquery('english', unaccent(${param('head')}::text)) as head,
        to_tsquery('english', ''' ' || translate(unaccent(${param('tail')}::text), '''\\', '  ') || ' '':*') as tail
    ) asked`;
}

function typed(param: MatchParam): RawBuilder<unknown> {
  return sql`
    select spelt.word, spelt.query from unnest(${param('words')}::text[]) as given,
      lateral (select lower(unaccent(given)) as word, plainto_tsquery('english', unaccent(given)) as query) spelt
    where numnode(spelt.query) > 0`;
}

// Scalar subqueries, not a join: each is evaluated once and can still drive an index.
const asked = {
  title: sql`(select title from needle)`,
  codes: sql`(select codes from needle)`,
  whole: sql`(select whole from needle)`,
  begun: sql`(select begun from needle)`,
};

const weights = sql.raw(`'{0.05, 0.2, 0.6, 1}'`);

const exactScore = sql`
  case when d.codes && ${asked.codes} then 10 else 0 end
  + ts_rank_cd(${weights}, d.document, ${asked.whole}, 32) + ts_rank_cd(${weights}, d.document, ${asked.begun}, 32) / 2
  + case when d.title = ${asked.title} then 2 else 0 end
  + word_similarity(${asked.title}, d.title) + ${popularity}`;

/** For each word typed, 1 where the product has it, else how alike its name or brand is if alike enough. */
const nearness = sql`
  select avg(case when d.document @@ query then 1 when alike >= ${leastAlike} then alike else 0 end) as average
  from unnest((select words from needle), (select queries from needle)) as t (word, query),
    lateral (select word_similarity(word, d.title || ' ' || lower(p.brand)) as alike) a`;

/**
 * The common table expressions of a search, the last of them `match (product_id, score)`. Words, beginnings and codes
 * come first; near misses only when nothing has them. The least similarity is written here because the trigram
 * operators would read a setting of the session.
 */
export function matchTables(param: MatchParam): RawBuilder<unknown> {
  return sql`
    typed as materialized (${typed(param)}),
    needle as materialized (${needle(param)}),
    exact as materialized (
      select d.product_id, round(1000000 * (${exactScore})::numeric)::bigint as score
      from search.product_document d join product p on p.id = d.product_id
      where ${isPublic} and (d.document @@ (select whole || begun from needle) or d.codes && ${asked.codes})
    ),
    match as materialized (
      select product_id, score from exact
      union all
      (select d.product_id, round(1000000 * (near.average + ${popularity})::numeric)::bigint as score
       from search.product_document d join product p on p.id = d.product_id cross join lateral (${nearness}) near
       where not exists (select 1 from exact) and ${isPublic} and near.average >= ${leastAlike}
       order by 2 desc, 1 limit ${mostNear})
    )`;
}
