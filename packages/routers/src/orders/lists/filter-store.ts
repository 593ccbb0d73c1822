import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { OrderFilter } from './schemas.ts';

type Condition = RawBuilder<SqlBool>;
type Own = Omit<OrderFilter, 'tag' | 'productId' | 'sku' | 'promotionCode' | 'risk' | 'returns'>;
type Conditions = {
  readonly [Name in keyof Required<Own>]: (value: NonNullable<Own[Name]>) => Condition;
};

/** Of a row `o` of orders. Most are judged in the indexes, which each begin with one of the columns and have the others. */
const conditions: Conditions = {
  query: matching,
  status: (value) => sql`o.status = ${value}::order_status`,
  paymentStatus: (value) => sql`o.payment_status = ${value}::payment_status`,
  fulfilmentStatus: (value) => sql`o.fulfilment_status = ${value}::fulfilment_status`,
  from: (value) => sql`o.placed_at >= ${value}::timestamptz`,
  to: (value) => sql`o.placed_at < ${value}::timestamptz`,
  currency: (value) => sql`o.currency = ${value}::char(3)`,
  totalFrom: (value) => sql`o.total_minor >= ${value}::bigint`,
  totalTo: (value) => sql`o.total_minor <= ${value}::bigint`,
  country: (value) => sql`o.country = ${value}::char(2)`,
  customerId: (value) => sql`o.customer_id = ${value}::uuid`,
};

const orderNumber = /^#?(\d{1,9})$/u;

/** Less than three letters are looked for where an address begins: the index knows nothing shorter inside of words. */
function matching(text: string): Condition {
  const number = orderNumber.exec(text)?.[1];
  if (number !== undefined) return sql`o.number = ${Number(number)}::int`;
  // `%` and `_` typed by a person are text.
  const literal = text.replace(/[\\%_]/gu, String.raw`\$&`);
  const pattern = text.length < 3 ? `${literal}%` : `%${literal}%`;
  return sql`(o.email || ' ' || coalesce(o.shipping_address ->> 'name', '')) ilike ${pattern}`;
}

const names = Object.keys(conditions) as (keyof Conditions)[];

/** What must hold of an order `o` itself. */
export function whereOf(filter: OrderFilter): Condition[] {
  return names.flatMap((name) => {
    const value = filter[name];
    if (value === undefined || value === '') return [];
    return [(conditions[name] as (given: typeof value) => Condition)(value)];
  });
}
