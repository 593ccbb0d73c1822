import { type Database, defineStatement, type Statement } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import { cardColumns, type CardRow, cardSource, toCard } from '../card-store.ts';
import {
  cutPage,
  integerColumn,
  isAfter,
  type Keyset,
  keysetParams,
  type KeysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
  orderOfSorted,
  sortedColumns,
  timeColumn,
} from '../keyset-store.ts';
import type { ProductCard, SearchProductsInput } from '../schemas.ts';
import { assertScopesExist } from '../scope-store.ts';
import { type ProductSort, productKeysets } from '../sort-store.ts';
import { type HitParam, type HitParams, hitParams, type HitShape, hitShape, hitTables } from './hit-store.ts';
import type { SearchPlan } from './plan.ts';
import { walkTables } from './walk-store.ts';

interface PageParams extends HitParams, KeysetParams {
  readonly limit: number;
}

type PageParam = HitParam & (<Name extends keyof PageParams>(name: Name) => PageParams[Name]);

interface PageShape extends HitShape {
  readonly sort: SearchProductsInput['sort'];
  readonly continued: boolean;
}

interface Totals {
  readonly found: number;
  readonly isTiered: boolean;
  /** The known words with the lexemes searched, as they are written. */
  readonly words: string[] | null;
}

/** Always one row, with nulls for a product when none is found. */
type PageRow = Totals & ((CardRow & KeysetRow) | { readonly id: null });

type PageStatement = Statement<PageParams, PageRow>;

const id = sql`hit.product_id`;

/** Orders that a hit knows of itself: the page is cut before anything of the products is read. */
const hitKeysets: Partial<Record<SearchProductsInput['sort'], Keyset>> = {
  relevance: { columns: [integerColumn(sql`hit.score`, 'desc')], id, idDirection: 'asc' },
  price_asc: { columns: [integerColumn(sql`hit.price`, 'asc')], id, idDirection: 'asc' },
  price_desc: { columns: [integerColumn(sql`hit.price`, 'desc')], id, idDirection: 'desc' },
  newest: { columns: [timeColumn(sql`hit.published_at`, 'desc')], id, idDirection: 'asc' },
};

function keysetOf({ sort, isWalked }: Pick<PageShape, 'sort' | 'isWalked'>): Keyset {
  return (isWalked ? undefined : hitKeysets[sort]) ?? productKeysets[sort as ProductSort];
}

/** One for each order and combination of filters that was asked for. */
const statements = new Map<string, PageStatement>();

function statementFor(shape: PageShape): PageStatement {
  const { sort, continued, depth, isRanked: _isRanked, isWalked, ...filters } = shape;
  const key = Object.values(filters)
    .map((isSet) => (isSet ? '1' : '0'))
    .join('');
  const name = `search_${sort}_${key}_${isWalked ? 'walk' : depth}${continued ? '_next' : ''}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = definePage(name, shape);
  statements.set(name, statement);
  return statement;
}

function pageOf(shape: PageShape, param: PageParam): RawBuilder<unknown> {
  const { sort, continued, isWalked } = shape;
  const keyset = keysetOf(shape);
  const rest = continued ? sql`where ${isAfter(keyset, param)}` : sql``;
  const cut = sql`${rest} order by ${orderOf(keyset)} limit ${param('limit')}::int + 1`;
  const product = sql`join product p on p.id = hit.product_id
    join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar`;
  const columns = sql`${cardSource}, ${keysOf(keyset)} as keys, ${sortedColumns(keyset)}`;
  if (isWalked) {
    return sql`
      select ${columns} from (
        select product_id from walk where (select is_full from walked)
        union all (select hit.product_id from hit ${product} ${cut})
      ) hit ${product}`;
  }
  return hitKeysets[sort] !== undefined
    ? sql`select ${columns} from (select * from hit ${cut}) hit ${product}`
    : sql`select ${columns} from hit ${product} ${cut}`;
}

function walkOf({ sort, continued, isWalked }: PageShape, param: PageParam): RawBuilder<unknown> {
  return isWalked && sort !== 'relevance' ? sql`${walkTables({ sort, continued }, param)},` : sql``;
}

function definePage(name: string, shape: PageShape): PageStatement {
  return defineStatement<PageParams, PageRow>(name, (db, param) => ({
    compile: () =>
      sql<PageRow>`
      with ${walkOf(shape, param)} ${hitTables(shape, param)}
      select t.*, c.keys, ${cardColumns}
      from (
        select (select count(*)::int from hit) as found, (select is_tiered from tally) ${shape.isWalked ? sql`or (select is_full from walked)` : sql``} as "isTiered",
          (select array_agg(word) from search.word where lexeme = any (${param('lexemes')}::text[])) as words
      ) t left join lateral (${pageOf(shape, param)}) c on true
      order by ${orderOfSorted(keysetOf(shape))}`.compile(db),
  }));
}

export interface FoundPage extends Totals {
  readonly cards: ProductCard[];
  readonly nextCursor: string | null;
}

/**
 * A page of the products that a plan finds.
 * @throws CURSOR_INVALID, CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND
 */
export async function findSearchPage(
  db: Database,
  input: SearchProductsInput,
  plan: SearchPlan,
): Promise<FoundPage> {
  const shape = { ...hitShape(input, plan), sort: input.sort, continued: input.cursor !== undefined };
  const position = keysetParams(input.cursor, input.sort, keysetOf(shape));
  const rows = await db.run(statementFor(shape), {
    ...hitParams(input, plan),
    ...position,
    limit: input.limit,
  });
  const [totals] = rows;
  if (totals === undefined) throw new Error('a search page has at least its totals');
  if (totals.found === 0) await assertScopesExist(db, input);
  const { page, nextCursor } = cutPage(
    rows.filter((row) => row.id !== null),
    input.limit,
    input.sort,
  );
  return { ...totals, cards: page.map((row) => toCard(row)), nextCursor };
}
