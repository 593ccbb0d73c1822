import { type RawBuilder, sql } from 'kysely';

/**
 * The table expression `asking (groups)`: one row with the customer's groups, none for a guest. Apart and materialized,
 * because PostgreSQL does not inline `effective_price` when an argument is a subquery.
 */
export function askingTable(customerId: string | null): RawBuilder<unknown> {
  const groups = sql`array(select group_id from customer_group_member where customer_id = ${customerId}::uuid)`;
  return sql`asking as materialized (select ${groups} as groups)`;
}
