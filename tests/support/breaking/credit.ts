const account = `
  insert into credit_account (kind, currency, balance_minor, code_hash, code_seed, last_four)
  values ('gift_card', 'USD', 500, 'hash', 'seed', 'ABCD')`;
const entry = `insert into credit_entry (account_id, key, kind, amount_minor, balance_after_minor, reason, order_id)`;

/** What makes each promise about gift cards and store credit untrue, by the promise; triggers are off. */
export const creditBreakers: Readonly<Record<string, string>> = {
  'the balance of a gift card or a store credit is issued - spent + returned, and never below zero': account,
  'each entry of credit has the balance it left': `
    with account as (${account} returning id)
    ${entry} select id, 'issue', 'issued', 500, 499, 'test', null from account`,
  'an order holds the credit it was paid with until it ends, and gives back no more': `
    with account as (${account} returning id)
    ${entry} select account.id, 'spend', 'spent', -500, 0, 'test', o.id from account, "order" o where o.status = 'pending'`,
};
