import type { Invariant } from './invariant.ts';

export const moneyInvariants: readonly Invariant[] = [
  {
    number: 5,
    promise: 'refunded <= captured <= authorised <= amount',
    violations: `
      select id::text as id from payment
      where not (0 <= refunded_minor and refunded_minor <= captured_minor and captured_minor <= authorised_minor
                 and authorised_minor <= amount_minor)`,
  },
  {
    number: 5,
    promise: 'what is asked back was taken, and what came back is counted',
    violations: `
      select p.id::text as id from payment p
      join (select payment_id, sum(amount_minor) filter (where status <> 'failed') as asked,
              sum(amount_minor) filter (where status = 'succeeded') as given
            from refund group by 1) r on r.payment_id = p.id
      where r.asked > p.captured_minor or r.given > p.refunded_minor`,
  },
  {
    number: 5,
    promise: 'the status of a payment is what its amounts say',
    violations: `
      select id::text as id from payment
      where status <> 'review' and (
        (status in ('partially_captured', 'captured', 'partially_refunded', 'refunded'))
          <> (captured_minor > 0 or amount_minor = 0 and status = 'captured')
        or (status = 'partially_captured') and captured_minor >= amount_minor
        or (status = 'captured') and captured_minor <> amount_minor
        or (status = 'partially_refunded') <> (0 < refunded_minor and refunded_minor < captured_minor)
        or (status = 'refunded') <> (0 < refunded_minor and refunded_minor = captured_minor))`,
  },
  {
    number: 6,
    promise: 'parts sum to the total',
    violations: `
      select o.id::text as id from "order" o
      left join (select order_id, sum(subtotal_minor) as subtotal, sum(discount_minor) as discount, sum(total_minor) as total,
                   sum(tax_minor) as tax from order_line group by 1) l on l.order_id = o.id
      where (o.subtotal_minor = l.subtotal and o.discount_minor = l.discount and l.tax <= o.tax_minor
        and l.total = l.subtotal - l.discount + case when o.tax_inclusive then 0 else l.tax end
        and o.total_minor = o.subtotal_minor - o.discount_minor + o.shipping_minor
                            + case when o.tax_inclusive then 0 else o.tax_minor end) is not true`,
  },
  {
    number: 6,
    promise: 'a line is its units times their price',
    violations: `select id::text as id from order_line where subtotal_minor <> unit_price_minor * quantity`,
  },
  {
    number: 6,
    promise: 'what payments ask for, less what edits gave back, is the total less what credit paid',
    violations: `
      select o.id::text as id from "order" o left join payment p on p.order_id = o.id and p.purpose = 'order'
      left join (
        -- One that was withdrawn and paid all the same is given back whole.
        select e.order_id, sum(e.refund_minor) as given, sum(d.amount_minor) filter (where d.status <> 'cancelled'
          and not exists (select from refund r where r.payment_id = d.id and r.reason = 'cancelled')) as asked
        from order_edit e left join payment d on d.id = e.payment_id group by 1) edited on edited.order_id = o.id
      where p.amount_minor + coalesce(edited.asked, 0) - coalesce(edited.given, 0) is distinct from o.total_minor - o.credit_minor
        or p.currency is distinct from o.currency
        or exists (select from payment d where d.order_id = o.id and d.currency <> o.currency)`,
  },
  {
    number: 9,
    promise: 'an order is charged once at most',
    violations: `
      select order_id::text as id from payment where purpose = 'order' group by order_id having count(*) > 1
      union all select payment_id::text from payment_attempt where status = 'succeeded' group by payment_id having count(*) > 1
      union all select gateway_ref from payment where gateway_ref is not null group by gateway_ref having count(*) > 1`,
  },
  {
    number: 9,
    promise: 'a payment has one live attempt at most',
    violations: `
      select payment_id::text as id from payment_attempt where active_key is not null group by payment_id having count(*) > 1
      union all select id::text from payment_attempt where (active_key is not null) <> (status in ('starting', 'open'))`,
  },
  {
    number: 11,
    // A refund that is on its way counts, and so does the event that will ask for it.
    promise: 'captured money has a confirmed order or a refund',
    violations: `
      select p.id::text as id from payment p join "order" o on o.id = p.order_id
      where p.captured_minor > 0 and o.status in ('pending', 'expired', 'cancelled')
        and not exists (select from refund r where r.payment_id = p.id and r.status <> 'failed')
        and p.refunded_minor < p.captured_minor
        and not exists (select from outbox_event e join graphile_worker.jobs j on j.key = 'event:' || e.id
                        where e.type = 'order.cancelled' and e.entity_id = o.id)`,
  },
  {
    number: 11,
    promise: 'a refund is settled within a day and has its job until then',
    violations: `
      select r.id::text as id from refund r join payment p on p.id = r.payment_id
      where r.status = 'requested' and p.provider = 'stripe' and (r.created_at < (select now from moment) - interval '1 day'
        or not exists (select from graphile_worker.jobs j where j.key = 'refund:' || r.id))`,
  },
  {
    number: 11,
    promise: 'what the gateway told is applied within an hour and has its job until then',
    violations: `
      select e.id from gateway_event e
      where e.applied_at is null and (e.received_at < (select now from moment) - interval '1 hour'
        or not exists (select from graphile_worker.jobs j where j.key = 'gateway:' || e.id))`,
  },
  {
    number: 5,
    promise: 'a decided refund has its money, and for each unit once',
    violations: `
      select d.id::text as id from order_refund d
      where d.destination = 'payment' and d.total_minor <> coalesce((select sum(r.amount_minor) from refund r
          where r.order_refund_id = d.id and not exists (select from refund n where n.request_key = 'retry:' || r.id)), 0)
        + coalesce((select sum(e.amount_minor) from credit_entry e
          where e.order_id = d.order_id and e.key like 'return:order-refund:' || d.id || ':%'), 0)
      union all select d.id::text from order_refund d left join refund_line l on l.order_refund_id = d.id
        group by d.id having d.lines_minor <> coalesce(sum(l.amount_minor), 0)
      union all select l.id::text from order_line l join refund_line r on r.order_line_id = l.id
        group by l.id having sum(r.quantity) > l.quantity or sum(r.amount_minor) > l.total_minor`,
  },
];
