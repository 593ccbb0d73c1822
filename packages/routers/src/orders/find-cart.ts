import type { Reader } from '@turing/db';
import { loadPurchasables, type PriceQuestion } from '../products/index.ts';
import { type CartContents, viewCart } from './cart-pricing.ts';
import type { CartView } from './cart-schemas.ts';
import { type Cart, findCart } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import type { CartLook } from './cart-look.ts';
import { asksForGroupsOfItems } from './promotions/cart-promotion.ts';

/** Asks who the request is from: do it before a transaction. */
export async function lookNow(ctx: Pick<ShopContext, 'now' | 'findCustomer'>): Promise<CartLook> {
  return { customerId: (await ctx.findCustomer())?.id ?? null, now: ctx.now() };
}

/** The prices of a cart are those of who is signed in, else of whose cart it is. */
export function priceQuestionOf(cart: Cart, { customerId, now }: CartLook): PriceQuestion {
  return { currency: cart.currency, customerId: customerId ?? cart.customerId, at: now };
}

/** A cart with everything its price depends on, for who looks at it. */
export async function loadCartContents(reader: Reader, cart: Cart, look: CartLook): Promise<CartContents> {
  const purchasables = await loadPurchasables(
    reader,
    cart.lines.map((line) => line.variantId),
    { ...priceQuestionOf(cart, look), withGroups: asksForGroupsOfItems(cart.promotions) },
  );
  return { cart, purchasables, now: look.now };
}

/** The cart behind a token with today's prices and stock; null when it is gone or has become an order. */
export async function findCartView(ctx: ShopContext, token: string): Promise<CartView | null> {
  const look = await lookNow(ctx);
  const cart = await findCart(ctx.db.reader, token, look);
  return cart === null ? null : viewCart(await loadCartContents(ctx.db.reader, cart, look));
}
