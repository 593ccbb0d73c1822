import { defineStatement, runOn, type Transaction } from '@turing/db';
import type { PostalAddress } from '@turing/domain';
import { sql } from 'kysely';
import type { StockAllocation } from '../products/index.ts';
import type { CartContents } from './cart-pricing.ts';
import type { CheckoutTerms } from './checkout-pricing.ts';
import type { Actor } from './order-store.ts';

export interface NewOrder {
  readonly token: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly address: PostalAddress;
  readonly note: string | null;
  readonly placedAt: Date;
  readonly expiresAt: Date;
  readonly redeemed: boolean;
  /** What gift cards and store credit pay of the total. */
  readonly creditMinor: number;
  readonly actor: Actor;
}

interface Placement {
  readonly contents: CartContents;
  readonly terms: CheckoutTerms;
  readonly allocations: readonly StockAllocation[];
}

interface InsertedRow {
  readonly id: string;
  readonly number: number;
}

interface InsertParams {
  readonly order: string;
  readonly lines: string;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
}

// Rows as JSON: the statement is the same whatever is in the cart.
const insert = defineStatement<InsertParams, InsertedRow>('order_insert', (db, param) => ({
  compile: () =>
    sql<InsertedRow>`
      with given as (
        select * from jsonb_populate_record(null::"order", ${param('order')}::jsonb)
      ), placed as (
        insert into "order" (token, cart_id, customer_id, email, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor,
          tax_inclusive, total_minor, credit_minor, promotion_id, promotion_code, shipping_method, shipping_name, shipping_address, country, note,
          placed_at, expires_at)
        select token, cart_id, customer_id, email, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor,
          tax_inclusive, total_minor, credit_minor, promotion_id, promotion_code, shipping_method, shipping_name, shipping_address, country, note,
          placed_at, expires_at from given
        returning id, number, currency, total_minor - credit_minor as due_minor
      ), lines as (
        insert into order_line (order_id, variant_id, location_id, position, sku, product_name, product_slug, variant_name, image_key,
          kind, gifts, quantity, unit_price_minor, subtotal_minor, discount_minor, tax_minor, total_minor)
        select placed.id, l.variant_id, l.location_id, l.position, l.sku, l.product_name, l.product_slug, l.variant_name, l.image_key,
          l.kind, l.gifts, l.quantity, l.unit_price_minor, l.subtotal_minor, l.discount_minor, l.tax_minor, l.total_minor
        from placed, jsonb_populate_recordset(null::order_line, ${param('lines')}::jsonb) l
      ), owed as (
        insert into payment (order_id, currency, amount_minor, status)
        select id, currency, due_minor, case when due_minor = 0 then 'captured' else 'pending' end::payment_status from placed
      ), told as (
        insert into order_timeline (order_id, kind, to_status, actor_kind, actor_id)
        select id, 'placed', 'pending', ${param('actorKind')}::actor_kind, ${param('actorId')}::uuid from placed
      )
      select id, number from placed`.compile(db),
}));

/** Writes the order, its lines, its payment and how it began: nothing is paid yet, unless nothing is to be paid. */
export async function insertOrder(
  tx: Transaction,
  order: NewOrder,
  placement: Placement,
): Promise<InsertedRow> {
  const [inserted] = await runOn(tx, insert, {
    order: JSON.stringify(rowOf(order, placement)),
    lines: JSON.stringify(linesOf(placement)),
    actorKind: order.actor.kind,
    actorId: order.actor.id,
  });
  if (inserted === undefined) throw new Error('the order was not written');
  return inserted;
}

function rowOf(order: NewOrder, { contents, terms }: Placement) {
  const { cart } = contents;
  const { priced, offer, tax } = terms;
  const promotion = order.redeemed ? contents.promotion : null;
  return {
    token: order.token,
    cart_id: cart.id,
    customer_id: order.customerId,
    email: order.email,
    currency: cart.currency,
    subtotal_minor: priced.subtotalMinor,
    discount_minor: priced.discountMinor,
    shipping_minor: priced.shippingMinor,
    tax_minor: priced.taxMinor,
    tax_inclusive: tax.inclusive,
    total_minor: priced.totalMinor,
    credit_minor: order.creditMinor,
    promotion_id: promotion?.id ?? null,
    promotion_code: promotion?.code ?? null,
    shipping_method: offer.code,
    shipping_name: offer.name,
    shipping_address: order.address,
    country: order.address.country,
    note: order.note,
    placed_at: order.placedAt,
    expires_at: order.expiresAt,
  };
}

function linesOf({ contents, terms, allocations }: Placement) {
  return contents.cart.lines.map((line, index) => {
    const item = contents.purchasables.get(line.variantId);
    const priced = terms.priced.lines[index];
    const allocation = allocations[index];
    if (item === undefined || priced === undefined || allocation === undefined) {
      throw new Error(`cart line ${line.id} was neither priced nor allocated`);
    }
    return {
      variant_id: line.variantId,
      location_id: allocation.locationId,
      position: index + 1,
      sku: item.sku,
      product_name: item.productName,
      product_slug: item.productSlug,
      variant_name: item.variantName,
      image_key: item.imageKey,
      kind: item.kind,
      gifts: line.gifts,
      quantity: line.quantity,
      unit_price_minor: priced.unitPriceMinor,
      subtotal_minor: priced.subtotalMinor,
      discount_minor: priced.discountMinor,
      tax_minor: priced.taxMinor,
      total_minor: priced.totalMinor,
    };
  });
}
