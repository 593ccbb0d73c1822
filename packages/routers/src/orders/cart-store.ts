import type { Reader, Transaction } from '@turing/db';
import { type Currency, type PromotionTerms, ShopError } from '@turing/domain';

export interface CartPromotion extends PromotionTerms {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly currency: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly usageLimit: number | null;
  readonly usedCount: number;
}

export interface Cart {
  readonly id: string;
  readonly token: string;
  readonly customerId: string | null;
  readonly currency: Currency;
  readonly promotionId: string | null;
}

export interface CartLine {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly seenPriceMinor: number;
}

function selectCart(reader: Reader, token: string) {
  return reader
    .selectFrom('cart')
    .leftJoin('order', 'order.cart_id', 'cart.id')
    .select([
      'cart.id',
      'cart.token',
      'cart.customer_id as customerId',
      'cart.currency',
      'cart.promotion_id as promotionId',
      'order.token as orderToken',
    ])
    .where('cart.token', '=', token)
    .$narrowType<{ currency: Currency }>();
}

/** The open cart behind a token; null when there is none or it has become an order. */
export async function findCart(reader: Reader, token: string): Promise<Cart | null> {
  const row = await selectCart(reader, token).executeTakeFirst();
  return row === undefined || row.orderToken !== null ? null : row;
}

/**
 * The open cart, locked: its lines change one writer at a time.
 * @throws CART_NOT_FOUND, or CART_ALREADY_ORDERED with the `orderToken` it became.
 */
export async function lockCart(tx: Transaction, token: string): Promise<Cart> {
  const locked = await tx
    .selectFrom('cart')
    .select('id')
    .where('token', '=', token)
    .forUpdate()
    .executeTakeFirst();
  if (locked === undefined) throw new ShopError('CART_NOT_FOUND');
  const { orderToken, ...cart } = await selectCart(tx, token).executeTakeFirstOrThrow();
  if (orderToken !== null) throw new ShopError('CART_ALREADY_ORDERED', { orderToken });
  return cart;
}

export async function insertCart(tx: Transaction, cart: Omit<Cart, 'id' | 'promotionId'>): Promise<Cart> {
  const { id } = await tx
    .insertInto('cart')
    .values({ token: cart.token, customer_id: cart.customerId, currency: cart.currency })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...cart, id, promotionId: null };
}

export async function listCartLines(reader: Reader, cartId: string): Promise<CartLine[]> {
  return reader
    .selectFrom('cart_line')
    .select(['id', 'variant_id as variantId', 'quantity', 'seen_price_minor as seenPriceMinor'])
    .where('cart_id', '=', cartId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function saveCartLine(
  tx: Transaction,
  cartId: string,
  line: { readonly variantId: string; readonly quantity: number; readonly seenPriceMinor: number },
): Promise<void> {
  const change = { quantity: line.quantity, seen_price_minor: line.seenPriceMinor };
  await tx
    .insertInto('cart_line')
    .values({ cart_id: cartId, variant_id: line.variantId, ...change })
    .onConflict((conflict) => conflict.columns(['cart_id', 'variant_id']).doUpdateSet(change))
    .execute();
}

export async function deleteCartLine(tx: Transaction, lineId: string): Promise<void> {
  await tx.deleteFrom('cart_line').where('id', '=', lineId).execute();
}

export async function updateCart(
  tx: Transaction,
  cartId: string,
  change: { readonly currency?: Currency; readonly promotion_id?: string | null; readonly updated_at: Date },
): Promise<void> {
  await tx.updateTable('cart').set(change).where('id', '=', cartId).execute();
}
