import { type Database, defineStatement, type Statement } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import {
  conditionsOf,
  filterKey,
  type FilterParam,
  filterParams,
  type FilterParams,
  type FilterShape,
  filterShape,
  isGathered,
  isInPriceRange,
  joinMembers,
  selectedValues,
} from './filter-store.ts';
import { matchTables } from './match-store.ts';
import type { Facets, FacetsInput } from './schemas.ts';
import { assertScopesExist } from './scope-store.ts';

type FacetsRow = Omit<Facets, 'facets'> & { readonly facets: Facets['facets'] | null };
type FacetsStatement = Statement<FilterParams, FacetsRow>;

/** At most 64. */
const statements = new Map<string, FacetsStatement>();

function statementFor(shape: FilterShape): FacetsStatement {
  const name = `products_facets_${filterKey(shape)}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = defineStatement<FilterParams, FacetsRow>(name, (db, param) => ({
    compile: () =>
      sql<FacetsRow>`
      with ${shape.query ? sql`${matchTables(param)},` : sql``} ${candidates(shape, param)}, ${counts(shape, param)}
      select total.total, total.lowest as "minPriceMinor", total.highest as "maxPriceMinor", (${facets(param)}) as facets
      from total ${shape.category ? sql`join category scope on scope.slug = ${param('category')}::text` : sql``}
      ${shape.collection ? sql`join collection gathered on ${isGathered(param)}` : sql``}`.compile(db),
  }));
  statements.set(name, statement);
  return statement;
}

/** Products under every filter but attributes and price, with the chosen attributes that each one meets. */
function candidates(shape: FilterShape, param: FilterParam): RawBuilder<unknown> {
  const others = { ...shape, attributes: false, price: false };
  return sql`
    met as (
      select pa.product_id, array_agg(distinct chosen.attribute_id) as attributes
      from product_attribute pa join (${selectedValues(param)}) chosen on chosen.id = pa.attribute_value_id group by 1
    ),
    candidate as materialized (
      select p.id, r.min_minor, ${shape.price ? isInPriceRange(param) : sql`true`} as in_price,
        ${shape.attributes ? sql`coalesce(met.attributes, '{}')` : sql`null::uuid[]`} as met
      from product p
      join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      ${shape.query ? sql`join match on match.product_id = p.id` : sql``}
      ${shape.category ? sql`join category scope on scope.slug = ${param('category')}::text` : sql``}
      ${shape.collection ? sql`join collection gathered on ${isGathered(param)} ${joinMembers}` : sql``}
      ${shape.attributes ? sql`left join met on met.product_id = p.id` : sql``}
      where ${conditionsOf(others, param)}
    )`;
}

function meetsAll(shape: FilterShape, param: FilterParam): RawBuilder<unknown> {
  return shape.attributes ? sql`cardinality(met) = ${param('attributeCount')}::int` : sql`true`;
}

/** An attribute's own choice does not narrow its counts: products that miss that one alone are counted too. */
function counts(shape: FilterShape, param: FilterParam): RawBuilder<unknown> {
  const missesOnly = sql`cardinality(met) = ${param('attributeCount')}::int - 1 and exists (
    select 1 from attribute_value av join attribute a on a.id = av.attribute_id
    where av.id = pa.attribute_value_id and a.code = any (${param('attributeCodes')}::text[]) and a.id <> all (met))`;
  return sql`
    counted as (
      select pa.attribute_value_id, count(*)::int as count
      from candidate join product_attribute pa on pa.product_id = candidate.id
      where in_price and (${meetsAll(shape, param)} ${shape.attributes ? sql`or (${missesOnly})` : sql``})
      group by 1
    ),
    total as (
      select count(*) filter (where in_price)::int as total, min(min_minor) as lowest, max(min_minor) as highest
      from candidate where ${meetsAll(shape, param)}
    )`;
}

function facets(param: FilterParam): RawBuilder<unknown> {
  return sql`
    select json_agg(json_build_object('code', a.code, 'name', a.name, 'values', options.list) order by a.position, a.code)
    from attribute a cross join lateral (
      select json_agg(json_build_object('code', av.code, 'label', av.label, 'count', coalesce(counted.count, 0))
                      order by av.position, av.code) as list
      from attribute_value av left join counted on counted.attribute_value_id = av.id
      where av.attribute_id = a.id
        and (counted.count is not null or a.code || ':' || av.code = any (${param('attributes')}::text[]))
    ) options where options.list is not null`;
}

/**
 * Counts beside a list or search with the same filters. The price bounds are those without the price filter, of the
 * prices that lists show, filter and sort by: each product's lowest.
 * @throws CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND
 */
export async function findFacets(db: Database, input: FacetsInput): Promise<Facets> {
  const [row] = await db.run(statementFor(filterShape(input)), filterParams(input));
  if (row !== undefined) return { ...row, facets: row.facets ?? [] };
  await assertScopesExist(db, input);
  return { total: 0, minPriceMinor: null, maxPriceMinor: null, facets: [] };
}
