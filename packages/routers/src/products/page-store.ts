import { type Database, defineStatement, type Statement } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import { cardColumns, type CardRow, cardSource, toCard } from './card-store.ts';
import {
  categoryScope,
  conditionsOf,
  filterKey,
  type FilterParam,
  filterParams,
  type FilterParams,
  type FilterShape,
  filterShape,
  isGathered,
  joinMembers,
  joinSmallScope,
  type ScopeSize,
} from './filter-store.ts';
import {
  cutPage,
  isAfter,
  keysetParams,
  type KeysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
  orderOfSorted,
  sortedColumns,
} from './keyset-store.ts';
import { isPublic } from './public-store.ts';
import type { ListProductsInput, ProductPage } from './schemas.ts';
import { assertScopesExist } from './scope-store.ts';
import { type ProductSort, productKeysets } from './sort-store.ts';

type PageParams = FilterParams & KeysetParams;

interface PageShape extends FilterShape {
  readonly sort: ProductSort;
  /** Rows read, one more than the page may show. */
  readonly most: number;
  readonly continued: boolean;
}

/** In a category or collection whose page is empty there is one row of nulls: no row at all means there is no such thing. */
type PageRow = (CardRow & KeysetRow) | { readonly id: null };

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
  return defineStatement<PageParams, PageRow>(name, (db, param) => {
    const pageOf = (size: ScopeSize) =>
      size === 'small' && isOfProduct(shape.sort)
        ? smallPageOf(shape, param)
        : sql`
      select ${cardSource}, ${keysOf(keyset)} as keys, ${sortedColumns(keyset)}
      from product p
      join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      ${size === 'small' ? joinSmallScope : sql``}
      ${shape.collection ? joinMembers : sql``}
      where ${conditionsOf(shape, param, size)} ${shape.continued ? sql`and ${isAfter(keyset, param)}` : sql``}
      order by ${orderOf(keyset)} limit ${sql.raw(String(shape.most))}`;
    const page = shape.category ? sql`(${pageOf('small')}) union all (${pageOf('large')})` : pageOf(null);
    const source = sourceOf(shape, param, page);
    return {
      compile: () =>
        sql<PageRow>`select c.keys, ${cardColumns} from ${source} order by ${orderOfSorted(keyset)}`.compile(
          db,
        ),
    };
  });
}

type PageParam = <Name extends keyof PageParams>(name: Name) => PageParams[Name];

/** Whether the order is known of the product alone. */
function isOfProduct(sort: ProductSort): boolean {
  return !['price_asc', 'price_desc', 'manual'].includes(sort);
}

/** Of a small category all products are sorted; whatever else they must have is looked up until the page is full. */
function smallPageOf(shape: PageShape, param: PageParam): RawBuilder<unknown> {
  const keyset = productKeysets[shape.sort];
  return sql`
    select ${cardSource}, ${keysOf(keyset)} as keys, ${sortedColumns(keyset)}
    from (
      select p.id, ${sortedColumns(keyset)} from product p ${joinSmallScope}
      where ${isPublic} and not scope.is_large ${shape.continued ? sql`and ${isAfter(keyset, param)}` : sql``}
      order by ${orderOf(keyset)} offset 0
    ) c join product p on p.id = c.id
    join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
    ${shape.collection ? joinMembers : sql``}
    where ${conditionsOf(shape, param, 'small')}
    order by ${orderOfSorted(keyset)} limit ${sql.raw(String(shape.most))}`;
}

/** The page as `c`, beside the rows of the category and the collection it is of. */
function sourceOf(shape: PageShape, param: FilterParam, page: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!shape.category && !shape.collection) return sql`(${page}) c`;
  const scopes = [];
  const conditions = [];
  if (shape.category) {
    scopes.push(categoryScope(param));
  }
  if (shape.collection) {
    scopes.push(sql`collection gathered`);
    conditions.push(isGathered(param));
  }
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  return sql`${sql.join(scopes, sql` cross join `)} left join lateral (${page}) c on true ${where}`;
}

/**
 * A page of public products that have a price in the currency.
 * @throws CURSOR_INVALID, CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND
 */
export async function findPage(db: Database, input: ListProductsInput): Promise<ProductPage> {
  const shape = {
    ...filterShape(input),
    sort: input.sort,
    most: 1 + (pageSizes.find((size) => size >= input.limit) ?? input.limit),
    continued: input.cursor !== undefined,
  };
  const position = keysetParams(input.cursor, input.sort, productKeysets[input.sort]);
  const rows = await db.run(statementFor(shape), { ...filterParams(input), ...position });
  if (rows.length === 0) await assertScopesExist(db, input);
  const { page, nextCursor } = cutPage(
    rows.filter((row) => row.id !== null),
    input.limit,
    input.sort,
  );
  return { items: page.map((row) => toCard(row)), nextCursor };
}
