import { type RawBuilder, sql } from 'kysely';
import { isInStock, isPublic } from './public-store.ts';
import type { ListProductsInput } from './schemas.ts';
import { readRanges } from './search/ranges.ts';

/** Which filters are set: each combination is a statement of its own. */
export interface FilterShape {
  readonly category: boolean;
  readonly collection: boolean;
  readonly attributes: boolean;
  readonly price: boolean;
  readonly inStock: boolean;
  readonly brands: boolean;
  readonly ranges: boolean;
  readonly rating: boolean;
}

export interface FilterParams {
  readonly currency: string;
  readonly category: string;
  readonly collection: string;
  readonly attributes: readonly string[];
  readonly attributeCodes: readonly string[];
  readonly attributeCount: number;
  readonly brands: readonly string[];
  readonly rangeCodes: readonly string[];
  readonly rangeFrom: readonly number[];
  readonly rangeTo: readonly number[];
  readonly minRating: number;
  readonly minPriceMinor: number;
  readonly maxPriceMinor: number;
}

export type FilterParam = <Name extends keyof FilterParams>(name: Name) => FilterParams[Name];

export function filterShape(input: ListProductsInput): FilterShape {
  return {
    category: input.category !== undefined,
    collection: input.collection !== undefined,
    attributes: input.attributes.length > 0,
    price: input.minPriceMinor !== undefined || input.maxPriceMinor !== undefined,
    inStock: input.inStock,
    brands: input.brands.length > 0,
    ranges: input.ranges.length > 0,
    rating: input.minRating !== undefined,
  };
}

/** One letter per filter that is set. */
export function filterKey(shape: FilterShape): string {
  return (
    (shape.category ? 'c' : '') +
    (shape.collection ? 'm' : '') +
    (shape.attributes ? 'a' : '') +
    (shape.price ? 'p' : '') +
    (shape.inStock ? 's' : '') +
    (shape.brands ? 'b' : '') +
    (shape.ranges ? 'n' : '') +
    (shape.rating ? 'r' : '')
  );
}

export function filterParams(input: ListProductsInput): FilterParams {
  const attributeCodes = [...new Set(input.attributes.map((code) => code.slice(0, code.indexOf(':'))))];
  const ranges = readRanges(input.ranges);
  return {
    currency: input.currency,
    category: (input.category ?? '').replaceAll('\0', '\uFFFD'),
    collection: (input.collection ?? '').replaceAll('\0', '\uFFFD'),
    attributes: input.attributes,
    attributeCodes,
    attributeCount: attributeCodes.length,
    brands: input.brands,
    rangeCodes: ranges.map(({ code }) => code),
    rangeFrom: ranges.map(({ from }) => from),
    rangeTo: ranges.map(({ to }) => to),
    minRating: input.minRating ?? 0,
    minPriceMinor: input.minPriceMinor ?? 0,
    maxPriceMinor: input.maxPriceMinor ?? Number.MAX_SAFE_INTEGER,
  };
}

/** From so many products on a category is read in the order of the list until the page is full; a smaller one is sorted. */
const manyProducts = sql.raw('2000');

/**
 * The category as the row `scope`: `scope.ids` are itself and all below it, `scope.is_large` says how to read it. Half of a
 * list's statement is for either size, and only one half runs.
 */
export function categoryScope(param: FilterParam): RawBuilder<unknown> {
  return sql`(
    select subtree.ids, (select count(*) >= ${manyProducts} from (
      select from product_category pc where pc.category_id = any (subtree.ids) limit ${manyProducts}) member) as is_large
    from category top cross join lateral (
      select array_agg(sub.id) as ids from category sub where starts_with(sub.path || '/', top.path || '/')) subtree
    where top.slug = ${param('category')}::text
  ) scope`;
}

/** Bearers of an attribute's values are counted so far. */
const mostCounted = sql.raw('8000');
/** Where fewer products than this share have all of it, walking the order would seldom fill a page. */
const leastShare = sql.raw('0.0125');
const leastShareInCategory = sql.raw('0.06');

/**
 * The attribute values chosen as the row `traits`: `traits.ids` with the attribute of each in `traits.owners`, those of the
 * attribute that fewest products have in `traits.rare`, and as `traits.is_large` whether so many should have all of it that the
 * order of the list is walked along. With an attribute that the shop does not have `traits.rare` is null.
 */
export function traitScope(param: FilterParam, { category }: Scopes): RawBuilder<unknown> {
  return sql`(
    with chosen as materialized (
      select av.id, av.attribute_id from attribute_value av join attribute a on a.id = av.attribute_id
      where a.code = any (${param('attributeCodes')}::text[]) and a.code || ':' || av.code = any (${param('attributes')}::text[])
    ), counted as materialized (
      select own.ids, (select count(*) from (
        select from product_attribute pa where pa.attribute_value_id = any (own.ids) limit ${mostCounted}) member) as products
      from (select array_agg(id) as ids from chosen group by attribute_id) own
    )
    select picked.ids, picked.owners, common.rare, coalesce(common.least >= ${manyProducts}
      and (common.share >= ${category ? leastShareInCategory : leastShare} or common.least = ${mostCounted}), false) as is_large
    from (select array_agg(id) as ids, array_agg(attribute_id) as owners from chosen) picked
    left join (
      select (select ids from counted order by products limit 1) as rare, min(products) as least,
        exp(sum(ln(greatest(products, 1) / greatest(s.documents, 1)::float8))) as share
      from counted cross join search.statistic s having count(*) = ${param('attributeCount')}::int
    ) common on true
  ) traits`;
}

