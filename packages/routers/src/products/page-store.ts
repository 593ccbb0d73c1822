import { ShopError } from '@turing/domain';
import { type Database, defineStatement, type Statement } from '@turing/db';
import { sql } from 'kysely';
import { cardColumns, type CardRow, cardSource, toCard } from './card-store.ts';
import {
  conditionsOf,
  filterKey,
  filterParams,
  type FilterParams,
  type FilterShape,
  filterShape,
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
import { matchTables } from './match-store.ts';
import type { ListProductsInput, ProductPage, SearchProductsInput } from './schemas.ts';
import { type ProductSort, productKeysets } from './sort-store.ts';

interface PageParams extends FilterParams, KeysetParams {
  readonly limit: number;
}

interface PageShape extends FilterShape {
  readonly sort: ProductSort;
  readonly continued: boolean;
}

/** With a category and an empty page, there is one row of nulls: no row at all means no such category. */
type PageRow = (CardRow & KeysetRow) | { readonly id: null };

type PageStatement = Statement<PageParams, PageRow>;

/** At most 7 sorts times 64 combinations. */
const statements = new Map<string, PageStatement>();

function statementFor(shape: PageShape): PageStatement {
  const name = `products_${shape.sort}_${filterKey(shape)}${shape.continued ? '_next' : ''}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = definePage(name, shape);
  statements.set(name, statement);
  return statement;
}

function definePage(name: string, shape: PageShape): PageStatement {
  const keyset = productKeysets[shape.sort];
  return defineStatement<PageParams, PageRow>(name, (db, param) => {
    const page = sql`
      select ${cardSource}, ${keysOf(keyset)} as keys, ${sortedColumns(keyset)}
      from product p
      join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      ${shape.query ? sql`join match on match.product_id = p.id` : sql``}
      where ${conditionsOf(shape, param)} ${shape.continued ? sql`and ${isAfter(keyset, param)}` : sql``}
      order by ${orderOf(keyset)} limit ${param('limit')}::int + 1`;
    const source = shape.category
      ? sql`category scope left join lateral (${page}) c on true where scope.slug = ${param('category')}::text`
      : sql`(${page}) c`;
    const tables = shape.query ? sql`with ${matchTables(param)}` : sql``;
    return {
      compile: () =>
        sql<PageRow>`${tables} select c.keys, ${cardColumns} from ${source} order by ${orderOfSorted(keyset)}`.compile(
          db,
        ),
    };
  });
}

/**
 * A page of public products that have a price in the currency.
 * @throws CURSOR_INVALID, CATEGORY_NOT_FOUND
 */
export async function findPage(
  db: Database,
  input: ListProductsInput | SearchProductsInput,
): Promise<ProductPage> {
  const shape = { ...filterShape(input), sort: input.sort, continued: input.cursor !== undefined };
  const position = keysetParams(input.cursor, input.sort, productKeysets[input.sort]);
  const rows = await db.run(statementFor(shape), { ...filterParams(input), ...position, limit: input.limit });
  if (shape.category && rows.length === 0)
    throw new ShopError('CATEGORY_NOT_FOUND', { category: input.category });
  const { page, nextCursor } = cutPage(
    rows.filter((row) => row.id !== null),
    input.limit,
    input.sort,
  );
  return { items: page.map((row) => toCard(row)), nextCursor };
}
