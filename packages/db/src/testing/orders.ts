import { priceOrder, type Currency, type OrderPricing, type PostalAddress } from '@turing/domain';
import { createToken } from './commerce.ts';
import { insertRow, type Queryable } from './insert.ts';
import { exampleAddress } from './people.ts';
import { uniqueSuffix } from './sequence.ts';

const holdMilliseconds = 30 * 60 * 1000;

export interface OrderInput {
  /** `confirmed` orders are paid; both hold their stock. `confirmed` by default. */
  status?: 'pending' | 'confirmed';
  currency?: Currency;
  customerId?: string;
  email?: string;
  address?: Partial<PostalAddress>;
  placedAt?: Date;
  lines: readonly { variantId: string; quantity?: number }[];
}

export interface OrderFixture {
  id: string;
  number: number;
  token: string;
  email: string;
  totalMinor: number;
  paymentId: string;
  lineIds: string[];
}

interface OrderedVariant {
  id: string;
  sku: string;
  name: string;
  product_name: string;
  product_slug: string;
  amount_minor: string;
  location_id: string;
}

/** An untaxed order with 5.00 for shipping, as checkout would leave it: lines, stock, payment and timeline agree. */
export async function createOrder(db: Queryable, input: OrderInput): Promise<OrderFixture> {
  const currency = input.currency ?? 'USD';
  const wanted = input.lines.map(({ variantId, quantity = 1 }) => ({ variantId, quantity }));
  const variants = await Promise.all(wanted.map(({ variantId }) => findVariant(db, variantId, currency)));
  const pricing = priceOrder({
    currency,
    lines: wanted.map(({ variantId, quantity }, index) => ({
      id: variantId,
      quantity,
      unitPriceMinor: Number(variants[index]?.amount_minor),
    })),
    promotions: [],
    buyer: { at: new Date(), country: null, customerGroupIds: [], isFirstOrder: null },
    shipping: { amountMinor: 500, freeOverMinor: null },
    tax: { ratePpm: 0, inclusive: false, shippingTaxed: false },
  });
  const order = await insertOrder(db, input, pricing);
  const lineIds = await insertLines(db, order.id, { pricing, variants });
  const paymentId = await insertPayment(db, { orderId: order.id, paid: input.status !== 'pending', pricing });
  await insertTimeline(db, { orderId: order.id, paid: input.status !== 'pending' });
  return { ...order, totalMinor: pricing.totalMinor, paymentId, lineIds };
}

async function findVariant(db: Queryable, variantId: string, currency: Currency): Promise<OrderedVariant> {
  const { rows } = await db.query(
    `SELECT v.id, v.sku, v.name, p.name AS product_name, p.slug AS product_slug, vp.amount_minor, s.location_id
     FROM product_variant v JOIN product p ON p.id = v.product_id
     JOIN variant_price vp ON vp.variant_id = v.id AND vp.currency = $2
     JOIN stock_level s ON s.variant_id = v.id WHERE v.id = $1 ORDER BY s.on_hand - s.allocated DESC LIMIT 1`,
    [variantId, currency],
  );
  const [variant] = rows as OrderedVariant[];
  if (variant === undefined) throw new Error(`no variant ${variantId} with a price in ${currency} and stock`);
  return variant;
}

async function insertOrder(db: Queryable, input: OrderInput, pricing: OrderPricing) {
  const address = exampleAddress(input.address);
  const placedAt = input.placedAt ?? new Date();
  const email = input.email ?? `guest-${uniqueSuffix()}@example.com`;
  const paid = input.status !== 'pending';
  const { id, number, token } = await insertRow(db, 'order', {
    token: createToken(),
    customer_id: input.customerId ?? null,
    email,
    status: paid ? 'confirmed' : 'pending',
    currency: pricing.currency,
    subtotal_minor: pricing.subtotalMinor,
    discount_minor: pricing.discountMinor,
    shipping_minor: pricing.shippingMinor,
    shipping_tax_minor: pricing.shippingTaxMinor,
    tax_minor: pricing.taxMinor,
    tax_inclusive: false,
    total_minor: pricing.totalMinor,
    shipping_method: 'standard',
    shipping_name: 'Standard',
    shipping_address: address,
    country: address.country,
    placed_at: placedAt.toISOString(),
    expires_at: new Date(placedAt.getTime() + holdMilliseconds).toISOString(),
    confirmed_at: paid ? placedAt.toISOString() : null,
  });
  return { id, number, token, email };
}

interface OrderedGoods {
  pricing: OrderPricing;
  variants: readonly OrderedVariant[];
}

async function insertLines(db: Queryable, orderId: string, goods: OrderedGoods): Promise<string[]> {
  const lineIds: string[] = [];
  for (const [position, variant] of goods.variants.entries()) {
    const line = goods.pricing.lines[position];
    if (line === undefined) throw new Error(`no price for line ${position}`);
    const { id } = await insertRow(db, 'order_line', {
      order_id: orderId,
      variant_id: variant.id,
      location_id: variant.location_id,
      position: position + 1,
      sku: variant.sku,
      product_name: variant.product_name,
      product_slug: variant.product_slug,
      variant_name: variant.name,
      quantity: line.quantity,
      unit_price_minor: line.unitPriceMinor,
      subtotal_minor: line.subtotalMinor,
      discount_minor: line.discountMinor,
      tax_minor: line.taxMinor,
      total_minor: line.totalMinor,
    });
    await db.query(
      'UPDATE stock_level SET allocated = allocated + $3 WHERE variant_id = $1 AND location_id = $2',
      [variant.id, variant.location_id, line.quantity],
    );
    lineIds.push(id);
  }
  return lineIds;
}

interface PaymentInput {
  orderId: string;
  paid: boolean;
  pricing: OrderPricing;
}

async function insertPayment(db: Queryable, { orderId, paid, pricing }: PaymentInput): Promise<string> {
  const takenMinor = paid ? pricing.totalMinor : 0;
  const { id } = await insertRow(db, 'payment', {
    order_id: orderId,
    status: paid ? 'captured' : 'pending',
    currency: pricing.currency,
    amount_minor: pricing.totalMinor,
    authorised_minor: takenMinor,
    captured_minor: takenMinor,
    gateway_ref: paid ? `pi_test_${createToken()}` : null,
  });
  return id;
}

async function insertTimeline(db: Queryable, order: { orderId: string; paid: boolean }): Promise<void> {
  await insertRow(db, 'order_timeline', {
    order_id: order.orderId,
    kind: 'placed',
    to_status: 'pending',
    actor_kind: 'guest',
  });
  if (!order.paid) return;
  await insertRow(db, 'order_timeline', {
    order_id: order.orderId,
    kind: 'paid',
    from_status: 'pending',
    to_status: 'confirmed',
    actor_kind: 'system',
  });
}
