import { anonymised, kept, nothing, personal, removed, withTheir } from './register.ts';

const ownOrders = `select o.id from "order" o where o.customer_id = $1 or (o.customer_id is null and o.email = $2)`;
const order = withTheir('order');

/** What came back, what was paid back, and what staff wrote on orders. */
export const returnTables = [
  personal('order_tag', {
    what: 'words by which staff find an order',
    exported: {
      section: 'orderTags',
      columns: 'order_id tag created_at',
      where: `t.order_id in (${ownOrders})`,
    },
    erasure: kept('the shop’s own words; names do not belong there'),
    retention: order,
  }),
  personal('order_note', {
    what: 'what staff wrote on an order, to colleagues or to its buyer',
    exported: {
      section: 'orderNotes',
      columns: 'id order_id kind body created_at updated_at',
      where: `t.order_id in (${ownOrders})`,
    },
    withheld: { staff_id: 'says which member of staff wrote it' },
    plain: 'pinned version',
    erasure: removed,
    retention: order,
  }),
  personal('order_risk', {
    what: 'what looked wrong with an order: rules, and the words of staff',
    withheld: { 'note release_reason facts': 'a look into how fraud is found would help it' },
    plain: 'id order_id rule holds flagged_by created_at released_at released_by',
    erasure: removed,
    retention: order,
  }),
  nothing('return_policy', 'id window_days restocking_fee_ppm instructions version'),
  personal('order_return', {
    what: 'what a buyer sent back; `message` is in the words of staff, the number leads to the sender at the carrier',
    exported: {
      section: 'returns',
      columns:
        'id order_id sequence status resolution requested_by message carrier tracking_number created_at updated_at',
      where: `t.order_id in (${ownOrders})`,
    },
    plain: 'exchange_order_id version',
    erasure: anonymised('message tracking_number', 'the books need what came back'),
    retention: order,
  }),
  personal('order_return_line', {
    what: 'which things came back and why; `comment` is in the words of the buyer',
    exported: {
      section: 'returnLines',
      columns: 'id return_id order_line_id quantity reason comment received_quantity',
      where: `t.return_id in (select r.id from order_return r where r.order_id in (${ownOrders}))`,
    },
    plain: 'restocked_quantity written_off_quantity',
    erasure: anonymised('comment', 'the books need what came back'),
    retention: order,
  }),
  personal('order_refund', {
    what: 'what was decided to be paid back; `note` is in the words of staff',
    exported: {
      section: 'orderRefunds',
      columns: `id order_id return_id destination lines_minor shipping_minor extra_minor restocking_fee_minor return_shipping_minor
        total_minor reason created_at`,
      where: `t.order_id in (${ownOrders})`,
    },
    withheld: { 'note staff_id': 'words and names of staff for their colleagues' },
    erasure: anonymised('note', 'the books need the money'),
    retention: order,
  }),
  personal('refund_line', {
    what: 'which things were paid back',
    exported: {
      section: 'refundLines',
      columns: 'order_refund_id order_line_id quantity amount_minor tax_minor',
      where: `t.order_refund_id in (select r.id from order_refund r where r.order_id in (${ownOrders}))`,
    },
    erasure: kept('the books need what was paid back for what'),
    retention: order,
  }),
];
