import { type Database, defineStatement, type Statement } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import { cardText } from './card-store.ts';
import {
  categoryScope,
  conditionsOf,
  filterKey,
  filterParams,
  type FilterParams,
  type FilterShape,
  filterShape,
  isGathered,
  isSmall,
  joinMembers,
  joinSmallScope,
  scopeConditions,
  scopesOf,
  traitScope,
} from './filter-store.ts';
import {
  isAfter,
  keysetParams,
  type KeysetParams,
  keysOf,
  orderOf,
  orderOfSorted,
  sortedColumns,
} from './keyset-store.ts';
import { isPublic } from './public-store.ts';
import { encodeCursor } from './cursor.ts';
import { JsonText } from '../json-text.ts';
import type { ListProductsInput } from './schemas.ts';
import { assertScopesExist } from './scope-store.ts';
import { type ProductSort, productKeysets } from './sort-store.ts';

interface PageParams extends FilterParams, KeysetParams {
  readonly limit: number;
}

interface PageShape extends FilterShape {
  readonly sort: ProductSort;
  /** Rows read, one more than the page may show. */
  readonly most: number;
  readonly continued: boolean;
}

/**
 * The whole page in one row, its cards as JSON. In a category or collection whose page is empty one row of nulls is read:
 * where nothing is read there is no such thing.
 */
interface PageRow {
  readonly cards: string | null;
  readonly read: number;
  readonly found: number;
  /** Of the last card shown. */
  readonly lastId: string | null;
  readonly lastKeys: number[] | null;
}

const pageSource = sql`p.id, r.currency, r.min_minor, r.max_minor, r.compare_at_minor`;

type PageStatement = Statement<PageParams, PageRow>;

/**
 * Of the page's size the planner is told a number: with a parameter it expects a tenth of all rows, and plans each time
 * anew. At most 3 sizes times 8 sorts times 512 combinations.
 */
const pageSizes = [12, 24, 60];
const statements = new Map<string, PageStatement>();

