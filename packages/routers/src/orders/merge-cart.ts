import type { CustomerActor } from '../customers/index.ts';
import { gatherCarts } from './account-cart.ts';
import { listCartsOf } from './account-cart-store.ts';
import { viewCart } from './cart-pricing.ts';
import type { CartView, MergeCartInput, MyCart } from './cart-schemas.ts';
import { findCart } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import type { CartLook } from './cart-look.ts';
import { loadCartContents } from './find-cart.ts';

type AccountContext = Pick<ShopContext, 'db' | 'now'> & { readonly customer: CustomerActor };

/**
 * Makes the guest's cart behind the token part of the account's cart; of several carts of the account, one. Repeating it
 * changes nothing: a cart goes into another once. A cart of somebody else, or one that was ordered, is left alone.
 * @throws CUSTOMER_NOT_FOUND
 */
export async function mergeCart(ctx: AccountContext, { token }: MergeCartInput): Promise<CartView | null> {
  const look = { customerId: ctx.customer.id, now: ctx.now() };
  const kept = await ctx.db.transaction((tx) => gatherCarts(tx, { ...look, token }));
  return viewOf(ctx, kept, look);
}

/** The account's open cart, and whether `mergeCart` has something to do. */
export async function findMyCart(ctx: AccountContext, { token }: MergeCartInput): Promise<MyCart> {
  const look = { customerId: ctx.customer.id, now: ctx.now() };
  const carts = await listCartsOf(ctx.db.reader, { customerId: look.customerId, token });
  const [first] = carts;
  const mine = first !== undefined && first.customerId !== null ? first : null;
  const cart = mine === null ? null : await viewOf(ctx, mine.token, look);
  return { cart, mergeDue: carts.length > (mine === null ? 0 : 1) };
}

async function viewOf(
  { db }: AccountContext,
  token: string | null,
  look: CartLook,
): Promise<CartView | null> {
  const cart = token === null ? null : await findCart(db.reader, token, look);
  return cart === null ? null : viewCart(await loadCartContents(db.reader, cart, look));
}
