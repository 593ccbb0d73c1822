/** What makes each promise about stock untrue, by the promise; triggers are off. */
export const stockBreakers: Readonly<Record<string, string>> = {
  '0 <= allocated <= on hand and what may be promised beyond': `
    alter table stock_level drop constraint stock_level_allocated_within_on_hand;
    update stock_level set allocated = on_hand + backorder_limit + 1`,
  'on hand is the sum of the ledger': `update stock_level set on_hand = on_hand + 1`,
  'the balances of the ledger lead from nothing to what is on hand': `
    update stock_movement set on_hand_after = on_hand_after + 1`,
  'allocated is the unshipped lines of open orders and the live reservations': `
    update stock_level set allocated = allocated + 1`,
  'what came and never left is on hand': `update stock_movement set quantity = quantity + 1 where reason = 'initial'`,
  'what left with parcels is what lines count as fulfilled': `
    update stock_movement set quantity = quantity - 1 where reason = 'sale'`,
  'a line is fulfilled as far as parcels hold it': `update shipment_line set quantity = quantity + 1`,
  'what came back with returns is what was inspected': `
    with sent as (
      insert into order_return (order_id, sequence, status, resolution, requested_by)
      select order_id, 1, 'inspected', 'refund', 'staff' from order_line where fulfilled_quantity > 0 limit 1 returning id, order_id
    )
    insert into order_return_line (return_id, order_line_id, quantity, reason, received_quantity, restocked_quantity)
    select sent.id, l.id, 1, 'other', 1, 1 from sent join order_line l using (order_id)`,
  'no more units are in returns than were sent': `
    with sent as (
      insert into order_return (order_id, sequence, status, resolution, requested_by)
      select order_id, 1, 'requested', 'refund', 'staff' from order_line where fulfilled_quantity > 0 limit 1 returning id, order_id
    )
    insert into order_return_line (return_id, order_line_id, quantity, reason)
    select sent.id, l.id, l.fulfilled_quantity + 1, 'other' from sent join order_line l using (order_id)`,
  'what a transfer takes it brings': `
    insert into stock_movement (variant_id, location_id, quantity, reason, transfer_id)
    select variant_id, location_id, -1, 'transferred', uuid_v7() from stock_level limit 1`,
  'a reservation that is over is released within a quarter of an hour': `
    insert into stock_reservation (variant_id, location_id, quantity, reference, expires_at)
    select variant_id, location_id, 1, 'Forgotten', now() - interval '16 minutes' from stock_level limit 1`,
  'an order that was not paid in time ends within an hour': `
    update "order" set expires_at = now() - interval '61 minutes' where status = 'pending'`,
  'an order that expired has not been paid, or its money goes back': `
    update "order" set status = 'expired' where status in ('confirmed', 'shipped')`,
};