function statementFor(shape: PageShape): PageStatement {
  const name = `products_${shape.sort}_${filterKey(shape)}_${shape.most}${shape.continued ? '_next' : ''}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = definePage(name, shape);
  statements.set(name, statement);
  return statement;
}

function definePage(name: string, shape: PageShape): PageStatement {
  const keyset = productKeysets[shape.sort];
  return defineStatement<PageParams, PageRow>(name, (db, param) => ({
    compile: () =>
      sql<PageRow>`
        select string_agg(page.card, ',' order by page.place) filter (where page.place <= ${param('limit')}::int) as cards,
          count(*)::int as read, count(page.id)::int as found,
          max(page.id::text) filter (where page.place = ${param('limit')}::int) as "lastId",
          (max(page.keys::text) filter (where page.place = ${param('limit')}::int))::json as "lastKeys"
        from (
          select c.id, c.keys, ${cardText} as card, row_number() over (order by ${orderOfSorted(keyset)}) as place
          from ${sourceOf(shape, param)}
        ) page`.compile(db),
  }));
}

type PageParam = <Name extends keyof PageParams>(name: Name) => PageParams[Name];

function pageOf(shape: PageShape, param: PageParam): RawBuilder<unknown> {
  const scopes = scopesOf(shape);
  const most = sql.raw(String(shape.most));
  if (!scopes.category && !scopes.attributes)
    return plainPageOf(shape, param, { join: sql``, scope: sql`true` });
  const few = sql`${scopes.attributes ? sql`(${isSmall(scopes)} or (select count(*) from walk) < ${most})` : isSmall(scopes)}`;
  const small = isOfProduct(shape.sort)
    ? smallPageOf(shape, param, few)
    : plainPageOf(shape, param, {
        join: joinSmallScope(scopes, param),
        scope: few,
      });
  if (!scopes.attributes) {
    const large = plainPageOf(shape, param, {
      join: sql``,
      scope: scopeConditions(scopes, param, sql`p.id`),
    });
    return sql`(${small}) union all (${large})`;
  }
  return sql`
    with walk as materialized (${walkOf(shape, param)})
    (select * from walk where (select count(*) from walk) = ${most}) union all (${small})`;
}

interface Scoped {
  readonly join: RawBuilder<unknown>;
  readonly scope: RawBuilder<unknown>;
}

/** A page read in the order of the list. */
function plainPageOf(shape: PageShape, param: PageParam, { join, scope }: Scoped): RawBuilder<unknown> {
  const keyset = productKeysets[shape.sort];
  return sql`
    select ${pageSource}, ${keysOf(keyset)} as keys, ${sortedColumns(keyset)}
    from product p
    join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
    ${join}
    ${shape.collection ? joinMembers : sql``}
    where ${conditionsOf(shape, param)} and ${scope} ${shape.continued ? sql`and ${isAfter(keyset, param)}` : sql``}
    order by ${orderOf(keyset)} limit ${sql.raw(String(shape.most))}`;
}

/** After so many products without a full page what has the rarest attribute is sorted: two common things may seldom meet. */
const mostSteps = sql.raw('2000');

/** What many products have, read along the order of the list. */
function walkOf(shape: PageShape, param: PageParam): RawBuilder<unknown> {
  const keyset = productKeysets[shape.sort];
  const prices = sql`join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
    ${shape.collection ? joinMembers : sql``}`;
  return sql`
    select ${pageSource}, ${keysOf(keyset)} as keys, ${sortedColumns(keyset)}
    from (
      select p.id, ${sortedColumns(keyset)} from product p ${isOfProduct(shape.sort) ? sql`` : prices}
      where ${isPublic} ${shape.continued ? sql`and ${isAfter(keyset, param)}` : sql``}
      order by ${orderOf(keyset)} limit ${mostSteps}
    ) c join product p on p.id = c.id ${prices}
    where ${scopeConditions(scopesOf(shape), param, sql`c.id`)} and ${conditionsOf(shape, param)}
    order by ${orderOfSorted(keyset)} limit ${sql.raw(String(shape.most))}`;
}

/** Whether the order is known of the product alone. */
function isOfProduct(sort: ProductSort): boolean {
  return !['price_asc', 'price_desc', 'manual'].includes(sort);
}

/** Of a small scope all products are sorted; whatever else they must have is looked up until the page is full. */
function smallPageOf(shape: PageShape, param: PageParam, isRead: RawBuilder<unknown>): RawBuilder<unknown> {
  const keyset = productKeysets[shape.sort];
  return sql`
    select ${pageSource}, ${keysOf(keyset)} as keys, ${sortedColumns(keyset)}
    from (
      select p.id, ${sortedColumns(keyset)} from product p ${joinSmallScope(scopesOf(shape), param)}
      where ${isPublic} and ${isRead} ${shape.continued ? sql`and ${isAfter(keyset, param)}` : sql``}
      order by ${orderOf(keyset)} offset 0
    ) c join product p on p.id = c.id
    join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
    ${shape.collection ? joinMembers : sql``}
    where ${conditionsOf(shape, param)}
    order by ${orderOfSorted(keyset)} limit ${sql.raw(String(shape.most))}`;
}

/** The page as `c`, beside the rows of the category, the attributes and the collection it is of. */
function sourceOf(shape: PageShape, param: PageParam): RawBuilder<unknown> {
  const scopes = [];
  if (shape.category) scopes.push(categoryScope(param));
  if (shape.attributes) scopes.push(traitScope(param, scopesOf(shape)));
  if (shape.collection) scopes.push(sql`collection gathered`);
  const page = pageOf(shape, param);
  if (scopes.length === 0) return sql`(${page}) c`;
  const where = shape.collection ? sql`where ${isGathered(param)}` : sql``;
  return sql`${sql.join(scopes, sql` cross join `)} left join lateral (${page}) c on true ${where}`;
}

/**
 * A page of public products that have a price in the currency, as the JSON of `productPageSchema`.
 * @throws CURSOR_INVALID, CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND
 */
export async function findPage(db: Database, input: ListProductsInput): Promise<JsonText> {
  const shape = {
    ...filterShape(input),
    sort: input.sort,
    most: 1 + (pageSizes.find((size) => size >= input.limit) ?? input.limit),
    continued: input.cursor !== undefined,
  };
  const position = keysetParams(input.cursor, input.sort, productKeysets[input.sort]);
  const params = { ...filterParams(input), ...position, limit: input.limit };
  const [row] = await db.run(statementFor(shape), params);
  if (row === undefined || row.read === 0) await assertScopesExist(db, input);
  return new JsonText(
    `{"items":[${row?.cards ?? ''}],"nextCursor":${JSON.stringify(row === undefined ? null : cursorAfter(row, input))}}`,
  );
}

function cursorAfter(
  { found, lastId, lastKeys }: PageRow,
  { sort, limit }: ListProductsInput,
): string | null {
  if (found <= limit || lastId === null || lastKeys === null) return null;
  return encodeCursor(sort, { id: lastId, keys: lastKeys });
}
