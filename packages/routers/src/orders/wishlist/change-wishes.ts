import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { type CustomerActor, lockCustomer } from '../../customers/index.ts';
import { loadPurchasables } from '../../products/index.ts';
import { addLine } from '../add-line.ts';
import type { CartView } from '../cart-schemas.ts';
import type { ListWishesInput, Wished, WishInput, Wishlist, WishToCartInput } from './schemas.ts';
import { deleteWish, insertWish, listWishRows } from './wish-store.ts';

const mostWishes = 200;

type WishContext = Pick<Context, 'db' | 'now' | 'findCustomer'> & { readonly customer: CustomerActor };

/** What a customer wishes for, at today's prices and stock. */
export async function listWishes(ctx: WishContext, { currency }: ListWishesInput): Promise<Wishlist> {
  const customerId = ctx.customer.id;
  const rows = await listWishRows(ctx.db.reader, customerId);
  const ids = rows.map(({ variantId }) => variantId);
  const items = await loadPurchasables(ctx.db.reader, ids, { currency, customerId, at: ctx.now() });
  return {
    currency,
    items: rows.flatMap(({ variantId, addedAt }) => {
      const item = items.get(variantId);
      return item === undefined ? [] : [{ ...item, addedAt }];
    }),
  };
}

/**
 * Puts a variant on the customer's wishlist; what is on it stays where it is.
 * @throws VARIANT_NOT_FOUND, WISHLIST_LIMIT_EXCEEDED
 */
export async function addWish(ctx: WishContext, { variantId }: WishInput): Promise<Wished> {
  const customerId = ctx.customer.id;
  return ctx.db.transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    const wished = (await listWishRows(tx, customerId)).map((row) => row.variantId);
    if (wished.includes(variantId)) return { wished };
    if (wished.length >= mostWishes) throw new ShopError('WISHLIST_LIMIT_EXCEEDED', { mostWishes });
    await insertWish(tx, { customerId, variantId, now: ctx.now() });
    return { wished: [variantId, ...wished] };
  });
}

/** Takes a variant off the customer's wishlist; one that is not on it stays off. */
export async function removeWish(ctx: WishContext, { variantId }: WishInput): Promise<Wished> {
  const customerId = ctx.customer.id;
  return ctx.db.transaction(async (tx) => {
    await deleteWish(tx, customerId, variantId);
    return { wished: (await listWishRows(tx, customerId)).map((row) => row.variantId) };
  });
}

/**
 * Puts one of a wished variant into the cart, then takes it off the list: should only the first happen, it is in both.
 * @throws what adding to a cart throws
 */
export async function moveWishToCart(ctx: WishContext, input: WishToCartInput): Promise<CartView> {
  const cart = await addLine(ctx, { ...input, quantity: 1 });
  await removeWish(ctx, input);
  return cart;
}
