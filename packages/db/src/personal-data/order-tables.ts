import {
  always,
  anonymised,
  byJob,
  forDays,
  kept,
  nothing,
  personal,
  removed,
  withTheir,
} from './register.ts';

const ownOrders = `select o.id from "order" o where o.customer_id = $1 or (o.customer_id is null and o.email = $2)`;
const ownPayments = `select p.id from payment p where p.order_id in (${ownOrders})`;
const books = 'the books need what was sold, for how much, with which tax and to which country and region';
const order = withTheir('order');

/** Days after which an order has to say nothing about its buyer. */
export const orderDays = {
  /** Source: the longest of the periods for accounting records that are usual where the shop sells, ten years. */
  paid: 3653,
  /** Nothing was ever paid: no book needs it. */
  unpaid: 400,
} as const;

/** Days after the last parcel until when an order that nobody marked as delivered counts as under way. */
export const deliveryDays = 30;

/** What was put into carts, bought, sent and said about it. */
export const orderTables = [
  personal('cart', {
    what: 'carts; the token is the key of a guest to theirs',
    exported: {
      section: 'carts',
      columns: 'id currency created_at updated_at',
      where: 't.customer_id = $1',
    },
    withheld: { token: 'opens the cart' },
    plain: 'customer_id merged_into_id',
    erasure: removed,
    retention: forDays(90, 'updated_at', { where: 't.customer_id is null' }),
  }),
  personal('cart_line', {
    what: 'what is in a cart',
    exported: {
      section: 'cartLines',
      columns: 'id cart_id variant_id quantity seen_price_minor gifts created_at',
      where: 't.cart_id in (select c.id from cart c where c.customer_id = $1)',
    },
    erasure: removed,
    retention: withTheir('cart'),
  }),
  nothing('cart_promotion', 'cart_id promotion_id code_id created_at'),
  personal('cart_recovery', {
    what: 'whom to remind of a cart that was left, and whether they agreed',
    exported: {
      section: 'cartReminders',
      columns: 'cart_id email consent wording consented_at sent_at restored_at unsubscribed_at created_at',
      where: 't.email = $2 or t.cart_id in (select c.id from cart c where c.customer_id = $1)',
    },
    withheld: { 'restore_token unsubscribe_token': 'open the cart and stop the letters' },
    erasure: removed,
    retention: withTheir('cart'),
  }),
  personal('order', {
    what: 'what was bought, by whom and where it was sent',
    exported: {
      section: 'orders',
      columns: `id number email status fulfilment_status payment_status currency subtotal_minor discount_minor shipping_minor shipping_tax_minor tax_minor tax_inclusive
        total_minor credit_minor promotion_code shipping_method shipping_name shipping_address country request_country note placed_at confirmed_at cancelled_at
        cancel_reason`,
      where: `t.id in (${ownOrders})`,
    },
    withheld: { token: 'opens the order without signing in' },
    plain: 'cart_id customer_id version expires_at erased_at pickup_location_id',
    erasure: anonymised('email token customer_id cart_id shipping_address note cancel_reason', books),
    retention: byJob('apply-retention', `${orderDays.paid} days, ${orderDays.unpaid} when nothing was paid`),
  }),
  personal('order_line', {
    what: 'what was bought, and for whom gift cards were',
    exported: {
      section: 'orderLines',
      columns: `id order_id position kind gifts sku product_name variant_name quantity fulfilled_quantity held_quantity cancelled_quantity unit_price_minor subtotal_minor
        discount_minor discounts tax_rate_ppm tax_minor total_minor`,
      where: `t.order_id in (${ownOrders})`,
    },
    plain: 'variant_id location_id product_slug image_key',
    erasure: anonymised('gifts', books),
    retention: order,
  }),
  personal('order_promotion', {
    what: 'what promotions took off an order; `buyers` is an id or a one-way digest of an address, to count uses by',
    exported: {
      section: 'orderPromotions',
      columns: 'id order_id position code name discount_minor shipping_minor',
      where: `t.order_id in (${ownOrders})`,
    },
    withheld: { buyers: 'counts uses against a limit', terms: 'the rules of the shop on that day' },
    plain: 'promotion_id code_id counted',
    erasure: anonymised('buyers', books),
    retention: order,
  }),
  personal('promotion_use', {
    what: 'how often a buyer used a promotion, by an id or a one-way digest of an address',
    withheld: { buyer: 'counts uses against a limit; nobody reads a name or an address from it' },
    plain: 'promotion_id used_count',
    erasure: kept(
      'a limit per customer would end with the account; nothing in it leads to anybody once the account is gone',
    ),
    retention: always('as long as the promotion, which may run for years'),
  }),
  personal('order_tax', {
    what: 'the tax of an order',
    exported: {
      section: 'orderTaxes',
      columns: 'order_id position name jurisdiction rate_ppm taxable_minor tax_minor',
      where: `t.order_id in (${ownOrders})`,
    },
    erasure: kept(books),
    retention: order,
  }),
  personal('external_quote', {
    what: 'what a carrier or tax service answered, by a one-way hash of the question, in which a cart and its address are',
    withheld: { 'hash answer': 'amounts; the question itself is not kept' },
    plain: 'kind provider created_at expires_at',
    erasure: kept('nothing in it leads to anybody without the cart and the address'),
    retention: forDays(2, 'expires_at'),
  }),
  personal('shipment', {
    what: 'parcels; the number leads to the address at the carrier',
    exported: {
      section: 'shipments',
      columns: 'id order_id carrier tracking_number tracking_url shipped_at delivered_at voided_at',
      where: `t.order_id in (${ownOrders})`,
    },
    erasure: anonymised('tracking_number tracking_url', books),
    retention: order,
  }),
  nothing('shipment_line', 'shipment_id order_line_id quantity'),
  nothing('number_series', 'kind prefix next_number'),
  personal('order_document', {
    what: 'invoices, credit notes and packing slips as they were issued; `buyer` in `snapshot` says to whom',
    exported: {
      section: 'documents',
      columns: 'id order_id kind number label snapshot issued_at',
      where: `t.order_id in (${ownOrders})`,
    },
    plain: 'source_id',
    erasure: anonymised('snapshot', books),
    retention: order,
  }),
  nothing(
    'shop_business',
    `id name address tax_id registration email phone website logo_key payment_terms invoice_note packing_note invoice_rule cart_letters
      cart_idle_minutes version updated_at`,
  ),
  personal('order_timeline', {
    what: 'what happened to an order; `reason` in `data` is in the words of staff',
    exported: {
      section: 'orderHistory',
      columns: 'id order_id kind from_status to_status actor_kind created_at',
      where: `t.order_id in (${ownOrders})`,
    },
    withheld: { 'actor_id data': 'ids of staff and facts of the shop’s own processes' },
    erasure: anonymised('actor_id data', 'the story of a sale belongs to the books'),
    retention: order,
  }),
  personal('payment', {
    what: 'what was paid; `gateway_ref` names the payment at the gateway',
    exported: {
      section: 'payments',
      columns:
        'id order_id purpose provider method status currency amount_minor authorised_minor captured_minor refunded_minor gateway_ref last_failure created_at updated_at',
      where: `t.order_id in (${ownOrders})`,
    },
    erasure: kept('the books need the money, and a later refund or dispute its name at the gateway'),
    retention: order,
  }),
  personal('payment_attempt', {
    what: 'visits to the payment page',
    exported: {
      section: 'paymentAttempts',
      columns: 'id payment_id status created_at',
      where: `t.payment_id in (${ownPayments})`,
    },
    withheld: { 'session_ref session_url': 'opens the payment page' },
    plain: 'active_key expires_at',
    erasure: anonymised('session_ref session_url', 'the books need to see each attempt'),
    retention: order,
  }),
  personal('draft_order', {
    what: 'orders that staff put together for somebody',
    exported: {
      section: 'draftOrders',
      columns: `id email currency shipping_address shipping_method shipping_minor discount_minor note message reserved_until sent_at
        link_expires_at created_at updated_at`,
      where: 't.customer_id = $1 or (t.customer_id is null and t.email = $2)',
    },
    withheld: { token: 'opens the draft without signing in', staff_id: 'names a member of staff' },
    plain: 'order_id customer_id version',
    erasure: removed,
    retention: forDays(400, 'updated_at'),
  }),
  personal('draft_order_line', {
    what: 'what is in a draft order',
    exported: {
      section: 'draftOrderLines',
      columns: 'draft_id position variant_id quantity unit_price_minor',
      where: `t.draft_id in (select d.id from draft_order d where d.customer_id = $1 or (d.customer_id is null and d.email = $2))`,
    },
    erasure: removed,
    retention: withTheir('draft_order'),
  }),
  personal('order_edit', {
    what: 'changes of an order before it was shipped; `note` is what staff wrote to the buyer',
    exported: {
      section: 'orderEdits',
      columns: 'id order_id note difference_minor charge_minor refund_minor created_at',
      where: `t.order_id in (${ownOrders})`,
    },
    withheld: {
      'before after': 'the lines are in the order, and what was refunded or asked for in the payments',
      staff_id: 'names a member of staff',
    },
    plain: 'payment_id',
    erasure: anonymised('note', books),
    retention: order,
  }),
  personal('payment_receipt', {
    what: 'money that came past the gateway; `reference` is how staff know it by',
    exported: {
      section: 'paymentReceipts',
      columns: 'id payment_id amount_minor reference created_at',
      where: `t.payment_id in (${ownPayments})`,
    },
    withheld: { staff_id: 'names a member of staff' },
    erasure: kept('the books need the money and what the bank calls it'),
    retention: order,
  }),
  personal('refund', {
    what: 'money that was given back',
    exported: {
      section: 'refunds',
      columns: 'id payment_id amount_minor status reason reference created_at',
      where: `t.payment_id in (${ownPayments})`,
    },
    plain: 'order_refund_id',
    withheld: { gateway_ref: 'machinery of the gateway', request_key: 'machinery of the shop' },
    erasure: kept('the books need the money; `reason` is a word of the shop’s own list'),
    retention: order,
  }),
  personal('review', {
    what: 'what the customer wrote about products',
    exported: {
      section: 'reviews',
      columns:
        'id product_id author_name rating title body verified status created_at updated_at reply replied_at',
      where: 't.customer_id = $1',
      also: { product: '(select p.name from product p where p.id = t.product_id)' },
    },
    withheld: { moderated_by: 'names a member of staff' },
    plain: 'customer_id moderated_at version',
    erasure: anonymised(
      'customer_id author_name title body reply',
      'stars and words help others; it is by “A customer” then, without the customer’s own name and addresses',
    ),
    retention: always('public until the customer removes it'),
  }),
  personal('gateway_event', {
    what: 'what the payment gateway told: names, addresses and e-mail stand in `payload`',
    withheld: { payload: 'the same facts as in orders and payments, as the gateway puts them' },
    plain: 'id type received_at applied_at',
    erasure: anonymised('payload', 'that an event came stays, so that it is not applied again'),
    retention: forDays(90, 'received_at', {
      where: `t.payload <> '{}'::jsonb and t.applied_at is not null`,
      clear: `payload = '{}'::jsonb`,
    }),
  }),
];
