import { randomBytes } from 'node:crypto';
import type { NewId } from '../ids.ts';
import type { Shopper } from '../people/people.ts';
import type { Random } from '../random.ts';
import { hoursOf, later, minutes } from './calendar.ts';
import type { ComposedOrder } from './compose.ts';
import { addMoney } from './money-rows.ts';
import type { Fate } from './plan.ts';
import { emptyOrderRows, StockBook, type OrderRows } from './rows.ts';
import { addShipments } from './shipment-rows.ts';

/** Who and what the past orders refer to. */
export interface HistoryContext {
  random: Random;
  newId: NewId;
  now: Date;
  staff: { ownerId: string; fulfilmentId: string };
  locationIds: { main: string; second: string };
  promotionIds: ReadonlyMap<string, string>;
  /** Variants that the second location holds too. */
  secondHolds: ReadonlySet<string>;
}

export interface PastOrder {
  id: string;
  number: number;
  placedAt: Date;
  shopper: Shopper;
  customerId: string | null;
  composed: ComposedOrder;
  fate: Fate;
}

const holdMinutes = 60;

/** Turns past orders into rows that agree with each other: lines, parcels, money, timeline and stock. */
export class History {
  readonly rows: OrderRows = emptyOrderRows();
  readonly stock = new StockBook();
  readonly sold = new Map<string, number>();
  readonly redeemed = new Map<string, number>();
  readonly context: HistoryContext;

  constructor(context: HistoryContext) {
    this.context = context;
  }

