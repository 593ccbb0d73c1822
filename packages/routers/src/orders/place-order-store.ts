import { defineStatement, runOn, type Transaction } from '@turing/db';
import {
  type OrderPricing,
  type PaymentMethod,
  type PaymentProvider,
  type PostalAddress,
  providerOf,
} from '@turing/domain';
import { sql } from 'kysely';
import type { StockAllocation } from '../products/index.ts';
import type { CartContents } from './cart-pricing.ts';
import type { CheckoutTerms } from './checkout-pricing.ts';
import type { Actor } from './order-store.ts';
import type { UsedPromotion } from './promotions/redeem-for-order.ts';

export interface NewOrder {
  readonly token: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly address: PostalAddress;
  /** Where it is fetched. */
  readonly pickupLocationId: string | null;
  readonly note: string | null;
  readonly placedAt: Date;
  readonly expiresAt: Date;
  readonly promotions: readonly UsedPromotion[];
  /** What gift cards and store credit pay of the total. */
  readonly creditMinor: number;
  readonly paymentMethod: PaymentMethod;
  /** Confirmed at once: it is paid later. */
  readonly isAccepted: boolean;
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
  readonly provider: PaymentProvider;
  readonly method: PaymentMethod;
  readonly order: string;
  readonly lines: string;
  readonly taxes: string;
  readonly promotions: string;
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
          shipping_tax_minor, tax_inclusive, total_minor, credit_minor, promotion_code, shipping_method, shipping_name,
          shipping_address, pickup_location_id, country, note, placed_at, expires_at, status, confirmed_at)
        select token, cart_id, customer_id, email, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor,
          shipping_tax_minor, tax_inclusive, total_minor, credit_minor, promotion_code, shipping_method, shipping_name,
          shipping_address, pickup_location_id, country, note, placed_at, expires_at, status, confirmed_at from given
        returning id, number, status, currency, total_minor - credit_minor as due_minor
      ), lines as (
        insert into order_line (order_id, variant_id, location_id, position, sku, product_name, product_slug, variant_name, image_key,
          kind, gifts, quantity, unit_price_minor, subtotal_minor, discount_minor, discounts, tax_minor, tax_rate_ppm, total_minor)
        select placed.id, l.variant_id, l.location_id, l.position, l.sku, l.product_name, l.product_slug, l.variant_name, l.image_key,
          l.kind, l.gifts, l.quantity, l.unit_price_minor, l.subtotal_minor, l.discount_minor, l.discounts, l.tax_minor,
          l.tax_rate_ppm, l.total_minor
        from placed, jsonb_populate_recordset(null::order_line, ${param('lines')}::jsonb) l
      ), promoted as (
        insert into order_promotion (order_id, promotion_id, code_id, position, code, name, discount_minor, shipping_minor, terms, buyers)
        select placed.id, p.promotion_id, p.code_id, p.position, p.code, p.name, p.discount_minor, p.shipping_minor, p.terms, p.buyers
        from placed, jsonb_populate_recordset(null::order_promotion, ${param('promotions')}::jsonb) p
      ), taxed as (
        insert into order_tax (order_id, position, name, jurisdiction, rate_ppm, taxable_minor, tax_minor)
        select placed.id, t.position, t.name, t.jurisdiction, t.rate_ppm, t.taxable_minor, t.tax_minor
        from placed, jsonb_populate_recordset(null::order_tax, ${param('taxes')}::jsonb) t
      ), owed as (
        insert into payment (order_id, provider, method, currency, amount_minor, status)
        select id, ${param('provider')}::payment_provider, ${param('method')}::payment_method, currency, due_minor,
          case when due_minor = 0 then 'captured' else 'pending' end::payment_status from placed
      ), told as (
        insert into order_timeline (order_id, kind, from_status, to_status, actor_kind, actor_id)
        select id, step.kind, step.from_status, step.to_status, ${param('actorKind')}::actor_kind, ${param('actorId')}::uuid
        from placed cross join (values ('placed', null, 'pending'), ('accepted', 'pending', 'confirmed')) as step (kind, from_status, to_status)
        where step.kind = 'placed' or placed.status = 'confirmed'
      )
      select id, number from placed`.compile(db),
}));

export interface OrderRows {
  readonly order: object;
  readonly lines: readonly object[];
  readonly taxes: readonly object[];
  readonly promotions: readonly object[];
  readonly method: PaymentMethod;
  readonly actor: Actor;
}

/** Writes an order from the rows of its tables, as they are called there. */
export async function insertOrderRows(tx: Transaction, rows: OrderRows): Promise<InsertedRow> {
  const [inserted] = await runOn(tx, insert, {
    order: JSON.stringify(rows.order),
    lines: JSON.stringify(rows.lines),
    taxes: JSON.stringify(rows.taxes),
    promotions: JSON.stringify(rows.promotions),
    provider: providerOf(rows.method),
    method: rows.method,
    actorKind: rows.actor.kind,
    actorId: rows.actor.id,
  });
  if (inserted === undefined) throw new Error('the order was not written');
  return inserted;
}

/** Writes the order, its lines, its payment and how it began: nothing is paid yet, unless nothing is to be paid. */
export async function insertOrder(
  tx: Transaction,
  order: NewOrder,
  placement: Placement,
): Promise<InsertedRow> {
  return insertOrderRows(tx, {
    order: rowOf(order, placement),
    lines: linesOf(placement),
    taxes: taxesOf(placement.terms),
    promotions: promotionsOf(order.promotions),
    method: order.paymentMethod,
    actor: order.actor,
  });
}

function rowOf(order: NewOrder, { contents, terms }: Placement) {
  const { cart } = contents;
  const { priced, offer } = terms;
  const codes = order.promotions.flatMap(({ promotion }) => promotion.code ?? []);
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
    tax_inclusive: priced.taxInclusive,
    total_minor: priced.totalMinor,
    credit_minor: order.creditMinor,
    promotion_code: codes.length === 0 ? null : codes.join(', '),
    shipping_method: offer.code,
    shipping_name: offer.name,
    shipping_address: order.address,
    pickup_location_id: order.pickupLocationId,
    shipping_tax_minor: priced.shippingTaxMinor,
    country: order.address.country,
    note: order.note,
    placed_at: order.placedAt,
    expires_at: order.expiresAt,
    status: order.isAccepted ? 'confirmed' : 'pending',
    confirmed_at: order.isAccepted ? order.placedAt : null,
  };
}

function promotionsOf(used: readonly UsedPromotion[]) {
  return used.map(({ promotion, discountMinor, shippingMinor, buyers }, index) => ({
    promotion_id: promotion.id,
    code_id: promotion.codeId,
    position: index + 1,
    code: promotion.code,
    name: promotion.name,
    discount_minor: discountMinor,
    shipping_minor: shippingMinor,
    terms: promotion,
    buyers,
  }));
}

export function taxesOf({ priced }: { readonly priced: Pick<OrderPricing, 'taxes'> }) {
  return priced.taxes.map((share, index) => ({
    position: index + 1,
    name: share.name,
    jurisdiction: share.jurisdiction,
    rate_ppm: share.ratePpm,
    taxable_minor: share.taxableMinor,
    tax_minor: share.taxMinor,
  }));
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
      discounts: priced.discounts,
      tax_minor: priced.taxMinor,
      tax_rate_ppm: priced.taxRatePpm,
      total_minor: priced.totalMinor,
    };
  });
}
