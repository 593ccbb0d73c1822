import type { Reader } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { CreditHistory, CreditHistoryInput, MyCredit } from './account-schemas.ts';

/** The store credit of a customer by currency. */
export async function listStoreCredit(reader: Reader, customerId: string): Promise<MyCredit> {
  const accounts = await reader
    .selectFrom('credit_account')
    .select(['currency', 'balance_minor as balanceMinor'])
    .where('customer_id', '=', customerId)
    .orderBy('currency')
    .$narrowType<{ currency: Currency }>()
    .execute();
  return { accounts };
}

/** What came and went, the newest first: of a customer, or of one account. @throws CURSOR_INVALID */
export async function listHistory(
  reader: Reader,
  of: { readonly customerId: string } | { readonly accountId: string },
  { cursor, limit }: CreditHistoryInput,
): Promise<CreditHistory> {
  const after = cursor === undefined ? null : decodeTimeCursor(cursor);
  const { rows } = await sql<CreditHistory['items'][number]>`
    select e.id, e.kind, e.reason, e.amount_minor as "amountMinor", e.balance_after_minor as "balanceAfterMinor", a.currency,
      e.note, s.name as "staffName", e.order_id as "orderId", o.number as "orderNumber", e.created_at as "createdAt"
    from credit_account a join credit_entry e on e.account_id = a.id
    left join "order" o on o.id = e.order_id left join staff s on s.id = e.staff_id
    where ${'customerId' in of ? sql`a.customer_id = ${of.customerId}` : sql`a.id = ${of.accountId}`}
      and ${after === null ? sql`true` : sql`(e.created_at, e.id) < (${after.time}, ${after.id}::uuid)`}
    order by e.created_at desc, e.id desc limit ${limit + 1}`.execute(reader);
  return pageOf(rows, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}
