import { type RawBuilder, sql } from 'kysely';

/** The groups of a customer, for `effective_price`; a guest has none. Evaluated once in a statement. */
export function groupsOf(customerId: string | null): RawBuilder<unknown> {
  if (customerId === null) return sql`'{}'::uuid[]`;
  return sql`array(select group_id from customer_group_member where customer_id = ${customerId}::uuid)`;
}
