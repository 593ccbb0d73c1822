import { orderTransitions } from '@turing/domain';
import type { Invariant } from './invariant.ts';

const edges = orderTransitions.map(({ from, to }) => `('${from}', '${to}')`).join(', ');

export const orderInvariants: readonly Invariant[] = [
  {
    number: 8,
    promise: 'one key has one answer',
    violations: `select scope || ' ' || key as id from idempotency_record group by scope, key having count(*) > 1`,
  },
  {
    number: 8,
    promise: 'an order is the answer to one cart only',
    violations: `
      select response ->> 'orderToken' as id from idempotency_record where operation = 'checkout.place'
      group by 1 having count(distinct scope) > 1`,
  },
  {
    number: 10,
    promise: 'one order per cart',
    violations: `select cart_id::text as id from "order" where cart_id is not null group by cart_id having count(*) > 1`,
  },
  {
    number: 12,
    promise: 'the timeline follows drawn edges',
    violations: `
      select id::text as id from order_timeline where to_status is not null
        and case when from_status is null then to_status <> 'pending' else (from_status, to_status) not in (${edges}) end`,
  },
  {
    number: 12,
    // Each state is left as often as it was entered, but for the one the order is in.
    promise: 'each change of status has one row in the timeline',
    violations: `
      select order_id::text as id from (
        select order_id, to_status as state, 1 as step from order_timeline where to_status is not null
        union all select order_id, from_status, -1 from order_timeline where from_status is not null
        union all select id, status::text, -1 from "order"
      ) step group by order_id, state having sum(step) <> 0`,
  },
  {
    number: 12,
    promise: 'how far an order is fulfilled is what its lines say',
    violations: `
      select o.id::text as id from "order" o
      join (select order_id, sum(quantity - cancelled_quantity) as quantity, sum(fulfilled_quantity) as fulfilled from order_line group by 1) l
        on l.order_id = o.id
      where o.fulfilment_status::text <> case when l.fulfilled = 0 then 'unfulfilled'
        when l.fulfilled = l.quantity then 'fulfilled' else 'partially_fulfilled' end`,
  },
  {
    number: 13,
    promise: 'an acknowledged order is there',
    violations: `
      select r.response ->> 'orderToken' as id from idempotency_record r
      where r.operation = 'checkout.place' and r.response <> 'null'
        and not exists (select from "order" o where o.token = r.response ->> 'orderToken')`,
  },
  {
    number: 14,
    promise: 'a promotion is redeemed at most as often as allowed',
    violations: `
      select id::text as id from promotion where not (0 <= used_count and (usage_limit is null or used_count <= usage_limit))
      union all
      select id::text from promotion_code where not (0 <= used_count and (usage_limit is null or used_count <= usage_limit))
      union all
      select p.id::text from promotion p join promotion_use u on u.promotion_id = p.id where u.used_count > p.per_customer_limit`,
  },
  {
    number: 14,
    promise: 'redemptions are the orders that hold one',
    violations: `
      select p.id::text as id from promotion p
      left join (select promotion_id, count(*) as held from order_promotion where counted group by 1) o on o.promotion_id = p.id
      where p.usage_limit is not null and p.used_count <> coalesce(o.held, 0)
      union all
      select k.id::text from promotion_code k
      left join (select code_id, count(*) as held from order_promotion where counted group by 1) o on o.code_id = k.id
      where k.usage_limit is not null and k.used_count <> coalesce(o.held, 0)`,
  },
  {
    number: 14,
    promise: 'an order counts its promotions until it is cancelled or expires',
    violations: `
      select u.id::text as id from order_promotion u join "order" o on o.id = u.order_id
      where u.counted <> (o.status not in ('cancelled', 'expired'))`,
  },
  {
    number: 15,
    promise: 'the lines of an order are those of its cart until it is edited',
    violations: `
      select order_id::text as id from (
        select order_id, variant_id, sum(quantity) as quantity from (
          select o.id as order_id, l.variant_id, l.quantity from "order" o join cart_line l on l.cart_id = o.cart_id
          union all
          select o.id, l.variant_id, -l.quantity from "order" o join order_line l on l.order_id = o.id where o.cart_id is not null
        ) line group by 1, 2
      ) line where quantity <> 0 and not exists (select from order_edit e where e.order_id = line.order_id)`,
  },
  {
    number: 15,
    promise: 'what was merged holds no lines and leads to a cart that holds them',
    violations: `
      select c.id::text as id from cart c left join cart into_cart on into_cart.id = c.merged_into_id
      where c.merged_into_id is not null
        and (into_cart.merged_into_id is not null or exists (select from cart_line l where l.cart_id = c.id)
             or exists (select from "order" o where o.cart_id = c.id))`,
  },
];
