import type { Transaction } from '@turing/db';
import { once } from '../idempotency/idempotency-store.ts';
import { viewCart } from './cart-pricing.ts';
import type { AddLineInput, CartView } from './cart-schemas.ts';
import { type Cart, insertCart, lockCart, updateCart } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import { type CartLook, loadCartContents, lookNow } from './find-cart.ts';
import { newSecretToken } from './secret-token.ts';
import { addVariant } from './set-line.ts';
import { writeCart } from './write-cart.ts';

/**
 * Adds a variant to a cart, to a new one when no token is given. A cart in another currency follows the shopper's.
 * @throws CART_NOT_FOUND, CART_ALREADY_ORDERED, VARIANT_NOT_FOUND, PRICE_UNAVAILABLE, PRODUCT_OUT_OF_STOCK,
 * CART_LIMIT_EXCEEDED, IDEMPOTENCY_KEY_REUSED
 */
export async function addLine(ctx: ShopContext, input: AddLineInput): Promise<CartView> {
  const { token } = input;
  if (token === null) return addToNewCart(ctx, input);
  return writeCart(ctx, { operation: 'cart.addLine', input: { ...input, token } }, (tx, cart, look) =>
    add(tx, cart, { ...input, look }),
  );
}

async function add(
  tx: Transaction,
  cart: Cart,
  input: AddLineInput & { readonly look: CartLook },
): Promise<void> {
  if (cart.currency !== input.currency)
    await updateCart(tx, cart.id, { currency: input.currency, updated_at: input.look.now });
  await addVariant(tx, { ...cart, currency: input.currency }, input);
}

async function addToNewCart(ctx: ShopContext, input: AddLineInput): Promise<CartView> {
  const look = await lookNow(ctx);
  return ctx.db.transaction(async (tx) => {
    const identity = { scope: 'cart:new', key: input.idempotencyKey, operation: 'cart.addLine', input };
    const token = await once(tx, identity, async () => {
      const cart = await insertCart(tx, {
        token: newSecretToken(),
        customerId: look.customerId,
        currency: input.currency,
      });
      await add(tx, cart, { ...input, look });
      return cart.token;
    });
    return viewCart(await loadCartContents(tx, await lockCart(tx, token), look));
  });
}
