import type pg from 'pg';

/** Each query counts the rows that break the invariant of its number in ARCHITECTURE.md. */
const violations = {
  '1: 0 <= allocated <= on hand and what may be promised beyond': `
    select count(*)::int as n from stock_level
    where not (0 <= on_hand and 0 <= allocated and allocated <= on_hand + backorder_limit)`,
  '2: on hand is the sum of the ledger': `
    select count(*)::int as n from stock_level s
    full join (select variant_id, location_id, sum(quantity) as quantity from stock_movement group by 1, 2) m
      on m.variant_id = s.variant_id and m.location_id = s.location_id
    where coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0)`,
  '2: each movement has the balance it left': `
    select count(*)::int as n from (
      select on_hand_after, sum(quantity) over (partition by variant_id, location_id order by created_at, id) as balance
      from stock_movement
    ) m where m.on_hand_after <> m.balance`,
  '2: allocated is the unshipped lines of open orders and the live reservations': `
    select count(*)::int as n from stock_level s
    where s.allocated <> (select coalesce(sum(l.quantity - l.fulfilled_quantity), 0) from order_line l
                          join "order" o on o.id = l.order_id
                          where l.variant_id = s.variant_id and l.location_id = s.location_id
                            and o.status in ('pending', 'confirmed'))
                       + (select coalesce(sum(r.quantity), 0) from stock_reservation r
                          where r.variant_id = s.variant_id and r.location_id = s.location_id
                            and r.released_at is null)`,
  'the free units of a variant and whether it is low are what its levels say': `
    select count(*)::int as n from product_variant v join product p on p.id = v.product_id
    left join variant_stock kept on kept.variant_id = v.id
    cross join lateral (
      select coalesce(sum(s.on_hand - s.allocated), 0)::int as free from stock_level s where s.variant_id = v.id and s.active
    ) own
    where kept.free is distinct from own.free or kept.low_free is distinct from
      case when v.active and p.status <> 'archived' and own.free <= v.low_stock_threshold then own.free end`,
  '3: what came and never left is on hand': `
    select count(*)::int as n from (
      select variant_id, location_id, sum(quantity) filter (where quantity > 0) as came,
             sum(-quantity) filter (where quantity < 0) as went
      from stock_movement group by 1, 2
    ) m join stock_level s on s.variant_id = m.variant_id and s.location_id = m.location_id
    where coalesce(m.came, 0) <> s.on_hand + coalesce(m.went, 0)`,
  '3: what left with parcels is what lines count as fulfilled': `
    select count(*)::int as n from (
      select variant_id, location_id, -sum(quantity) as sold from stock_movement where reason = 'sale' group by 1, 2
    ) m full join (
      select variant_id, location_id, sum(fulfilled_quantity) as shipped from order_line group by 1, 2
    ) l on l.variant_id = m.variant_id and l.location_id = m.location_id
    where coalesce(m.sold, 0) <> coalesce(l.shipped, 0)`,
  '3: what a transfer takes it brings': `
    select count(*)::int as n from (select 1 from stock_movement where transfer_id is not null
      group by transfer_id, variant_id having sum(quantity) <> 0) t`,
  'the rating of a product is its approved reviews': `
    select count(*)::int as n from product p
    left join (select product_id, sum(rating) as sum, count(*) as count from review where status = 'approved' group by 1) r
      on r.product_id = p.id
    where p.rating_sum <> coalesce(r.sum, 0) or p.rating_count <> coalesce(r.count, 0)`,
  '5: refunded <= captured <= authorised <= amount': `
    select count(*)::int as n from payment
    where not (0 <= refunded_minor and refunded_minor <= captured_minor and captured_minor <= authorised_minor
               and authorised_minor <= amount_minor)`,
  '6: parts sum to the total': `
    select count(*)::int as n from "order" o
    join lateral (select sum(subtotal_minor) as subtotal, sum(discount_minor) as discount, sum(total_minor) as total,
                         sum(tax_minor) as tax from order_line where order_id = o.id) l on true
    where o.subtotal_minor <> l.subtotal or o.discount_minor <> l.discount or l.tax > o.tax_minor
       or l.total <> l.subtotal - l.discount + case when o.tax_inclusive then 0 else l.tax end
       or o.total_minor <> o.subtotal_minor - o.discount_minor + o.shipping_minor
                           + case when o.tax_inclusive then 0 else o.tax_minor end`,
  '6: the payment is for the total': `
    select count(*)::int as n from "order" o join payment p on p.order_id = o.id
    where p.amount_minor <> o.total_minor or p.currency <> o.currency`,
  '10: one order per cart': `
    select count(*)::int as n from (select cart_id from "order" where cart_id is not null group by 1 having count(*) > 1) d`,
  '11: captured money has a confirmed order or a refund': `
    select count(*)::int as n from payment p join "order" o on o.id = p.order_id
    where p.captured_minor > 0 and o.status in ('pending', 'expired', 'cancelled')
      and not exists (select 1 from refund r where r.payment_id = p.id and r.status <> 'failed')
      and p.refunded_minor < p.captured_minor`,
  '12: each change of status has its timeline row': `
    select count(*)::int as n from "order" o
    where o.status::text <> (select t.to_status from order_timeline t
                             where t.order_id = o.id and t.to_status is not null
                             order by t.created_at desc, t.id desc limit 1)`,
  '14: redemptions are the orders that hold one': `
    select count(*)::int as n from promotion p
    where p.used_count <> (select count(*) from "order" o
                           where o.promotion_id = p.id and o.status not in ('cancelled', 'expired'))`,
  '15: what was merged holds no lines and leads to a cart that holds them': `
    select count(*)::int as n from cart c left join cart into_cart on into_cart.id = c.merged_into_id
    where c.merged_into_id is not null
      and (into_cart.merged_into_id is not null or exists (select from cart_line l where l.cart_id = c.id)
           or exists (select from "order" o where o.cart_id = c.id))`,
} as const;

/** The invariants that do not hold, with how many rows break each; empty when all is well. */
export async function findViolations(pool: pg.Pool): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, sql] of Object.entries(violations)) {
    const { rows } = await pool.query<{ n: number }>(sql);
    if (rows[0]?.n !== 0) found[name] = rows[0]?.n ?? Number.NaN;
  }
  return found;
}
