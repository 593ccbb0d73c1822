import type { Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { Subject } from './request-store.ts';
import { withoutWords } from './without-words.ts';

const batch = 50;

/** Who a review is by when its author is gone. */
const formerAuthor = 'A customer';

/** Gives the next reviews of a customer to nobody, and takes the customer's own name and addresses out of the words. How many. */
export async function eraseReviews(
  tx: Transaction,
  customerId: string,
  { subject: { words }, now }: { readonly subject: Subject; readonly now: Date },
): Promise<number> {
  const reviews = await tx
    .selectFrom('review')
    .select(['id', 'title', 'body', 'reply'])
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .execute();
  for (const { id, title, body, reply } of reviews) {
    await tx
      .updateTable('review')
      .set({
        customer_id: null,
        author_name: formerAuthor,
        title: withoutWords(title, words),
        body: withoutWords(body, words),
        reply: reply === null ? null : withoutWords(reply, words),
        updated_at: now,
        version: sql<number>`version + 1`,
      })
      .where('id', '=', id)
      .execute();
  }
  return reviews.length;
}

/** For whom stock is kept, in the words of staff. */
export async function eraseReservations(tx: Transaction, { words }: Subject): Promise<void> {
  const rows = await sql<{ id: string; reference: string }>`
    select id, reference from stock_reservation
    where exists (select from unnest(${words}::text[]) word where strpos(lower(reference), word) > 0)
    for update`.execute(tx);
  for (const { id, reference } of rows.rows) {
    await tx
      .updateTable('stock_reservation')
      .set({ reference: withoutWords(reference, words) })
      .where('id', '=', id)
      .execute();
  }
}

/**
 * Jobs from before the account was closed that speak of the customer, letters above all; and what was answered to their
 * writes. The address may have another account by now, whose letters are younger.
 */
export async function removeTraces(
  tx: Transaction,
  customerId: string,
  { subject, before }: { readonly subject: Subject; readonly before: Date },
): Promise<void> {
  await sql`
    delete from graphile_worker._private_jobs
    where locked_at is null and created_at <= ${before} and (
      strpos(lower(payload::text), ${subject.email}) > 0 or strpos(lower(coalesce(last_error, '')), ${subject.email}) > 0)`.execute(
    tx,
  );
  await sql`delete from idempotency_record where scope = ${`customer:${customerId}`}`.execute(tx);
  await sql`delete from cart_recovery where email = ${subject.email} and created_at <= ${before}`.execute(tx);
  await sql`
    update credit_entry e set note = null from credit_account a
    where a.id = e.account_id and a.customer_id = ${customerId} and e.note is not null`.execute(tx);
}
