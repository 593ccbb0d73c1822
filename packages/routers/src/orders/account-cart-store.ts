import { defineStatement, type Reader, runOn, type Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';

/** A cart as merging sees it. */
export interface OpenCart {
  readonly id: string;
  readonly token: string;
  readonly customerId: string | null;
  readonly currency: Currency;
  readonly hasLines: boolean;
}

interface Params {
  readonly customerId: string;
  readonly token: string | null;
}

// A cart that became an order or went into another is over.
const concerned = defineStatement<Params, OpenCart>('carts_of_customer', (db, param) => ({
  compile: () =>
    sql<OpenCart>`
    select c.id, c.token, c.customer_id as "customerId", c.currency,
      exists (select from cart_line l where l.cart_id = c.id) as "hasLines"
    from (select id from cart where customer_id = ${param('customerId')}::uuid and merged_into_id is null
          union
          select id from cart where token = ${param('token')}::text and customer_id is null and merged_into_id is null) mine
    join cart c on c.id = mine.id
    where not exists (select from "order" o where o.cart_id = c.id)
    order by c.customer_id is null, c.created_at, c.id`.compile(db),
}));

/**
 * The open carts of a customer, the oldest first, and after them the guest's cart behind the token. One is as it should
 * be; the first is the account's when it has a customer.
 */
export function listCartsOf(reader: Reader, params: Params): Promise<OpenCart[]> {
  return runOn(reader, concerned, params);
}

/** Locks carts in the order given. */
export async function lockCarts(tx: Transaction, carts: readonly OpenCart[]): Promise<void> {
  for (const { id } of carts) {
    await tx.selectFrom('cart').select('id').where('id', '=', id).forUpdate().execute();
  }
}

export async function insertAccountCart(
  tx: Transaction,
  cart: { readonly token: string; readonly customerId: string; readonly currency: Currency },
): Promise<void> {
  await tx
    .insertInto('cart')
    .values({ token: cart.token, customer_id: cart.customerId, currency: cart.currency })
    .execute();
}

/** A guest's cart becomes the account's. */
export async function giveCart(tx: Transaction, cartId: string, customerId: string): Promise<void> {
  await tx.updateTable('cart').set({ customer_id: customerId }).where('id', '=', cartId).execute();
}

export interface CartMerge {
  readonly from: string;
  readonly into: string;
  readonly currency: Currency;
  readonly now: Date;
}

/**
 * Moves every line of one locked cart into another: quantities of what both hold add up, whatever the limits of a line.
 * Tokens of the emptied cart, and of those that went into it before, lead to the other from now on.
 */
export async function mergeLines(tx: Transaction, merge: CartMerge): Promise<void> {
  const { from, into, currency, now } = merge;
  await sql`
    with doubled as (
      update cart_line kept set quantity = kept.quantity + gone.quantity, seen_price_minor = gone.seen_price_minor,
        gifts = kept.gifts || gone.gifts
      from cart_line gone
      where kept.cart_id = ${into} and gone.cart_id = ${from} and gone.variant_id = kept.variant_id
      returning gone.id
    ) delete from cart_line where id in (select id from doubled)`.execute(tx);
  await sql`update cart_line set cart_id = ${into} where cart_id = ${from}`.execute(tx);
  await sql`
    with moved as (delete from cart_promotion where cart_id = ${from} returning promotion_id, code_id, created_at)
    insert into cart_promotion (cart_id, promotion_id, code_id, created_at)
    select ${into}, promotion_id, code_id, created_at from moved on conflict (cart_id, promotion_id) do nothing`.execute(
    tx,
  );
  await sql`
    with moved as (delete from cart_credit where cart_id = ${from} returning account_id, created_at)
    insert into cart_credit (cart_id, account_id, created_at) select ${into}, account_id, created_at from moved
    on conflict (cart_id, account_id) do nothing`.execute(tx);
  await sql`
    update cart set merged_into_id = ${into}
    where id = ${from} or merged_into_id = ${from}`.execute(tx);
  await tx.updateTable('cart').set({ currency, updated_at: now }).where('id', '=', into).execute();
}
