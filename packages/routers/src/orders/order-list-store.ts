import type { Database, Reader } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../cursor.ts';
import type { MyOrders, MyOrdersInput, StaffListOrdersInput, StaffOrderPage } from './order-schemas.ts';

function selectRows(reader: Reader) {
  return reader
    .selectFrom('order')
    .innerJoin('payment', 'payment.order_id', 'order.id')
    .select((row) => [
      'order.id',
      'order.number',
      'order.token',
      'order.placed_at as placedAt',
      'order.email',
      'order.country',
      'order.status',
      'order.fulfilment_status as fulfilmentStatus',
      'order.total_minor as totalMinor',
      'order.currency',
      'payment.status as paymentStatus',
      sql<string>`"order".shipping_address ->> 'name'`.as('name'),
      row
        .selectFrom('order_line')
        .select(sql<number>`coalesce(sum(quantity), 0)::int`.as('count'))
        .whereRef('order_line.order_id', '=', 'order.id')
        .$asScalar()
        .$notNull()
        .as('itemCount'),
    ])
    .orderBy('order.placed_at', 'desc')
    .orderBy('order.id', 'desc')
    .$narrowType<{ placedAt: Date; currency: Currency }>();
}

function after(cursor: string) {
  const { time, id } = decodeTimeCursor(cursor);
  return sql<boolean>`("order".placed_at, "order".id) < (${time}, ${id}::uuid)`;
}

/** `%` and `_` typed by a person are text. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
}

const orderNumber = /^#?(\d{1,9})$/u;

function matching(text: string) {
  const number = orderNumber.exec(text)?.[1];
  if (number !== undefined) return sql<boolean>`"order".number = ${Number(number)}`;
  const pattern = containing(text);
  return sql<boolean>`("order".email ilike ${pattern} or "order".shipping_address ->> 'name' ilike ${pattern})`;
}

/** Orders for staff, newest first. @throws CURSOR_INVALID */
export async function listOrders(db: Database, input: StaffListOrdersInput): Promise<StaffOrderPage> {
  let query = selectRows(db.reader).limit(input.limit + 1);
  if (input.query) query = query.where(matching(input.query));
  if (input.status) query = query.where('order.status', '=', input.status);
  if (input.paymentStatus) query = query.where('payment.status', '=', input.paymentStatus);
  if (input.fulfilmentStatus) query = query.where('order.fulfilment_status', '=', input.fulfilmentStatus);
  if (input.from) query = query.where('order.placed_at', '>=', new Date(input.from));
  if (input.to) query = query.where('order.placed_at', '<', new Date(input.to));
  if (input.cursor) query = query.where(after(input.cursor));
  return pageOf(await query.execute(), input.limit, (row) => ({ time: row.placedAt, id: row.id }));
}

/** A customer's own orders, newest first. @throws CURSOR_INVALID */
export async function listMyOrders(
  db: Database,
  input: MyOrdersInput & { readonly customerId: string },
): Promise<MyOrders> {
  let query = selectRows(db.reader)
    .where('order.customer_id', '=', input.customerId)
    .limit(input.limit + 1);
  if (input.cursor) query = query.where(after(input.cursor));
  return pageOf(await query.execute(), input.limit, (row) => ({ time: row.placedAt, id: row.id }));
}
