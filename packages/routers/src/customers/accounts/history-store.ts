import type { Reader } from '@turing/db';
import type { Currency, OrderState } from '@turing/domain';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { AccountOrders, AccountOrdersInput, AccountTimeline } from './schemas.ts';

/** A customer's orders, newest first. @throws CURSOR_INVALID */
export async function listAccountOrders(reader: Reader, input: AccountOrdersInput): Promise<AccountOrders> {
  let query = reader
    .selectFrom('order')
    .select(['id', 'number', 'status', 'total_minor as totalMinor', 'currency', 'placed_at as placedAt'])
    .where('customer_id', '=', input.id)
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .$narrowType<{ placedAt: Date; currency: Currency; status: OrderState }>();
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    query = query.where(sql<boolean>`(placed_at, id) < (${time}, ${id}::uuid)`);
  }
  return pageOf(await query.execute(), input.limit, (row) => ({ time: row.placedAt, id: row.id }));
}

type Moment = AccountTimeline['items'][number];

/** What happened with a customer, newest first: their own doings and what staff changed. @throws CURSOR_INVALID */
export async function listAccountTimeline(
  reader: Reader,
  { id, cursor, limit }: AccountOrdersInput,
): Promise<AccountTimeline> {
  const before = cursor === undefined ? null : decodeTimeCursor(cursor);
  const cut = before === null ? sql`true` : sql`(t.at, t.id) < (${before.time}, ${before.id}::uuid)`;
  const { rows } = await sql<Moment>`
    select t.id, t.kind, s.name as "actorName", t.detail, t.order_id as "orderId", t.at as "createdAt"
    from (
      select c.id, 'registered' as kind, null::uuid as staff_id, null as detail, null::uuid as order_id, c.created_at as at
      from customer c where c.id = ${id}
      union all
      select o.id, 'order', null, o.number::text, o.id, o.placed_at from "order" o where o.customer_id = ${id}
      union all
      select n.id, 'consent', null, n.granted::text, null, n.created_at from customer_consent n where n.customer_id = ${id}
      union all
      select e.id, 'signed_in', null, e.ip_address, null, e.created_at from customer_session e where e.customer_id = ${id}
      union all
      select a.id, 'staff', a.staff_id, a.action, null, a.created_at from audit_entry a
      where a.entity_type = 'customer' and a.entity_id = ${id}::text
    ) t left join staff s on s.id = t.staff_id
    where ${cut} order by t.at desc, t.id desc limit ${limit + 1}`.execute(reader);
  return pageOf(rows, limit, (row) => ({ time: row.createdAt, id: row.id }));
}
