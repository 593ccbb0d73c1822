import { type RawBuilder, sql } from 'kysely';
import type { SearchProductsInput } from '../schemas.ts';
import {
  type AskedParams,
  askedParams,
  type Depth,
  depthOf,
  foundTables,
  isInCategory,
  isInCollection,
  priceOf,
} from './asked-store.ts';
import type { SearchPlan } from './plan.ts';
import { readRanges } from './ranges.ts';

/** Which filters are set: each combination is a statement of its own. */
export interface HitShape {
  readonly category: boolean;
  readonly collection: boolean;
  readonly attributes: boolean;
  readonly brands: boolean;
  readonly ranges: boolean;
  readonly price: boolean;
  readonly rating: boolean;
  readonly inStock: boolean;
  readonly depth: Depth;
  readonly isRanked: boolean;
  /** Whether the order is walked along. */
  readonly isWalked: boolean;
}

export interface HitParams extends AskedParams {
  readonly attributes: readonly string[];
  readonly attributeCount: number;
  readonly brands: readonly string[];
  readonly rangeCodes: readonly string[];
  readonly rangeFrom: readonly number[];
  readonly rangeTo: readonly number[];
  readonly minPriceMinor: number;
  readonly maxPriceMinor: number;
  readonly minRating: number;
  readonly lexemes: readonly string[];
  readonly headLexemes: readonly string[];
  readonly headFactors: readonly number[];
  readonly phrase: string;
  readonly codeFits: readonly number[];
  readonly rankParts: readonly number[];
  readonly rankQueries: readonly string[];
  readonly rankFactors: readonly number[];
  readonly rankWeights: readonly number[];
}

export type HitParam = <Name extends keyof HitParams>(name: Name) => HitParams[Name];

type Filters = Omit<HitShape, 'depth' | 'isRanked' | 'isWalked'>;

function filtersOf(input: SearchProductsInput): Filters {
  return {
    category: input.category !== undefined,
    collection: input.collection !== undefined,
    attributes: input.attributes.length > 0,
    brands: input.brands.length > 0,
    ranges: input.ranges.length > 0,
    price: input.minPriceMinor !== undefined || input.maxPriceMinor !== undefined,
    rating: input.minRating !== undefined,
    inStock: input.inStock,
  };
}

export function isFiltered(input: SearchProductsInput): boolean {
  return Object.values(filtersOf(input)).includes(true);
}

function isNarrowed({
  depth: _depth,
  isRanked: _isRanked,
  isWalked: _isWalked,
  ...filters
}: HitShape): boolean {
  return Object.values(filters).includes(true);
}

export function hitShape(input: SearchProductsInput, plan: SearchPlan): HitShape {
  const isRanked = input.sort === 'relevance';
  const depth = depthOf(plan);
  // Other orders than relevance need every match.
  return {
    ...filtersOf(input),
    depth: depth === 'best' && !isRanked ? 'core' : depth,
    isRanked,
    isWalked: !isRanked && plan.isCommon && !isFiltered(input),
  };
}

export function hitParams(input: SearchProductsInput, plan: SearchPlan): HitParams {
  const ranges = readRanges(input.ranges);
  return {
    ...askedParams(input, plan),
    attributes: input.attributes,
    attributeCount: new Set(input.attributes.map((code) => code.slice(0, code.indexOf(':')))).size,
    brands: input.brands,
    rangeCodes: ranges.map(({ code }) => code),
    rangeFrom: ranges.map(({ from }) => from),
    rangeTo: ranges.map(({ to }) => to),
    minPriceMinor: input.minPriceMinor ?? 0,
    maxPriceMinor: input.maxPriceMinor ?? Number.MAX_SAFE_INTEGER,
    minRating: input.minRating ?? 0,
    lexemes: plan.lexemes,
    headLexemes: plan.headLexemes,
    headFactors: plan.headFactors,
    phrase: plan.phrase,
    codeFits: plan.codes.fits,
    rankParts: plan.ranking.parts,
    rankQueries: plan.ranking.queries,
    rankFactors: plan.ranking.factors,
    rankWeights: plan.ranking.weights,
  };
}

function hasAttributes(param: HitParam): RawBuilder<unknown> {
  return sql`(
    select count(*) = ${param('attributeCount')}::int and bool_and(d.facet_values && chosen.numbers) from chosen)`;
}

/** The attributes chosen, each with the numbers of its chosen values. */
function chosenTable(param: HitParam): RawBuilder<unknown> {
  return sql`chosen as materialized (
    select array_agg(f.number) as numbers from attribute a join attribute_value av on av.attribute_id = a.id
    join search.facet f on f.attribute_value_id = av.id
    where a.code || ':' || av.code = any (${param('attributes')}::text[]) group by a.id)`;
}

