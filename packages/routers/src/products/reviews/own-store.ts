import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { isPublic } from '../public-store.ts';
import type { OwnReview, WriteReviewInput } from './schemas.ts';

const ownColumns = sql`review.id, review.author_name as "authorName", review.rating, review.title, review.body,
  review.verified, review.status, review.created_at as "createdAt", review.updated_at as "updatedAt", review.reply,
  review.replied_at as "repliedAt"`;

export async function isPublicProduct(tx: Transaction, productId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from product p where p.id = ${productId} and ${isPublic}`.execute(tx);
  return rows.length > 0;
}

export interface Buyer {
  readonly customerId: string;
  /** Orders sent to it count when the customer has shown that it is theirs. */
  readonly email: string | null;
}

/** Whether the customer has an order with the product that was paid and not taken back. */
export async function hasBought(tx: Transaction, buyer: Buyer, productId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from "order" o join order_line l on l.order_id = o.id join product_variant v on v.id = l.variant_id
    where (o.customer_id = ${buyer.customerId} or o.email = ${buyer.email}) and v.product_id = ${productId}
      and o.status in ('confirmed', 'shipped', 'delivered') limit 1`.execute(tx);
  return rows.length > 0;
}

export interface WrittenReview extends WriteReviewInput {
  readonly customerId: string;
  readonly authorName: string;
  readonly verified: boolean;
  readonly now: Date;
}

/** Writes the customer's one review of the product, or changes it; what changed waits for staff again. */
export async function saveReview(tx: Transaction, review: WrittenReview): Promise<void> {
  await sql`
    insert into review (product_id, customer_id, author_name, rating, title, body, verified, created_at, updated_at)
    values (${review.productId}, ${review.customerId}, ${review.authorName}, ${review.rating}, ${review.title},
            ${review.body}, ${review.verified}, ${review.now}, ${review.now})
    on conflict (product_id, customer_id) do update set author_name = excluded.author_name, rating = excluded.rating,
      title = excluded.title, body = excluded.body, verified = excluded.verified, status = 'pending',
      moderated_by = null, moderated_at = null, version = review.version + 1, updated_at = excluded.updated_at
    where (review.rating, review.title, review.body) is distinct from (excluded.rating, excluded.title, excluded.body)`.execute(
    tx,
  );
}

export async function findOwnReview(
  reader: Reader,
  { customerId, productId }: { readonly customerId: string; readonly productId: string },
): Promise<OwnReview | null> {
  const { rows } = await sql<OwnReview>`
    select ${ownColumns} from review where product_id = ${productId} and customer_id = ${customerId}`.execute(
    reader,
  );
  return rows[0] ?? null;
}

export async function deleteOwnReview(
  tx: Transaction,
  { customerId, productId }: { readonly customerId: string; readonly productId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('review')
    .where('product_id', '=', productId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
