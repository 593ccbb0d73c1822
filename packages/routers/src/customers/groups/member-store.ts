import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { Candidates, FindCandidatesInput, ListMembersInput, MemberPage } from './schemas.ts';

function fits(query: string) {
  return sql<boolean>`(strpos(customer.email, lower(${query})) > 0 or strpos(lower(customer.name), lower(${query})) > 0)`;
}

/** The members of a group, newest customers first. @throws CURSOR_INVALID */
export async function listMembers(reader: Reader, input: ListMembersInput): Promise<MemberPage> {
  let query = reader
    .selectFrom('customer_group_member as m')
    .innerJoin('customer', 'customer.id', 'm.customer_id')
    .select(['customer.id', 'customer.name', 'customer.email', 'customer.created_at as createdAt'])
    .where('m.group_id', '=', input.id)
    .orderBy('customer.created_at', 'desc')
    .orderBy('customer.id', 'desc')
    .limit(input.limit + 1)
    .$narrowType<{ createdAt: Date }>();
  if (input.query) query = query.where(fits(input.query));
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    query = query.where(sql<boolean>`(customer.created_at, customer.id) < (${time}, ${id}::uuid)`);
  }
  return pageOf(await query.execute(), input.limit, (row) => ({ time: row.createdAt, id: row.id }));
}

/** Customers who are not in the group yet, at most 10. */
export function findCandidates(reader: Reader, { id, query }: FindCandidatesInput): Promise<Candidates> {
  return reader
    .selectFrom('customer')
    .select(['customer.id', 'customer.name', 'customer.email'])
    .where(fits(query))
    .where(
      sql<boolean>`not exists (
        select from customer_group_member m where m.customer_id = customer.id and m.group_id = ${id}::uuid)`,
    )
    .orderBy('customer.email')
    .limit(10)
    .execute();
}

/** The customers with these addresses, by address. */
export async function findByEmail(tx: Transaction, emails: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('customer')
    .select(['id', 'email'])
    .where('email', 'in', [...emails])
    .execute();
  return new Map(rows.map(({ id, email }) => [email, id]));
}

/** Gives the ids of those who were not in it. */
export async function addToGroup(
  tx: Transaction,
  groupId: string,
  customerIds: readonly string[],
): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const rows = await tx
    .insertInto('customer_group_member')
    .values(customerIds.toSorted().map((id) => ({ customer_id: id, group_id: groupId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('customer_id')
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Gives the ids of those who were in it. */
export async function removeFromGroup(
  tx: Transaction,
  groupId: string,
  customerIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .deleteFrom('customer_group_member')
    .where('group_id', '=', groupId)
    .where('customer_id', 'in', [...customerIds])
    .returning('customer_id')
    .execute();
  return rows.map((row) => row.customer_id);
}
