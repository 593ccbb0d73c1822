import { type Database, defineStatement, type Statement } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../cursor.ts';
import type { MyOrders, MyOrdersInput } from './order-schemas.ts';

interface Params {
  readonly customerId: string;
  readonly number: number | undefined;
  readonly afterTime: Date | undefined;
  readonly afterId: string | undefined;
}

type Row = MyOrders['items'][number] & { readonly id: string };
type Kind = 'first' | 'next' | 'one';

const further = {
  first: () => sql``,
  next: (param: <Name extends keyof Params>(name: Name) => Params[Name]) =>
    sql`and (o.placed_at, o.id) < (${param('afterTime')}::timestamptz, ${param('afterId')}::uuid)`,
  one: (param: <Name extends keyof Params>(name: Name) => Params[Name]) =>
    sql`and o.number = ${param('number')}::int`,
};

/** Rows read: the planner is told a number, else it plans each page anew. */
const most = 51;

function define(kind: Kind): Statement<Params, Row> {
  return defineStatement<Params, Row>(`my_orders_${kind}`, (db, param) => ({
    compile: () =>
      sql<Row>`
      select o.id, o.number, o.token, o.placed_at as "placedAt", o.country, o.status, o.fulfilment_status as "fulfilmentStatus",
        o.payment_status as "paymentStatus", o.total_minor as "totalMinor", o.currency,
        (select coalesce(sum(l.quantity), 0)::int from order_line l where l.order_id = o.id) as "itemCount"
      from "order" o where o.customer_id = ${param('customerId')}::uuid ${further[kind](param)}
      order by o.placed_at desc, o.id desc limit ${sql.raw(String(most))}`.compile(db),
  }));
}

const statements = { first: define('first'), next: define('next'), one: define('one') };

/** A customer's own orders, newest first. @throws CURSOR_INVALID */
export async function listMyOrders(
  db: Database,
  { customerId, number, cursor, limit }: MyOrdersInput & { readonly customerId: string },
): Promise<MyOrders> {
  const after = cursor === undefined ? undefined : decodeTimeCursor(cursor);
  const walk = after === undefined ? 'first' : 'next';
  const params = { customerId, number, afterTime: after?.time, afterId: after?.id };
  const rows = await db.run(statements[number === undefined ? walk : 'one'], params);
  return pageOf(rows, limit, (row) => ({ time: row.placedAt, id: row.id }));
}
