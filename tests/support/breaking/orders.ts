const placed = `(select id from "order" where cart_id is not null order by id limit 1)`;

/** What makes each promise about orders, carts and messages untrue, by the promise; triggers are off. */
export const orderBreakers: Readonly<Record<string, string>> = {
  'one key has one answer': `
    alter table idempotency_record drop constraint idempotency_record_pkey;
    insert into idempotency_record select * from idempotency_record`,
  'an order is the answer to one cart only': `
    insert into idempotency_record (scope, key, operation, request_hash, response)
    select 'cart:another', key, operation, request_hash, response from idempotency_record
    where operation = 'checkout.place' limit 1`,
  'one order per cart': `
    drop index order_cart_id_key;
    update "order" set cart_id = (select cart_id from "order" where id = ${placed})`,
  'the timeline follows drawn edges': `
    insert into order_timeline (order_id, kind, from_status, to_status, actor_kind)
    values (${placed}, 'delivered', 'pending', 'delivered', 'system')`,
  'each change of status has one row in the timeline': `update "order" set status = 'cancelled'`,
  'how far an order is fulfilled is what its lines say': `update "order" set fulfilment_status = 'fulfilled'`,
  'an acknowledged order is there': `update "order" set token = 'another' where id = ${placed}`,
  'a promotion is redeemed at most as often as allowed': `
    alter table promotion drop constraint promotion_used_within_limit;
    update promotion set usage_limit = 1, used_count = 2`,
  'redemptions are the orders that hold one': `update promotion set usage_limit = 9, used_count = 5`,
  'an order counts its promotions until it is cancelled or expires': `update order_promotion set counted = not counted`,
  'the lines of an order are those of its cart until it is edited': `
    update cart_line set quantity = quantity + 1 where cart_id = (select cart_id from "order" where id = ${placed})`,
  'what was merged holds no lines and leads to a cart that holds them': `
    insert into cart (token, currency, merged_into_id) select 'merged-and-ordered', 'USD', id from cart limit 1;
    insert into cart_line (cart_id, variant_id, quantity, seen_price_minor)
    select cart.id, variant_id, 1, 1 from cart, cart_line where cart.token = 'merged-and-ordered' limit 1`,
  'a committed event is delivered or has its job': `
    with event as (
      insert into outbox_event (type, entity_id, payload, created_at)
      select 'order.delivered', ${placed}, to_jsonb(n), now() + n * interval '1 second' from generate_series(1, 3) n
      returning id, payload
    )
    insert into event_delivery (event_id, subscriber) select id, 'any' from event where payload <> '2'`,
  'no delivery, refund or word of the gateway was given up': `
    update graphile_worker._private_jobs set attempts = max_attempts
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'deliver-event')`,
  'no event of an order without the step it tells of': `
    insert into outbox_event (type, entity_id, payload) values ('order.delivered', ${placed}, '{}')`,
  'the free units of a variant and whether it is low are what its levels say': `
    update variant_stock set free = free + 1`,
  'the rating of a product is its approved reviews': `update product set rating_count = rating_count + 1`,
};
