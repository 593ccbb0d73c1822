import { type Database, defineStatement, type Statement } from '@turing/db';
import type { OrderState } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { whereOf } from './filter-store.ts';
import { decodePosition, encodePosition } from './list-cursor.ts';
import { marksOf, openReturns } from './mark-store.ts';
import { selectPage } from './page-store.ts';
import type { OrderFilter, StaffListOrdersInput, StaffOrderPage, StaffOrderRow } from './schemas.ts';

type Sort = StaffListOrdersInput['sort'];

const orderBy: Record<Sort, RawBuilder<unknown>> = {
  newest: sql`o.placed_at desc, o.id desc`,
  oldest: sql`o.placed_at, o.id`,
  total_desc: sql`o.total_minor desc, o.id desc`,
  total_asc: sql`o.total_minor, o.id`,
};

/** The columns of a row; `o` are the orders of the page. */
function showRows(page: RawBuilder<unknown>, sort: Sort): RawBuilder<StaffOrderRow> {
  return sql<StaffOrderRow>`
    select o.id, o.number, o.version, o.placed_at as "placedAt", coalesce(o.shipping_address ->> 'name', '') as name, o.email,
      o.country, o.status, o.payment_status as "paymentStatus", o.fulfilment_status as "fulfilmentStatus",
      o.total_minor as "totalMinor", o.currency,
      (select coalesce(sum(l.quantity), 0)::int from order_line l where l.order_id = o.id) as "itemCount",
      array(select t.tag from order_tag t where t.order_id = o.id order by t.tag) as tags,
      exists (select from order_risk r where r.order_id = o.id and r.holds and r.released_at is null) as held,
      exists (select from order_return r where r.order_id = o.id and r.status = any(${openReturns})) as "openReturn"
    from (${page}) o order by ${orderBy[sort]}`;
}

function afterPosition(sort: Sort, cursor: string): RawBuilder<unknown> {
  const [, key, id] = decodePosition(sort, cursor);
  if (sort === 'newest') return sql`(o.placed_at, o.id) < (${key}::timestamptz, ${id}::uuid)`;
  if (sort === 'oldest') return sql`(o.placed_at, o.id) > (${key}::timestamptz, ${id}::uuid)`;
  if (sort === 'total_desc') return sql`(o.total_minor, o.id) < (${key}::bigint, ${id}::uuid)`;
  return sql`(o.total_minor, o.id) > (${key}::bigint, ${id}::uuid)`;
}

interface TabParams {
  readonly status: OrderState | undefined;
}

/** The first page of all orders and of those of one state: what is opened again and again is planned once. */
const tabs = new Map<string, Statement<TabParams, StaffOrderRow>>();

function tabFor({ status }: TabParams, most: number): Statement<TabParams, StaffOrderRow> {
  const name = `staff_orders_${status === undefined ? 'all' : 'status'}_${most}`;
  const known = tabs.get(name);
  if (known !== undefined) return known;
  const statement = defineStatement<TabParams, StaffOrderRow>(name, (db, param) => ({
    compile: () =>
      showRows(
        selectPage({
          marks: [],
          where: status === undefined ? [] : [sql`o.status = ${param('status')}::order_status`],
          order: orderBy.newest,
          most,
        }),
        'newest',
      ).compile(db),
  }));
  tabs.set(name, statement);
  return statement;
}

/** Orders for staff. @throws CURSOR_INVALID */
export async function listOrders(db: Database, input: StaffListOrdersInput): Promise<StaffOrderPage> {
  const { cursor, limit, sort, ...filter } = input;
  const rows = await readRows(db, { cursor, sort, most: limit + 1, filter });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodePosition(sort, last) : null };
}

interface Asked {
  readonly cursor: string | undefined;
  readonly sort: Sort;
  readonly most: number;
  readonly filter: OrderFilter;
}

async function readRows(db: Database, { cursor, sort, most, filter }: Asked): Promise<StaffOrderRow[]> {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const isTab = cursor === undefined && sort === 'newest' && set.every(([name]) => name === 'status');
  if (isTab) return db.run(tabFor(filter as TabParams, most), filter as TabParams);
  // Planned with its values: which index serves best depends on how rare they are.
  const page = selectPage({
    marks: marksOf(filter),
    where: [...whereOf(filter), ...(cursor === undefined ? [] : [afterPosition(sort, cursor)])],
    order: orderBy[sort],
    most,
  });
  const { rows } = await showRows(page, sort).execute(db.reader);
  return rows;
}
