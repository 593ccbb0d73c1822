import type { Transaction } from '@turing/db';
import type { PostalAddress } from '@turing/domain';
import type { StockAllocation } from '../products/index.ts';
import type { CartContents } from './cart-pricing.ts';
import type { CheckoutTerms } from './checkout-pricing.ts';

export interface NewOrder {
  readonly token: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly address: PostalAddress;
  readonly note: string | null;
  readonly placedAt: Date;
  readonly expiresAt: Date;
  readonly redeemed: boolean;
}

interface Placement {
  readonly contents: CartContents;
  readonly terms: CheckoutTerms;
  readonly allocations: readonly StockAllocation[];
}

/** Writes the order, its lines and its payment: nothing is paid yet, unless nothing is to be paid. */
export async function insertOrder(
  tx: Transaction,
  order: NewOrder,
  placement: Placement,
): Promise<{ id: string; number: number }> {
  const { contents, terms } = placement;
  const { priced, offer, tax } = terms;
  const promotion = order.redeemed ? contents.promotion : null;
  const inserted = await tx
    .insertInto('order')
    .values({
      token: order.token,
      cart_id: contents.cart.id,
      customer_id: order.customerId,
      email: order.email,
      currency: contents.cart.currency,
      subtotal_minor: priced.subtotalMinor,
      discount_minor: priced.discountMinor,
      shipping_minor: priced.shippingMinor,
      tax_minor: priced.taxMinor,
      tax_inclusive: tax.inclusive,
      total_minor: priced.totalMinor,
      promotion_id: promotion?.id ?? null,
      promotion_code: promotion?.code ?? null,
      shipping_method: offer.code,
      shipping_name: offer.name,
      shipping_address: JSON.stringify(order.address),
      country: order.address.country,
      note: order.note,
      placed_at: order.placedAt,
      expires_at: order.expiresAt,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  await tx.insertInto('order_line').values(linesOf(inserted.id, placement)).execute();
  await tx
    .insertInto('payment')
    .values({
      order_id: inserted.id,
      currency: contents.cart.currency,
      amount_minor: priced.totalMinor,
      status: priced.totalMinor === 0 ? 'captured' : 'pending',
    })
    .execute();
  return inserted;
}

function linesOf(orderId: string, { contents, terms, allocations }: Placement) {
  return contents.lines.map((line, index) => {
    const item = contents.purchasables.get(line.variantId);
    const priced = terms.priced.lines[index];
    const allocation = allocations[index];
    if (item === undefined || priced === undefined || allocation === undefined) {
      throw new Error(`cart line ${line.id} was neither priced nor allocated`);
    }
    return {
      order_id: orderId,
      variant_id: line.variantId,
      location_id: allocation.locationId,
      position: index + 1,
      sku: item.sku,
      product_name: item.productName,
      product_slug: item.productSlug,
      variant_name: item.variantName,
      image_key: item.imageKey,
      quantity: line.quantity,
      unit_price_minor: priced.unitPriceMinor,
      subtotal_minor: priced.subtotalMinor,
      discount_minor: priced.discountMinor,
      tax_minor: priced.taxMinor,
      total_minor: priced.totalMinor,
    };
  });
}
