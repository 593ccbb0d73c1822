const paid = `(select id from payment where status = 'captured' and amount_minor > 0 order by id limit 1)`;

/** What makes each promise about money untrue, by the promise; triggers are off. */
export const moneyBreakers: Readonly<Record<string, string>> = {
  'refunded <= captured <= authorised <= amount': `
    alter table payment drop constraint payment_amounts_ordered;
    update payment set captured_minor = authorised_minor + 1`,
  'what is asked back was taken, and what came back is counted': `
    insert into refund (payment_id, amount_minor, reason, status)
    select id, captured_minor + 1, 'More than there is', 'requested' from payment where id = ${paid}`,
  'the status of a payment is what its amounts say': `update payment set status = 'refunded' where id = ${paid}`,
  'parts sum to the total': `
    alter table "order" drop constraint order_total_is_sum;
    update "order" set total_minor = total_minor + 1`,
  'a line is its units times their price': `
    alter table order_line drop constraint order_line_amounts;
    update order_line set unit_price_minor = unit_price_minor + 1`,
  'what payments ask for, less what edits gave back, is the total less what credit paid': `
    update payment set amount_minor = amount_minor + 1`,
  'a decided refund has its money, and for each unit once': `
    insert into order_refund (order_id, destination, lines_minor, shipping_minor, extra_minor, restocking_fee_minor,
      return_shipping_minor, total_minor, reason)
    select order_id, 'payment', 0, 1, 0, 0, 0, 1, 'Its money was never asked for' from payment where id = ${paid}`,
  'an order is charged once at most': `
    insert into payment_attempt (payment_id, status, expires_at)
    select id, 'succeeded', now() from payment, generate_series(1, 2) where payment.id = ${paid}`,
  'a payment has one live attempt at most': `
    insert into payment_attempt (payment_id, status, expires_at) select ${paid}, 'open', now()`,
  'captured money has a confirmed order or a refund': `
    update "order" set status = 'cancelled' where status in ('confirmed', 'shipped')`,
  'a refund is settled within a day and has its job until then': `
    insert into refund (payment_id, amount_minor, reason) select ${paid}, 1, 'Its job is lost'`,
  'what the gateway told is applied within an hour and has its job until then': `
    insert into gateway_event (id, type, payload) values ('evt_lost', 'checkout.session.completed', '{}')`,
};
