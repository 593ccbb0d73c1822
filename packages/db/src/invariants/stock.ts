import type { Invariant } from './invariant.ts';

const place = `variant_id || ' at ' || location_id`;

export const stockInvariants: readonly Invariant[] = [
  {
    number: 1,
    promise: '0 <= allocated <= on hand and what may be promised beyond',
    violations: `
      select ${place} as id from stock_level
      where not (0 <= on_hand and 0 <= allocated and allocated <= on_hand + backorder_limit)`,
  },
  {
    number: 2,
    promise: 'on hand is the sum of the ledger',
    violations: `
      select ${place} as id from stock_level s
      full join (select variant_id, location_id, sum(quantity) as quantity from stock_movement group by 1, 2) m
        using (variant_id, location_id)
      where coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0)`,
  },
  {
    number: 2,
    // Not by time: transactions begin in another order than they get the lock. Movements are steps from balance to
    // balance; each balance is left as often as it is reached, but for the first and the last.
    promise: 'the balances of the ledger lead from nothing to what is on hand',
    violations: `
      select ${place} || ' at ' || balance as id from (
        select variant_id, location_id, on_hand_after as balance, 1 as step from stock_movement
        union all select variant_id, location_id, on_hand_after - quantity, -1 from stock_movement
        union all select variant_id, location_id, 0, 1 from stock_level
        union all select variant_id, location_id, on_hand, -1 from stock_level
      ) step group by variant_id, location_id, balance having sum(step) <> 0`,
  },
  {
    number: 2,
    promise: 'allocated is the unshipped lines of open orders and the live reservations',
    violations: `
      select ${place} as id from stock_level s
      full join (
        select variant_id, location_id, sum(quantity) as quantity from (
          select l.variant_id, l.location_id, l.quantity - l.fulfilled_quantity - l.cancelled_quantity as quantity
          from order_line l join "order" o on o.id = l.order_id where o.status in ('pending', 'confirmed')
          union all select variant_id, location_id, quantity from stock_reservation where released_at is null
        ) promise group by 1, 2
      ) promised using (variant_id, location_id)
      where coalesce(s.allocated, 0) <> coalesce(promised.quantity, 0)`,
  },
  {
    number: 3,
    promise: 'what came and never left is on hand',
    violations: `
      select ${place} as id from (
        select variant_id, location_id, coalesce(sum(quantity) filter (where quantity > 0), 0) as came,
          coalesce(sum(-quantity) filter (where quantity < 0), 0) as went
        from stock_movement group by 1, 2
      ) m join stock_level s using (variant_id, location_id)
      where m.came <> s.on_hand + m.went`,
  },
  {
    number: 3,
    promise: 'what left with parcels is what lines count as fulfilled',
    violations: `
      select ${place} as id from (
        select variant_id, location_id, -sum(quantity) as sold from stock_movement where reason = 'sale' group by 1, 2
      ) m full join (
        select variant_id, location_id, sum(fulfilled_quantity) as shipped from order_line where kind = 'goods' group by 1, 2
      ) l using (variant_id, location_id)
      where coalesce(m.sold, 0) <> coalesce(l.shipped, 0)`,
  },
  {
    number: 3,
    promise: 'a line is fulfilled as far as parcels hold it',
    violations: `
      select l.id::text as id from order_line l
      left join (select sl.order_line_id, sum(sl.quantity) as quantity from shipment_line sl
        join shipment s on s.id = sl.shipment_id and s.voided_at is null group by 1) s on s.order_line_id = l.id
      where l.kind = 'goods' and l.fulfilled_quantity <> coalesce(s.quantity, 0)`,
  },
  {
    number: 3,
    promise: 'what a transfer takes it brings',
    violations: `
      select transfer_id::text as id from stock_movement where transfer_id is not null
      group by transfer_id, variant_id having sum(quantity) <> 0`,
  },
  {
    number: 4,
    promise: 'a reservation that is over is released within a quarter of an hour',
    violations: `
      select id::text as id from stock_reservation
      where released_at is null and expires_at < (select now from moment) - interval '15 minutes'`,
  },
  {
    number: 4,
    promise: 'an order that was not paid in time ends within an hour',
    violations: `
      select o.id::text as id from "order" o join payment p on p.order_id = o.id
      where o.status = 'pending' and p.purpose = 'order' and p.status in ('pending', 'failed') and o.expires_at < (select now from moment) - interval '1 hour'`,
  },
  {
    number: 4,
    promise: 'an order that expired has not been paid, or its money goes back',
    violations: `
      select o.id::text as id from "order" o join payment p on p.order_id = o.id
      where o.status = 'expired' and p.captured_minor > p.refunded_minor
        and not exists (select from refund r where r.payment_id = p.id and r.status = 'requested')`,
  },
  {
    number: 3,
    promise: 'what came back with returns is what was inspected',
    violations: `
      select r.id::text as id from order_return_line r left join stock_movement m on m.return_line_id = r.id
      group by r.id having coalesce(sum(m.quantity) filter (where m.reason = 'returned'), 0) <> r.restocked_quantity + r.written_off_quantity
        or coalesce(sum(m.quantity) filter (where m.reason = 'written_off'), 0) <> -r.written_off_quantity`,
  },
  {
    number: 3,
    promise: 'no more units are in returns than were sent',
    violations: `
      select l.id::text as id from order_line l join order_return_line r on r.order_line_id = l.id
      join order_return t on t.id = r.return_id and t.status not in ('rejected', 'cancelled')
      group by l.id having sum(r.quantity) > l.fulfilled_quantity`,
  },
];
