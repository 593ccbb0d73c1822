import type { Database, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type {
  RatingCheck,
  ReviewCounts,
  ReviewStatus,
  StaffListReviewsInput,
  StaffReviewPage,
} from './schemas.ts';

export interface LockedReview {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly reply: string | null;
  readonly version: number;
}

/** Locks reviews in id order: two that moderate the same ones queue and never deadlock. */
export async function lockReviews(tx: Transaction, ids: readonly string[]): Promise<LockedReview[]> {
  return tx
    .selectFrom('review')
    .select(['id', 'status', 'reply', 'version'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

interface Verdict {
  readonly status: ReviewStatus;
  readonly staffId: string;
  readonly now: Date;
}

/** Gives locked reviews a status; the products' ratings follow by trigger, in id order. */
export async function updateStatuses(
  tx: Transaction,
  ids: readonly string[],
  { status, staffId, now }: Verdict,
): Promise<void> {
  await tx
    .updateTable('review')
    .set({
      status,
      moderated_by: staffId,
      moderated_at: now,
      updated_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', 'in', ids)
    .execute();
}

export async function updateReply(
  tx: Transaction,
  id: string,
  { reply, now }: { readonly reply: string | null; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('review')
    .set({
      reply,
      replied_at: reply === null ? null : now,
      updated_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

function conditionsOf(input: StaffListReviewsInput) {
  const conditions = [sql`true`];
  if (input.status) conditions.push(sql`review.status = ${input.status}`);
  if (input.rating) conditions.push(sql`review.rating = ${input.rating}`);
  if (input.verified !== undefined) conditions.push(sql`review.verified = ${input.verified}`);
  if (input.productId) conditions.push(sql`review.product_id = ${input.productId}`);
  if (input.query) {
    const query = sql`lower(unaccent(${input.query.replaceAll('\0', ' ')}))`;
    conditions.push(sql`strpos(lower(unaccent(concat_ws(' ', p.name, review.author_name, review.title, review.body))),
      ${query}) > 0`);
  }
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    const beyond = sql.raw(input.sort === 'oldest' ? '>' : '<');
    conditions.push(sql`(review.created_at, review.id) ${beyond} (${time}, ${id}::uuid)`);
  }
  return sql.join(conditions, sql` and `);
}

/** Reviews for staff, as they wait or newest first. @throws CURSOR_INVALID */
export async function listStaffReviews(db: Database, input: StaffListReviewsInput): Promise<StaffReviewPage> {
  const direction = sql.raw(input.sort === 'oldest' ? 'asc' : 'desc');
  const { rows } = await sql<StaffReviewPage['items'][number]>`
    select review.id, review.author_name as "authorName", review.rating, review.title, review.body, review.verified,
      review.status, review.created_at as "createdAt", review.reply, review.replied_at as "repliedAt", review.version,
      review.moderated_at as "moderatedAt", staff.name as "moderatorName", customer.email as "customerEmail",
      p.id as "productId", p.name as "productName", p.slug as "productSlug"
    from review join product p on p.id = review.product_id
    left join customer on customer.id = review.customer_id left join staff on staff.id = review.moderated_by
    where ${conditionsOf(input)}
    order by review.created_at ${direction}, review.id ${direction} limit ${input.limit + 1}`.execute(
    db.reader,
  );
  return pageOf(rows, input.limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}

export async function countReviews(db: Database): Promise<ReviewCounts> {
  const { rows } = await sql<ReviewCounts>`
    select count(*) filter (where status = 'pending')::int as pending,
      count(*) filter (where status = 'approved')::int as approved,
      count(*) filter (where status = 'rejected')::int as rejected from review`.execute(db.reader);
  return rows[0] ?? { pending: 0, approved: 0, rejected: 0 };
}

/** Compares each product's rating with its approved reviews, in one statement. */
export async function verifyRatings(db: Database): Promise<RatingCheck> {
  const { rows } = await sql<RatingCheck>`
    with compared as (
      select p.id, p.rating_sum, p.rating_count, coalesce(r.sum, 0)::int as review_sum, coalesce(r.count, 0)::int as review_count
      from product p left join (
        select product_id, sum(rating) as sum, count(*) as count from review where status = 'approved' group by 1
      ) r on r.product_id = p.id
    ), wrong as (
      select * from compared where rating_sum <> review_sum or rating_count <> review_count order by id limit 100
    )
    select (select count(*)::int from product) as products, coalesce((
      select json_agg(json_build_object('productId', id, 'ratingSum', rating_sum, 'ratingCount', rating_count,
        'reviewSum', review_sum, 'reviewCount', review_count)) from wrong), '[]') as wrong`.execute(
    db.reader,
  );
  return rows[0] ?? { products: 0, wrong: [] };
}
