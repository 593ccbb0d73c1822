import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';

export async function listTags(reader: Reader, orderId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('order_tag')
    .select('tag')
    .where('order_id', '=', orderId)
    .orderBy('tag')
    .execute();
  return rows.map(({ tag }) => tag);
}

/** Tags in use that begin with a text, the most used first. */
export async function suggestTags(reader: Reader, query: string): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select tag from order_tag where starts_with(tag, ${query}) group by tag order by count(*) desc, tag limit 20`.execute(
    reader,
  );
  return rows.map(({ tag }) => tag);
}

export async function addTags(tx: Transaction, orderId: string, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await tx
    .insertInto('order_tag')
    .values(tags.map((tag) => ({ order_id: orderId, tag })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeTags(tx: Transaction, orderId: string, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await tx.deleteFrom('order_tag').where('order_id', '=', orderId).where('tag', 'in', tags).execute();
}
