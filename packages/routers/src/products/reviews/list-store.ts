import { type Database, defineStatement, type Statement } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import {
  booleanColumn,
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
import { isPublic } from '../public-store.ts';
import type { ReviewPage, ReviewsInput } from './schemas.ts';

const newest = timeColumn(sql`review.created_at`, 'desc');

function keyset(...columns: Keyset['columns']): Keyset {
  return { columns, id: sql`review.id`, idDirection: 'asc' };
}

const keysets: Readonly<Record<ReviewsInput['sort'], Keyset>> = {
  newest: keyset(newest),
  highest: keyset(integerColumn(sql`review.rating`, 'desc'), newest),
  lowest: keyset(integerColumn(sql`review.rating`, 'asc'), newest),
  verified: keyset(booleanColumn(sql`review.verified`, 'desc'), newest),
};

type Review = ReviewPage['items'][number] & KeysetRow;

/** The totals stand beside each review, and alone when the page has none. */
type ReviewRow = { readonly totals: ReviewPage['totals'] } & (Review | { readonly id: null });

interface ReviewParams extends KeysetParams {
  readonly productId: string;
  readonly rating: number;
  readonly limit: number;
}

interface ReviewShape {
  readonly sort: ReviewsInput['sort'];
  readonly rated: boolean;
  readonly continued: boolean;
}

/** At most 16. */
const statements = new Map<string, Statement<ReviewParams, ReviewRow>>();

function statementFor(shape: ReviewShape): Statement<ReviewParams, ReviewRow> {
  const name = `reviews_${shape.sort}${shape.rated ? '_rated' : ''}${shape.continued ? '_next' : ''}`;
  const known = statements.get(name) ?? defineReviews(name, shape);
  statements.set(name, known);
  return known;
}

function defineReviews(name: string, { sort, rated, continued }: ReviewShape) {
  const order = keysets[sort];
  return defineStatement<ReviewParams, ReviewRow>(name, (db, param) => ({
    compile: () =>
      sql<ReviewRow>`
      select star.totals, c.* from (${starTotals(param('productId'))}) star left join (
        select review.id, review.author_name as "authorName", review.rating, review.title, review.body, review.verified,
          review.created_at as "createdAt", review.reply, review.replied_at as "repliedAt",
          ${keysOf(order)} as keys, ${sortedColumns(order)}
        from review join product p on p.id = review.product_id
        where review.product_id = ${param('productId')}::uuid and review.status = 'approved' and ${isPublic}
          ${rated ? sql`and review.rating = ${param('rating')}::int` : sql``}
          ${continued ? sql`and ${isAfter(order, param)}` : sql``}
        order by ${orderOf(order)} limit ${param('limit')}::int + 1
      ) c on true order by ${orderOfSorted(order)}`.compile(db),
  }));
}

function starTotals(productId: string): RawBuilder<unknown> {
  return sql`
    select json_agg(json_build_object('rating', n.rating, 'count', n.count) order by n.rating desc) as totals from (
      select star.rating, count(p.id)::int as count from generate_series(1, 5) star (rating)
      left join review on review.rating = star.rating and review.status = 'approved' and review.product_id = ${productId}::uuid
      left join product p on p.id = review.product_id and ${isPublic}
      group by star.rating
    ) n`;
}

/**
 * Approved reviews of a published product, and how many give each number of stars.
 * @throws CURSOR_INVALID
 */
export async function listReviews(db: Database, input: ReviewsInput): Promise<ReviewPage> {
  const { productId, rating, sort, cursor, limit } = input;
  const cursorKind = `reviews-${sort}`;
  const position = keysetParams(cursor, cursorKind, keysets[sort]);
  const statement = statementFor({ sort, rated: rating !== undefined, continued: cursor !== undefined });
  const rows = await db.run(statement, { productId, rating: rating ?? 0, limit, ...position });
  const reviews = rows.filter((row) => row.id !== null);
  const { page, nextCursor } = cutPage(reviews, limit, cursorKind);
  return {
    items: page.map(({ keys: _keys, totals: _totals, ...review }) => review),
    nextCursor,
    totals: rows[0]?.totals ?? [],
  };
}
