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

/** Products of a small category, each once. Of an array the planner expects few, and looks them up one by one. */
export const joinSmallScope = sql`join unnest(array(
  select distinct pc.product_id from product_category pc where pc.category_id = any (scope.ids))
) own (product_id) on own.product_id = p.id`;

/** Whether `p` is in a large category. */
const isInLargeScope = sql`(
  select true from product_category pc where pc.product_id = p.id and pc.category_id = any (scope.ids) limit 1)`;

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

/** The attribute values chosen, as rows of (id, attribute_id). */
function selectedValues(param: FilterParam): RawBuilder<unknown> {
  return sql`select av.id, av.attribute_id from attribute_value av join attribute a on a.id = av.attribute_id
    where a.code = any (${param('attributeCodes')}::text[]) and a.code || ':' || av.code = any (${param('attributes')}::text[])`;
}

function hasAttributes(param: FilterParam): RawBuilder<unknown> {
  return sql`p.id in (
    select pa.product_id from product_attribute pa join (${selectedValues(param)}) chosen on chosen.id = pa.attribute_value_id
    group by pa.product_id having count(distinct chosen.attribute_id) = ${param('attributeCount')}::int)`;
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

/** Which of the two readings of a category a condition is for; null where there is no category. */
export type ScopeSize = 'small' | 'large' | null;

/** The conditions on `p` and its price range `r` that a list has besides its keyset. */
export function conditionsOf(shape: FilterShape, param: FilterParam, size: ScopeSize): RawBuilder<unknown> {
  const conditions = [isPublic];
  if (size === 'small') conditions.push(sql`not scope.is_large`);
  if (size === 'large') conditions.push(sql`scope.is_large`, isInLargeScope);
  if (shape.attributes) conditions.push(hasAttributes(param));
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