/** What narrows a list before anything else; members of a collection are few, and looked at one by one. */
export interface Scopes {
  readonly category: boolean;
  readonly attributes: boolean;
}

export function scopesOf({ category, attributes, collection }: FilterShape): Scopes {
  return { category, attributes: attributes && !collection };
}

/** Whether the row `scope` or `traits` narrows a list to so few that these are sorted; else the order is walked along. */
export function isSmall({ category, attributes }: Scopes): RawBuilder<unknown> {
  if (!attributes) return sql`not scope.is_large`;
  return category ? sql`not (scope.is_large and traits.is_large)` : sql`not traits.is_large`;
}

/**
 * The products of the scopes, each once, found through the smaller of these. Of an array the planner expects few, and looks
 * them up one by one.
 */
export function joinSmallScope({ category, attributes }: Scopes, param: FilterParam): RawBuilder<unknown> {
  const found = sql`few.product_id`;
  const members = sql`select few.product_id from product_category few where few.category_id = any (scope.ids)`;
  const bearers = sql`select few.product_id from product_attribute few where few.attribute_value_id = any (traits.rare)
    and ${hasOtherAttributes(param, found)}`;
  const either = sql`${members} and not scope.is_large and ${hasAttributes(param, found)}
    union all ${bearers} and scope.is_large and ${isInLargeScope(found)}`;
  const ofCategory = attributes ? either : members;
  const few = category ? ofCategory : bearers;
  return sql`join unnest(array(select distinct few.product_id from (${few} offset 0) few)) own (product_id) on own.product_id = p.id`;
}

/** Whether product `id` is in the category. Its own categories are few; `offset 0` keeps those of the scope from being asked one by one. */
function isInLargeScope(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select true from (select pc.category_id from product_category pc where pc.product_id = ${id} offset 0) its
    where its.category_id = any (scope.ids) limit 1)`;
}

/** Narrows `p` to the members of the collection row `gathered`; `member.position` is their order. */
export const joinMembers = sql`
  join collection_product member on member.collection_id = gathered.id and member.product_id = p.id`;

/** The published collection as the row `gathered`. */
export function isGathered(param: FilterParam): RawBuilder<unknown> {
  return sql`gathered.slug = ${param('collection')}::text and gathered.published`;
}

function isInPriceRange(param: FilterParam): RawBuilder<unknown> {
  return sql`r.min_minor between ${param('minPriceMinor')}::bigint and ${param('maxPriceMinor')}::bigint`;
}

/** Whether product `id` has a chosen value of every attribute. */
function hasAttributes(param: FilterParam, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select true from (${valuesOf(id)}) its where its.attribute_value_id = any (traits.rare) limit 1
  ) and ${hasOtherAttributes(param, id)}`;
}

/** The same of a product that has one of the rarest attribute. */
function hasOtherAttributes(param: FilterParam, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${param('attributeCount')}::int = 1 or (
    select count(distinct traits.owners[array_position(traits.ids, its.attribute_value_id)])
    from (${valuesOf(id)}) its where its.attribute_value_id = any (traits.ids)
  ) = ${param('attributeCount')}::int)`;
}

function valuesOf(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select pa.attribute_value_id from product_attribute pa where pa.product_id = ${id} offset 0`;
}

/** Whether `p` has a number of every attribute wanted, within what is wanted of it. */
function isInRanges(param: FilterParam): RawBuilder<unknown> {
  return sql`not exists (
    select from unnest(${param('rangeCodes')}::text[], ${param('rangeFrom')}::float8[], ${param('rangeTo')}::float8[])
      as wanted (code, least, most)
    where not exists (
      select from product_property pp join attribute a on a.id = pp.attribute_id
      where pp.product_id = p.id and a.code = wanted.code and pp.number between wanted.least and wanted.most))`;
}

/** What of the scopes `scope` and `traits` product `id` has to meet where the order of the list is walked along. */
export function scopeConditions(
  scopes: Scopes,
  param: FilterParam,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const conditions = [sql`not (${isSmall(scopes)})`];
  if (scopes.attributes) conditions.push(hasAttributes(param, id));
  if (scopes.category) conditions.push(isInLargeScope(id));
  return sql.join(conditions, sql` and `);
}

/** The conditions on `p` and its price range `r` that a list has besides its keyset and its scopes. */
export function conditionsOf(shape: FilterShape, param: FilterParam): RawBuilder<unknown> {
  const conditions = [isPublic];
  if (shape.attributes && shape.collection) conditions.push(hasAttributes(param, sql`p.id`));
  if (shape.price) conditions.push(isInPriceRange(param));
  if (shape.inStock) conditions.push(isInStock);
  if (shape.brands) conditions.push(sql`p.brand = any (${param('brands')}::text[])`);
  if (shape.ranges) conditions.push(isInRanges(param));
  if (shape.rating) {
    conditions.push(
      sql`round(p.rating_sum * 10.0 / nullif(p.rating_count, 0)) >= ${param('minRating')}::float8 * 10`,
    );
  }
  return sql.join(conditions, sql` and `);
}
