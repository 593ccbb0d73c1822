import type { Reader } from '@turing/db';
import { type ReturnState, returnStates } from '@turing/domain';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { ListReturnsInput, ReturnPage } from './schemas.ts';

/** `%` and `_` typed by a person are text. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
}

const numberOf = /^#?(\d{1,9})(?:-R\d+)?$/iu;

/** Returns for staff, the latest first. @throws CURSOR_INVALID */
export async function listReturns(reader: Reader, input: ListReturnsInput): Promise<ReturnPage> {
  const conditions = [sql`true`];
  if (input.status) conditions.push(sql`r.status = ${input.status}`);
  if (input.query) {
    const number = numberOf.exec(input.query)?.[1];
    const pattern = containing(input.query);
    conditions.push(
      number === undefined
        ? sql`(o.email ilike ${pattern} or o.shipping_address ->> 'name' ilike ${pattern})`
        : sql`o.number = ${Number(number)}::int`,
    );
  }
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    conditions.push(sql`(r.created_at, r.id) < (${time}, ${id}::uuid)`);
  }
  const { rows } = await sql<ReturnPage['items'][number]>`
    select r.id, o.number || '-R' || r.sequence as name, o.id as "orderId", o.shipping_address ->> 'name' as "customerName", o.email,
      r.status, r.resolution, r.created_at as "createdAt",
      (select sum(l.quantity)::int from order_return_line l where l.return_id = r.id) as units,
      (select json_agg(distinct l.reason) from order_return_line l where l.return_id = r.id) as reasons
    from order_return r join "order" o on o.id = r.order_id
    where ${sql.join(conditions, sql` and `)} order by r.created_at desc, r.id desc limit ${input.limit + 1}`.execute(
    reader,
  );
  return pageOf(rows, input.limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}

/** How many returns are in each state that waits for somebody. */
export async function countReturns(reader: Reader): Promise<Record<ReturnState, number>> {
  const { rows } = await sql<{ status: ReturnState; count: number }>`
    select status, count(*)::int as count from order_return
    where status in ('requested', 'approved', 'in_transit', 'received', 'inspected') group by status`.execute(
    reader,
  );
  const counted = new Map(rows.map(({ status, count }) => [status, count]));
  return Object.fromEntries(returnStates.map((status) => [status, counted.get(status) ?? 0])) as Record<
    ReturnState,
    number
  >;
}
