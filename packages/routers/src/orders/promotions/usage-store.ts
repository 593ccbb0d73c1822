import type { Reader } from '@turing/db';
import { sql } from 'kysely';
import type { PromotionUsage } from './staff-schemas.ts';

interface Row extends Omit<PromotionUsage, 'latest'> {
  readonly latest: readonly (Omit<PromotionUsage['latest'][number], 'placedAt'> & {
    readonly placedAt: string;
  })[];
}

/** What a promotion has given and brought. */
export async function summariseUsage(reader: Reader, id: string, at: Date): Promise<PromotionUsage> {
  const { rows } = await sql<Row>`
    with used as materialized (
      select u.id, u.order_id, u.code, u.discount_minor, u.shipping_minor, u.counted, o.currency, o.total_minor, o.placed_at,
        o.number, coalesce(o.customer_id::text, o.email) as buyer
      from order_promotion u join "order" o on o.id = u.order_id where u.promotion_id = ${id}::uuid
    )
    select
      (select coalesce(json_agg(t order by t.orders desc), '[]') from (
        select currency, count(*)::int as orders, sum(discount_minor)::bigint as "discountMinor",
          sum(shipping_minor)::bigint as "shippingMinor", sum(total_minor)::bigint as "revenueMinor"
        from used where counted group by currency) t) as totals,
      (select count(distinct buyer)::int from used where counted) as customers,
      (select count(*)::int from used where not counted) as released,
      (select json_agg(json_build_object('date', to_char(day, 'YYYY-MM-DD'), 'orders', (
          select count(*) from used where counted and placed_at >= day and placed_at < day + interval '1 day')) order by day)
       from generate_series(date_trunc('day', ${at}::timestamptz at time zone 'UTC') - interval '29 days',
         date_trunc('day', ${at}::timestamptz at time zone 'UTC'), interval '1 day') day) as days,
      (select coalesce(json_agg(json_build_object('orderId', l.order_id, 'number', l.number, 'placedAt', l.placed_at,
          'currency', l.currency, 'code', l.code, 'discountMinor', l.discount_minor, 'shippingMinor', l.shipping_minor,
          'totalMinor', l.total_minor, 'counted', l.counted)), '[]')
       from (select * from used order by placed_at desc, id desc limit 20) l) as latest`.execute(reader);
  const [row] = rows;
  if (row === undefined) throw new Error('a summary has one row');
  return { ...row, latest: row.latest.map((each) => ({ ...each, placedAt: new Date(each.placedAt) })) };
}