function isInRanges(param: HitParam): RawBuilder<unknown> {
  return sql`not exists (
    select from unnest(${param('rangeCodes')}::text[], ${param('rangeFrom')}::float8[], ${param('rangeTo')}::float8[]) as wanted (code, least, most)
    where not exists (
      select from product_property pp join attribute a on a.id = pp.attribute_id
      where pp.product_id = d.product_id and a.code = wanted.code and pp.number between wanted.least and wanted.most))`;
}

/** Whether document `d` is sold in the currency and keeps the filters. */
function isKept(shape: HitShape, param: HitParam): RawBuilder<unknown> {
  const conditions = [sql`${priceOf(param)} is not null`];
  if (shape.category) conditions.push(isInCategory(param));
  if (shape.collection) conditions.push(isInCollection(param));
  if (shape.attributes) conditions.push(hasAttributes(param));
  if (shape.brands) {
    conditions.push(
      sql`d.brand = any (array(select number from search.facet where brand = any (${param('brands')}::text[])))`,
    );
  }
  if (shape.ranges) conditions.push(isInRanges(param));
  if (shape.price) {
    conditions.push(
      sql`${priceOf(param)} between ${param('minPriceMinor')}::bigint and ${param('maxPriceMinor')}::bigint`,
    );
  }
  if (shape.rating) conditions.push(sql`d.rating >= ${param('minRating')}::float8 * 10`);
  if (shape.inStock) conditions.push(sql`d.available`);
  return sql.join(conditions, sql` and `);
}

/** How many are ranked exactly; what follows them comes in the order that chose them. */
const mostRanked = sql.lit(100);

/** Per field: description, summary and the like, brand and attributes, name. One place in the name counts 1. */
const rank = sql`least(1.15, ts_rank('{0.1, 0.35, 0.7, 1}', h.document, part.query) * 1.645)`;

function score(param: HitParam): RawBuilder<unknown> {
  return sql`
    coalesce((
      select sum(met.best * met.weight) / sum(met.weight) from (
        select max(part.factor * ${rank}) as best, max(part.weight) as weight
        from unnest(${param('rankParts')}::int[], ${param('rankQueries')}::tsquery[], ${param('rankFactors')}::float8[], ${param('rankWeights')}::float8[])
          as part (place, query, factor, weight)
        group by part.place
      ) met), 0)
    + 0.35 * coalesce((${param('headFactors')}::float8[])[array_position(${param('headLexemes')}::text[], h.head)], 0)
    + case when h.title = ${param('phrase')}::text then 1
           when strpos(${param('phrase')}::text, ' ') > 0 and strpos(' ' || h.title || ' ', ' ' || ${param('phrase')}::text || ' ') > 0 then 0.3 else 0 end
    + 0.03 * h.popularity
    + coalesce(10 * (${param('codeFits')}::int[])[array_position(${param('codeIds')}::uuid[], h.product_id)], 0)`;
}

/**
 * The common table expressions of a search, the last of them `hit (product_id, price, published_at, score)`. Few are
 * ranked: of many, the ones with the words in their names, then the popular, which costs no look at their texts.
 */
export function hitTables(shape: HitShape, param: HitParam): RawBuilder<unknown> {
  const chosen = shape.attributes ? sql`${chosenTable(param)},` : sql``;
  const foundOf = (columns: RawBuilder<unknown>) =>
    foundTables(param, {
      depth: shape.depth,
      columns,
      filters: shape.isWalked
        ? sql`${isKept(shape, param)} and not (select is_full from walked)`
        : isKept(shape, param),
      isFiltered: isNarrowed(shape),
    });
  if (!shape.isRanked) {
    const columns = sql`d.product_id, ${priceOf(param)} as price, d.visible_from as published_at, 0 as score`;
    return sql`${chosen} ${foundOf(columns)}, hit as (select * from found)`;
  }
  const columns = sql`d.product_id, d.title, d.head, d.popularity, coalesce(d.head = any (${param('headLexemes')}::text[]), false) as is_head,
        d.product_id = any (${param('codeIds')}::uuid[]) as has_code, d.title_lexemes && ${param('lexemes')}::text[] as is_in_title`;
  return sql`
    ${chosen} ${foundOf(columns)},
    ordered as materialized (
      select *, row_number() over (order by has_code desc, is_head desc, is_in_title desc, popularity desc, product_id) as place from found
    ),
    hit as materialized (
      select h.product_id, 1000000000 + round(1000000 * (${score(param)})::numeric)::bigint as score
      from (
        select o.*, d.document || ''::tsvector as document from ordered o
        join search.product_document d on d.product_id = o.product_id where o.place <= ${mostRanked} offset 0
      ) h
      union all
      select product_id, 1000000000 - place from ordered where place > ${mostRanked}
    )`;
}
