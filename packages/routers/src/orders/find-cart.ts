import type { Reader } from '@turing/db';
import { loadPurchasables } from '../products/index.ts';
import { type CartContents, viewCart } from './cart-pricing.ts';
import type { CartView } from './cart-schemas.ts';
import { type Cart, findCart, listCartLines } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import { findPromotion } from './promotion-store.ts';

/** A cart with everything its price depends on. */
export async function loadCartContents(reader: Reader, cart: Cart, now: Date): Promise<CartContents> {
  const lines = await listCartLines(reader, cart.id);
  const purchasables = await loadPurchasables(
    reader,
    lines.map((line) => line.variantId),
    cart.currency,
  );
  const promotion = cart.promotionId === null ? null : await findPromotion(reader, cart.promotionId);
  return { cart, lines, purchasables, promotion, now };
}

/** The cart behind a token with today's prices and stock; null when it is gone or has become an order. */
export async function findCartView(
  ctx: Pick<ShopContext, 'db' | 'now'>,
  token: string,
): Promise<CartView | null> {
  const cart = await findCart(ctx.db.reader, token);
  return cart === null ? null : viewCart(await loadCartContents(ctx.db.reader, cart, ctx.now()));
}
