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
      case when numnode(asked.tail) > 0 then asked.head && asked.tail else ''::tsquery end as begun
    from (
      select websearch_to_tsquery('english', unaccent(${param('text')}::text)) as whole,
        plainto_tsquery('english', unaccent(${param('head')}::text)) as head,
        to_tsquery('english', ''' ' || translate(unaccent(${param('tail')}::text), '''\\', '  ') || ' '':*') as tail
    ) asked`;
}

/** The words that mean something, each beside the attribute or category it is most like. */
function spelt(param: MatchParam): RawBuilder<unknown> {
  return sql`
    select typed.word, typed.query, meant.query as meant, meant.alike as meant_alike
    from unnest(${param('words')}::text[]) as given
    cross join lateral (
      select lower(unaccent(given)) as word, plainto_tsquery('english', unaccent(given)) as query
    ) typed
    left join lateral (
      select plainto_tsquery('english', term) as query, word_similarity(typed.word, term) as alike
      from (select lower(unaccent(label)) from attribute_value union select lower(unaccent(name)) from category) t (term)
      where word_similarity(typed.word, term) >= ${leastAlike}
      order by word_similarity(typed.word, term) desc, length(term), term limit 1
    ) meant on true
    where numnode(typed.query) > 0`;
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

/** How well the words fit: 1 for one in the name, less for one like it, elsewhere in the product, or like a word there. */
const nearness = sql`
  select avg(greatest(
    case when ts_rank('{0, 0, 0, 1}', d.document, query) > 0 then 1 else 0 end,
    case when alike >= ${leastAlike} then alike else 0 end,
    case when d.document @@ query then 0.6 else 0 end,
    case when d.document @@ meant then 0.85 * meant_alike else 0 end)) as average
  from spelt, lateral (select word_similarity(word, d.title || ' ' || lower(p.brand)) as alike) a`;

/**
 * The common table expressions of a search, the last of them `match (product_id, score)`. Words, beginnings and codes
 * come first; near misses only when nothing has them. The least similarity is written here because the trigram
 * operators would read a setting of the session.
 */
export function matchTables(param: MatchParam): RawBuilder<unknown> {
  return sql`
    needle as materialized (${needle(param)}),
    spelt as materialized (${spelt(param)}),
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
