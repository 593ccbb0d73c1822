import type { Transaction } from '@turing/db';
import type { CollectionRules } from '@turing/domain';
import { sql } from 'kysely';
import { isGathered, keepsRules } from './rules-store.ts';

export interface RuledCollection {
  readonly id: string;
  readonly rules: CollectionRules;
}

/**
 * Makes the members of a collection exactly what its rules gather now, of all products or of those named, in one
 * statement. The collection must be locked, so that what is written follows the rules that stand.
 */
export async function writeMembers(
  tx: Transaction,
  { id, rules }: RuledCollection,
  productIds?: readonly string[],
): Promise<number> {
  const isLooked = (column: string) =>
    productIds === undefined ? sql`true` : sql`${sql.ref(column)} = any (${productIds}::uuid[])`;
  const { rows } = await sql<{ changed: number }>`
    with wanted as materialized (
      select p.id from product p where ${isGathered} and ${isLooked('p.id')} and ${keepsRules(rules)}
    ), gone as (
      delete from collection_product member
      where member.collection_id = ${id}::uuid and ${isLooked('member.product_id')}
        and not exists (select from wanted where wanted.id = member.product_id)
      returning 1
    ), come as (
      insert into collection_product (collection_id, product_id)
      select ${id}::uuid, wanted.id from wanted
      where not exists (select from collection_product member
        where member.collection_id = ${id}::uuid and member.product_id = wanted.id)
      on conflict do nothing returning 1
    )
    select ((select count(*) from gone) + (select count(*) from come))::int as changed`.execute(tx);
  return rows[0]?.changed ?? 0;
}

/** The rules of a collection that has some, or null. Nobody can change them until the transaction ends. */
export async function lockRules(tx: Transaction, id: string): Promise<RuledCollection | null> {
  const row = await tx
    .selectFrom('collection')
    .select('rules')
    .where('id', '=', id)
    .where('kind', '=', 'rules')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { id, rules: row.rules as CollectionRules };
}

/** The collections that have rules, in the order in which they are locked. */
export async function listRuledIds(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .selectFrom('collection')
    .select('id')
    .where('kind', '=', 'rules')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes products off the queue, at most `limit` rows of it; another worker takes others. */
export async function takeQueued(tx: Transaction, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with taken as (
      delete from collection_refresh where id in (
        select id from collection_refresh order by id limit ${limit}::int for update skip locked)
      returning product_id
    )
    select distinct product_id as id from taken order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}
