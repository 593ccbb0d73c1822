import { randomBytes } from 'node:crypto';
import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

/** Stands where an address of mail has to be. Letters to it are not sent. */
export const erasedEmail = 'erased@erased.invalid';

const batch = 50;
const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

interface OrderRow {
  readonly id: string;
  readonly cartId: string | null;
}

/** Locks the next orders of a customer that still name them. */
export function lockOwnOrders(tx: Transaction, customerId: string): Promise<OrderRow[]> {
  return tx
    .selectFrom('order')
    .select(['id', 'cart_id as cartId'])
    .where('customer_id', '=', customerId)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .execute();
}

export interface OrderAges {
  /** Placed before this an order is erased, whatever it is. */
  readonly paidBefore: Date;
  /** The same for what was never paid. */
  readonly unpaidBefore: Date;
}

/** Locks the next orders that no book needs the buyer of any more. */
export function lockOldOrders(tx: Transaction, { paidBefore, unpaidBefore }: OrderAges): Promise<OrderRow[]> {
  return tx
    .selectFrom('order as o')
    .select(['o.id', 'o.cart_id as cartId'])
    .where('o.erased_at', 'is', null)
    .where('o.placed_at', '<', unpaidBefore)
    .where('o.status', 'in', ['delivered', 'shipped', 'cancelled', 'expired'])
    .where((is) =>
      is.or([
        is('o.placed_at', '<', paidBefore),
        is.and([
          is('o.status', 'in', ['cancelled', 'expired']),
          is.not(
            is.exists(
              is
                .selectFrom('payment as p')
                .whereRef('p.order_id', '=', 'o.id')
                .where('p.captured_minor', '>', 0),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('o.id')
    .limit(batch)
    .forUpdate('o')
    .execute();
}

/** Takes out of locked orders, and of what was written about them, who the buyer was. What the books need stays. */
export async function eraseOrders(tx: Transaction, orders: readonly OrderRow[], now: Date): Promise<void> {
  const ids = orders.map(({ id }) => id);
  const tokens = ids.map(() => randomBytes(24).toString('base64url'));
  await sql`
    update "order" o set erased_at = ${now}, email = ${erasedEmail}, token = given.token, note = null, cancel_reason = null,
      version = version + 1, shipping_address = jsonb_build_object('name', 'Erased', 'line1', 'Erased', 'line2', null,
        'city', 'Erased', 'region', shipping_address -> 'region', 'postalCode', '', 'country', country, 'phone', null)
    from unnest(${ids}::uuid[], ${tokens}::text[]) given (id, token) where o.id = given.id`.execute(tx);
  await sql`
    update order_timeline set data = data - 'reason', actor_id = case when actor_kind = 'customer' then null else actor_id end
    where order_id = any(${ids}::uuid[]) and (actor_kind = 'customer' or data ? 'reason')`.execute(tx);
  await sql`
    update order_document set snapshot = snapshot || jsonb_build_object('buyer', jsonb_build_object('name', 'Erased',
      'email', ${erasedEmail}::text, 'address', '[]'::jsonb, 'country', snapshot #> '{buyer,country}'))
    where order_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    update shipment set tracking_number = null, tracking_url = null where order_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  await sql`update order_promotion set buyers = '{}' where order_id = any(${ids}::uuid[])`.execute(tx);
  await sql`update order_line set gifts = '[]' where order_id = any(${ids}::uuid[]) and gifts <> '[]'`.execute(
    tx,
  );
  await sql`
    update credit_account set recipient_name = null, recipient_email = null, sender_name = null, message = null
    where order_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    update credit_entry set note = null where note is not null and (order_id = any(${ids}::uuid[])
      or account_id = any(array(select id from credit_account where order_id = any(${ids}::uuid[]))))`.execute(
    tx,
  );
  await eraseWords(tx, ids);
  await sql`
    update payment_attempt set session_ref = null, session_url = null
    where payment_id in (select id from payment where order_id = any(${ids}::uuid[]))`.execute(tx);
  await sql`
    update outbox_event set payload = payload - 'reason'
    where type = 'order.cancelled' and entity_id = any(${ids}::uuid[]) and payload ? 'reason'`.execute(tx);
  await sql`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'send-email' and j.locked_at is null
      and j.payload ->> 'orderId' = any(${ids}::text[])`.execute(tx);
  await removeCarts(
    tx,
    orders.flatMap(({ cartId }) => cartId ?? []),
  );
}

/** What buyer and staff wrote on orders, their returns and refunds. */
async function eraseWords(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`delete from draft_order where order_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from order_note where order_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from order_risk where order_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    update order_return set message = null, tracking_number = null where order_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  await sql`
    update order_return_line l set comment = null from order_return r
    where r.id = l.return_id and r.order_id = any(${ids}::uuid[]) and l.comment is not null`.execute(tx);
  await sql`update order_edit set note = null where order_id = any(${ids}::uuid[]) and note is not null`.execute(
    tx,
  );
  await sql`
    update order_refund set note = null where order_id = any(${ids}::uuid[]) and note is not null`.execute(
    tx,
  );
}

/** Carts with the receipts of what was done to them. */
export async function removeCarts(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with gone as (select token from cart where id = any(${ids}::uuid[]))
    delete from idempotency_record r using gone
    where r.scope = 'cart:' || gone.token or (r.scope = 'cart:new' and r.response ->> 'token' = gone.token)`.execute(
    tx,
  );
  await sql`delete from cart where id = any(${ids}::uuid[])`.execute(tx);
}

/** The next carts of a customer. */
export async function listOwnCarts(tx: Transaction, customerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('cart')
    .select('id')
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Empties what the gateway told about orders that were erased: by the order's id where we had sent it along, by the name
 * of the payment otherwise. How many.
 */
export async function emptyGatewayEvents(tx: Transaction): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update gateway_event e set payload = '{}'::jsonb
    where e.payload <> '{}'::jsonb and e.applied_at is not null and (
      exists (select from "order" o where o.erased_at is not null
        and o.id = case when e.payload #>> '{data,object,metadata,orderId}' ~ ${uuid}
          then (e.payload #>> '{data,object,metadata,orderId}')::uuid end)
      or exists (select from payment p join "order" o on o.id = p.order_id where o.erased_at is not null
        and p.gateway_ref in (e.payload #>> '{data,object,payment_intent}', e.payload #>> '{data,object,id}')))`.execute(
    tx,
  );
  return Number(numAffectedRows);
}
