import type { Invariant } from './invariant.ts';

export const creditInvariants: readonly Invariant[] = [
  {
    number: 14,
    promise:
      'the balance of a gift card or a store credit is issued - spent + returned, and never below zero',
    violations: `
      select a.id::text as id from credit_account a
      left join (select account_id, sum(amount_minor) filter (where kind in ('issued', 'adjusted')) as issued,
                   sum(-amount_minor) filter (where kind = 'spent') as spent,
                   sum(amount_minor) filter (where kind = 'returned') as returned
                 from credit_entry group by 1) e on e.account_id = a.id
      where a.balance_minor < 0
        or a.balance_minor <> coalesce(e.issued, 0) - coalesce(e.spent, 0) + coalesce(e.returned, 0)`,
  },
  {
    number: 14,
    // As the balances of stock: not by time, in which transactions begin in another order than they get the lock.
    promise: 'each entry of credit has the balance it left',
    violations: `
      select account_id || ' at ' || balance as id from (
        select account_id, balance_after_minor as balance, 1 as step from credit_entry
        union all select account_id, balance_after_minor - amount_minor, -1 from credit_entry
        union all select id, 0, 1 from credit_account
        union all select id, balance_minor, -1 from credit_account
      ) step group by account_id, balance having sum(step) <> 0`,
  },
  {
    number: 14,
    promise: 'an order holds the credit it was paid with until it ends, and gives back no more',
    violations: `
      select o.id::text as id from "order" o
      left join (select order_id, -sum(amount_minor) as held from credit_entry where kind in ('spent', 'returned') group by 1) e
        on e.order_id = o.id
      where coalesce(e.held, 0) not between 0 and o.credit_minor
        or (o.status in ('cancelled', 'expired') and coalesce(e.held, 0) <> 0)
        or (o.status = 'pending' and coalesce(e.held, 0) <> o.credit_minor)`,
  },
];