  add(order: PastOrder): void {
    const { random, now } = this.context;
    const paidAt = later(order.placedAt, minutes(random.int(1, 9)), now);
    const endedAt = endOf(order, { paidAt, random, now });
    this.#timeline(order, { kind: 'placed', from: null, to: 'pending', at: order.placedAt });
    if (order.fate.paid)
      this.#timeline(order, { kind: 'paid', from: 'pending', to: 'confirmed', at: paidAt });
    const lines = this.#order(order, order.fate.paid ? paidAt : null, endedAt);
    addShipments(this, order, { lines, paidAt });
    if (order.fate.status === 'expired' || order.fate.status === 'cancelled') {
      this.#timeline(order, {
        kind: order.fate.status,
        from: order.fate.paid ? 'confirmed' : 'pending',
        to: order.fate.status,
        at: endedAt,
      });
    }
    addMoney(this, order, { paidAt, endedAt });
    this.#count(order);
  }

  #order(order: PastOrder, confirmedAt: Date | null, endedAt: Date): string[] {
    const { composed, fate, shopper, placedAt } = order;
    const { pricing, method, promotion } = composed;
    const cancelled = fate.status === 'cancelled';
    this.rows.order.push({
      id: order.id,
      number: order.number,
      token: randomBytes(24).toString('base64url'),
      customer_id: order.customerId,
      email: shopper.email,
      status: fate.status,
      fulfilment_status: { none: 'unfulfilled', part: 'partially_fulfilled', all: 'fulfilled' }[
        fate.shipped
      ] as 'unfulfilled',
      currency: composed.currency,
      subtotal_minor: pricing.subtotalMinor,
      discount_minor: pricing.discountMinor,
      shipping_minor: pricing.shippingMinor,
      shipping_tax_minor: pricing.shippingTaxMinor,
      tax_minor: pricing.taxMinor,
      tax_inclusive: pricing.taxInclusive,
      total_minor: pricing.totalMinor,
      promotion_code: promotion && promotion.code,
      shipping_method: method.code,
      shipping_name: method.name,
      shipping_address: shopper.address,
      country: shopper.address.country,
      note: null,
      version: 1,
      placed_at: placedAt,
      expires_at: new Date(placedAt.getTime() + minutes(holdMinutes)),
      confirmed_at: confirmedAt,
      cancelled_at: cancelled ? endedAt : null,
      cancel_reason: cancelled ? this.context.random.pick(cancelReasons) : null,
    });
    for (const [index, share] of pricing.taxes.entries()) {
      this.rows.order_tax.push({
        order_id: order.id,
        position: index + 1,
        name: share.name,
        jurisdiction: share.jurisdiction,
        rate_ppm: share.ratePpm,
        taxable_minor: share.taxableMinor,
        tax_minor: share.taxMinor,
      });
    }
    this.#promotion(order);
    return composed.basket.map((line, index) => this.#line(order, line, index));
  }

  #promotion({ id, placedAt, composed: { promotion, pricing }, fate }: PastOrder): void {
    const promotionId = promotion && this.context.promotionIds.get(promotion.code);
    const [result] = pricing.promotions;
    if (!promotion || !promotionId || result === undefined) return;
    const { code, name } = promotion;
    this.rows.order_promotion.push({
      id: this.context.newId(placedAt),
      order_id: id,
      promotion_id: promotionId,
      position: 1,
      code,
      name,
      discount_minor: result.discountMinor,
      shipping_minor: result.shippingMinor,
      counted: fate.status !== 'cancelled' && fate.status !== 'expired',
    });
  }

  #line(
    order: PastOrder,
    { item, bought, quantity }: ComposedOrder['basket'][number],
    index: number,
  ): string {
    const { random, newId, locationIds, secondHolds } = this.context;
    const priced = order.composed.pricing.lines[index];
    if (priced === undefined) throw new Error(`line ${index} of order ${order.number} has no price`);
    const { fate } = order;
    const fulfilled = fulfilledOf(fate, { quantity, index });
    const locationId =
      secondHolds.has(bought.id) && random.chance(0.3) ? locationIds.second : locationIds.main;
    const id = newId(order.placedAt);
    this.rows.order_line.push({
      id,
      order_id: order.id,
      variant_id: bought.id,
      location_id: locationId,
      position: index + 1,
      sku: bought.variant.sku,
      product_name: item.product.name,
      product_slug: item.product.slug,
      variant_name: bought.variant.name,
      image_key: item.imageKey,
      quantity,
      fulfilled_quantity: fulfilled,
      unit_price_minor: priced.unitPriceMinor,
      subtotal_minor: priced.subtotalMinor,
      discount_minor: priced.discountMinor,
      discounts: priced.discounts.map(({ promotionId, discountMinor }) => ({
        promotionId: this.context.promotionIds.get(promotionId) ?? null,
        discountMinor,
      })),
      tax_minor: priced.taxMinor,
      tax_rate_ppm: priced.taxRatePpm,
      total_minor: priced.totalMinor,
    });
    const open = fate.status === 'pending' || fate.status === 'confirmed';
    this.stock.add({
      variantId: bought.id,
      locationId,
      allocated: open ? quantity - fulfilled : 0,
      shipped: fulfilled,
    });
    return id;
  }

  #timeline(
    order: PastOrder,
    step: { kind: string; from: string | null; to: string | null; at: Date },
  ): void {
    const { staff } = this.context;
    const byStaff = step.kind === 'cancelled' && order.fate.paid;
    this.rows.order_timeline.push({
      id: this.context.newId(step.at),
      order_id: order.id,
      kind: step.kind,
      from_status: step.from,
      to_status: step.to,
      actor_kind: actorOf(step.kind, order),
      actor_id: byStaff ? staff.ownerId : buyerOf(step.kind, order),
      data: {},
      created_at: step.at,
    });
  }

  #count({ composed, fate }: PastOrder): void {
    if (fate.status === 'cancelled' || fate.status === 'expired') return;
    if (composed.promotion !== null) {
      this.redeemed.set(composed.promotion.code, (this.redeemed.get(composed.promotion.code) ?? 0) + 1);
    }
    if (!fate.paid) return;
    for (const { item, quantity } of composed.basket)
      this.sold.set(item.id, (this.sold.get(item.id) ?? 0) + quantity);
  }
}

const cancelReasons = [
  'Customer changed their mind',
  'Ordered twice',
  'Wrong address',
  'Item found damaged before shipping',
];

function endOf(order: PastOrder, { paidAt, random, now }: { paidAt: Date; random: Random; now: Date }): Date {
  if (order.fate.status === 'expired')
    return later(order.placedAt, minutes(holdMinutes + random.int(0, 1)), now);
  if (order.fate.paid) return later(paidAt, hoursOf(random.int(1, 20)), now);
  return later(order.placedAt, minutes(random.int(10, 50)), now);
}

// Of an order that left in part, the first line has gone.
function fulfilledOf(fate: Fate, { quantity, index }: { quantity: number; index: number }): number {
  if (fate.shipped === 'all') return quantity;
  return fate.shipped === 'part' && index === 0 ? quantity : 0;
}

function actorOf(kind: string, order: PastOrder): 'guest' | 'customer' | 'staff' | 'system' {
  if (kind === 'placed') return order.customerId === null ? 'guest' : 'customer';
  if (kind !== 'cancelled') return 'system';
  if (order.fate.paid) return 'staff';
  return 'system';
}

function buyerOf(kind: string, order: PastOrder): string | null {
  return kind === 'placed' ? order.customerId : null;
}
