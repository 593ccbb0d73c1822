import { type Database, defineStatement, type Statement } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import { decodeTimeCursor, pageOf, type TimeCursor } from '../cursor.ts';
import type { MyOrders, MyOrdersInput, StaffListOrdersInput, StaffOrderPage } from './order-schemas.ts';

type Row = StaffOrderPage['items'][number] & MyOrders['items'][number];

/** What a list can be narrowed to; each value is bound under its own name. */
interface Filters {
  readonly customerId?: string | undefined;
  readonly number?: number | undefined;
  readonly pattern?: string | undefined;
  readonly status?: string | undefined;
  readonly paymentStatus?: string | undefined;
  readonly fulfilmentStatus?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface Params extends Required<Filters> {
  readonly afterTime: Date;
  readonly afterId: string;
}

type Param = (name: keyof Params) => unknown;

const conditions: Record<keyof Filters, (param: Param) => RawBuilder<unknown>> = {
  customerId: (param) => sql`o.customer_id = ${param('customerId')}::uuid`,
  number: (param) => sql`o.number = ${param('number')}::int`,
  pattern: (param) =>
    sql`(o.email ilike ${param('pattern')}::text or o.shipping_address ->> 'name' ilike ${param('pattern')}::text)`,
  status: (param) => sql`o.status = ${param('status')}::order_status`,
  paymentStatus: (param) => sql`o.payment_status = ${param('paymentStatus')}::payment_status`,
  fulfilmentStatus: (param) => sql`o.fulfilment_status = ${param('fulfilmentStatus')}::fulfilment_status`,
  from: (param) => sql`o.placed_at >= ${param('from')}::timestamptz`,
  to: (param) => sql`o.placed_at < ${param('to')}::timestamptz`,
};
const filterNames = Object.keys(conditions) as (keyof Filters)[];

interface Shape {
  readonly filters: readonly (keyof Filters)[];
  /** Rows read: the planner is told a number, else it plans each page anew. */
  readonly most: number;
  readonly continued: boolean;
}

/** At most 3 sizes times 2 times 256 combinations. */
const pageSizes = [20, 50, 100];
const statements = new Map<string, Statement<Params, Row>>();

function statementFor(shape: Shape): Statement<Params, Row> {
  const bits = filterNames.reduce(
    (sum, name, index) => sum + (shape.filters.includes(name) ? 2 ** index : 0),
    0,
  );
  const name = `orders_${bits}_${shape.most}${shape.continued ? '_next' : ''}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = defineList(name, shape);
  statements.set(name, statement);
  return statement;
}

function defineList(name: string, { filters, most, continued }: Shape): Statement<Params, Row> {
  return defineStatement<Params, Row>(name, (db, param) => {
    const wanted = filters.map((filter) => conditions[filter](param));
    if (continued)
      wanted.push(sql`(o.placed_at, o.id) < (${param('afterTime')}::timestamptz, ${param('afterId')}::uuid)`);
    return {
      compile: () =>
        sql<Row>`
        select o.id, o.number, o.token, o.placed_at as "placedAt", o.email, o.country, o.status,
          o.fulfilment_status as "fulfilmentStatus", o.total_minor as "totalMinor", o.currency,
          o.payment_status as "paymentStatus", o.shipping_address ->> 'name' as name,
          (select coalesce(sum(l.quantity), 0)::int from order_line l where l.order_id = o.id) as "itemCount"
        from "order" o
        where ${sql.join([sql`true`, ...wanted], sql` and `)}
        order by o.placed_at desc, o.id desc limit ${sql.raw(String(most))}`.compile(db),
    };
  });
}

interface ListInput extends Filters {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** @throws CURSOR_INVALID */
async function findPage(db: Database, { limit, cursor, ...filters }: ListInput) {
  const after: Partial<TimeCursor> = cursor === undefined ? {} : decodeTimeCursor(cursor);
  const statement = statementFor({
    filters: filterNames.filter((name) => filters[name] !== undefined),
    most: 1 + (pageSizes.find((size) => size >= limit) ?? limit),
    continued: cursor !== undefined,
  });
  const params = { ...filters, afterTime: after.time, afterId: after.id } as Params;
  return pageOf(await db.run(statement, params), limit, (row) => ({ time: row.placedAt, id: row.id }));
}

/** `%` and `_` typed by a person are text. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
}

const orderNumber = /^#?(\d{1,9})$/u;

function matching(text: string | undefined): Pick<Filters, 'number' | 'pattern'> {
  if (text === undefined || text === '') return {};
  const number = orderNumber.exec(text)?.[1];
  return number === undefined ? { pattern: containing(text) } : { number: Number(number) };
}

/** Orders for staff, newest first. @throws CURSOR_INVALID */
export function listOrders(db: Database, { query, ...input }: StaffListOrdersInput): Promise<StaffOrderPage> {
  return findPage(db, { ...input, ...matching(query) });
}

/** A customer's own orders, newest first. @throws CURSOR_INVALID */
export function listMyOrders(
  db: Database,
  input: MyOrdersInput & { readonly customerId: string },
): Promise<MyOrders> {
  return findPage(db, input);
}
