import type { Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';
import type { Gift } from './gift-schemas.ts';

export interface BoughtLine {
  readonly id: string;
  readonly variantId: string;
  readonly locationId: string;
  /** Without what was cancelled. */
  readonly quantity: number;
  readonly fulfilledQuantity: number;
  readonly unitPriceMinor: number;
  readonly gifts: readonly Gift[];
}

export interface Buyer {
  readonly email: string;
  readonly name: string;
  readonly currency: Currency;
  /** All that the order asked for has been captured. */
  readonly isPaid: boolean;
}

/** The lines of an order that are gift cards. */
export async function listBoughtLines(tx: Transaction, orderId: string): Promise<BoughtLine[]> {
  const { rows } = await sql<BoughtLine>`
    select id, variant_id as "variantId", location_id as "locationId", quantity - cancelled_quantity as quantity,
      fulfilled_quantity as "fulfilledQuantity", unit_price_minor as "unitPriceMinor", gifts
    from order_line where order_id = ${orderId} and kind = 'gift_card' order by position`.execute(tx);
  return rows;
}

export async function getBuyer(tx: Transaction, orderId: string): Promise<Buyer> {
  const { rows } = await sql<Buyer>`
    select o.email, o.shipping_address ->> 'name' as name, o.currency,
      (select coalesce(bool_and(p.captured_minor >= p.amount_minor), false) from payment p
       where p.order_id = o.id and p.purpose = 'order') as "isPaid"
    from "order" o where o.id = ${orderId}`.execute(tx);
  const [buyer] = rows;
  if (buyer === undefined) throw new Error(`order ${orderId} is gone`);
  return buyer;
}

export async function fulfilLine(tx: Transaction, { id, quantity }: BoughtLine): Promise<void> {
  await tx.updateTable('order_line').set({ fulfilled_quantity: quantity }).where('id', '=', id).execute();
}

/** Whether an order has gift cards, with one look at its lines. */
export async function hasGiftCards(tx: Transaction, orderId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from order_line where order_id = ${orderId} and kind = 'gift_card') as found`.execute(
    tx,
  );
  return rows[0]?.found === true;
}

/** Whether an order is nothing but gift cards, all of which have been sent. */
export async function areAllSent(tx: Transaction, orderId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select not exists (select from order_line where order_id = ${orderId} and kind <> 'gift_card')
      and not exists (select from credit_account where order_id = ${orderId} and sent_at is null and disabled_at is null) as done`.execute(
    tx,
  );
  return rows[0]?.done === true;
}
