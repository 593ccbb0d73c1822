import { anonymised, forDays, nothing, personal, withTheir } from './register.ts';

const ownOrders = `select o.id from "order" o where o.customer_id = $1 or (o.customer_id is null and o.email = $2)`;
const ownAccounts = `select a.id from credit_account a where a.customer_id = $1 or a.order_id in (${ownOrders})`;
const books = 'a balance is owed to whoever holds it, and the books need each entry';

/** Gift cards and store credit. */
export const creditTables = [
  personal('credit_account', {
    what: 'gift cards with whom they were for, and the store credit of customers',
    exported: {
      section: 'credit',
      columns: `id kind currency balance_minor last_four expires_at disabled_at order_id recipient_name recipient_email sender_name
        message deliver_at sent_at created_at`,
      where: `t.id in (${ownAccounts})`,
    },
    withheld: { 'code_seed code_hash': 'lead to the code, which is money' },
    plain: 'customer_id order_line_id unit version',
    erasure: anonymised('customer_id recipient_name recipient_email sender_name message', books),
    retention: forDays(3653, 'created_at', {
      where: 't.recipient_email is not null',
      clear: 'recipient_name = null, recipient_email = null, sender_name = null, message = null',
    }),
  }),
  personal('credit_entry', {
    what: 'what came to and left a gift card or a store credit; `note` is in the words of staff',
    exported: {
      section: 'creditHistory',
      columns: 'id account_id kind amount_minor balance_after_minor reason order_id note created_at',
      where: `t.account_id in (${ownAccounts})`,
    },
    withheld: { staff_id: 'names a member of staff' },
    plain: 'key',
    erasure: anonymised('note', books),
    retention: withTheir('credit_account'),
  }),
  nothing('cart_credit', 'cart_id account_id created_at'),
];
